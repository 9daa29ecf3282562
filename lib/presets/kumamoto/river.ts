import { choice, nearAndFar, option, place, remarks, steps, stop, when, words } from "../parts";
import { OUTSIDE } from "./opening";

const AWAY_FROM_WATER = words(
  "水が増えているときは川に近づかないでください。写真は安全な所からお願いします。",
  "Keep away from high water. Take photos only from a safe place.",
  "水が 多いときは 川に 近づかないでください。",
);

export const river = steps(
  choice(
    {
      id: "river-item",
      label: words("河川の何か", "What at the river"),
      prompt: words(
        "川や水路のどんな異常ですか？",
        "What is wrong at the river or channel?",
        "川の 何が おかしいですか？",
      ),
    },
    [
      option("bank", "護岸のひび・くずれ", "river-which", {
        en: "Bank cracked",
        category: "river-bank",
        also: ["堤防", "護岸"],
      }),
      option("fence", "転落を防ぐ柵", "river-which", {
        en: "Safety fence",
        category: "river-fence",
        also: ["柵", "フェンス"],
      }),
      option("clog", "土砂・草木のつまり", "river-which", {
        en: "Clogged",
        category: "river-clog",
        also: ["流れが悪い"],
      }),
      option("dump", "ごみの投げ捨て", "river-which", {
        en: "Dumped garbage",
        category: "river-dump",
        also: ["ごみ", "不法投棄"],
      }),
      option("water", "水の色・におい・魚", "river-which", {
        en: "Colour, smell, fish",
        category: "river-water",
        also: ["魚", "油", "水の色"],
      }),
      option("other", "わからない・その他", "river-what", {
        en: "Other, not sure",
        category: "river-other",
        also: ["その他"],
      }),
    ],
  ),
  remarks(
    "river-what",
    "river-which",
    words(
      "どんな様子か、ひとこと書いてください。",
      "Please describe it in a few words.",
      "どんな ようすか 書いてください。",
    ),
    true,
    words("異常の内容", "What is wrong"),
  ),
  choice(
    {
      id: "river-which",
      label: words("どの川か", "Which river"),
      prompt: words(
        "どの川ですか？わからなければ「わからない」で大丈夫です。",
        "Which river is it?",
        "どの 川ですか？",
      ),
    },
    [
      option("channel", "水路・小さな川", "river-photo", { en: "Channel, small river", also: ["水路"] }),
      option("tsuboi", "坪井川・井芹川など", "river-photo", {
        en: "Tsuboi, Iseri …",
        also: ["坪井川", "井芹川"],
      }),
      option("main", "白川・緑川の本流", "river-state", {
        en: "Shira, Midori (main)",
        also: ["白川", "緑川"],
      }),
      option("unknown", "わからない", "river-photo", { en: "Not sure", also: ["不明"] }),
    ],
  ),
  stop(
    "river-state",
    "elsewhere",
    words(
      "白川や緑川の本流は、おもに国の河川事務所が受け持っています。お手数ですが、国の河川事務所へお知らせください。どこへ伝えるか迷うときは電話でご相談ください。",
      "The main streams of the Shira and Midori rivers are mostly looked after by the national river office. If you are not sure whom to tell, please call us.",
    ),
    ["works"],
  ),
  nearAndFar("river-photo", "river-place", AWAY_FROM_WATER),
  place(
    "river-place",
    "river-when",
    words(
      "場所はどこですか？橋の名前など、近くの目印でも大丈夫です。",
      "Where is it? The name of a bridge is fine too.",
      "場所は どこですか？ ちずで 送ってください。",
    ),
    OUTSIDE,
  ),
  when(
    "river-when",
    "river-text",
    words("見つけたのはいつですか？", "When did you notice it?", "いつ 見つけましたか？"),
  ),
  remarks(
    "river-text",
    "confirm",
    words(
      "ほかに伝えたいことがあれば書いてください（200文字まで）。",
      "Anything else to tell us? (up to 200 characters)",
      "ほかに あれば 書いてください。",
    ),
    false,
  ),
);
