import { choice, date, nearAndFar, onePhoto, option, place, remarks, steps, stop, words } from "../parts";
import { OUTSIDE } from "./opening";

export const road = steps(
  choice(
    {
      id: "road-item",
      label: words("道路の何か", "What in the road"),
      prompt: words(
        "道路の何についてですか？",
        "What is wrong with the road?",
        "道の 何が こわれていますか？",
      ),
    },
    [
      option("hole", "舗装の穴・ひび割れ", "road-owner", {
        en: "Hole, crack",
        category: "road-hole",
        also: ["穴", "ひび", "陥没"],
      }),
      option("step", "段差", "road-owner", { en: "Step", category: "road-step" }),
      option("gutter", "側溝・ますのつまり", "road-owner", {
        en: "Clogged gutter",
        category: "road-gutter",
        also: ["側溝", "雨水ます"],
      }),
      option("guardrail", "ガードレール・車止め", "road-owner", {
        en: "Guardrail, bollard",
        category: "road-guardrail",
        also: ["車止め"],
      }),
      option("mirror", "カーブミラー", "road-owner", {
        en: "Traffic mirror",
        category: "road-mirror",
        also: ["ミラー"],
      }),
      option("lamp", "街路灯", "lamp-state", {
        en: "Street lamp",
        category: "road-lamp",
        also: ["街灯", "外灯", "電灯"],
      }),
      option("paint", "道路標示の薄れ", "road-owner", {
        en: "Faded marking",
        category: "road-paint",
        also: ["白線"],
      }),
      option("sign", "案内看板", "road-owner", { en: "Guide sign", category: "road-sign", also: ["看板"] }),
      option("graffiti", "落書き・はり紙", "road-owner", {
        en: "Graffiti, posters",
        category: "road-graffiti",
        also: ["落書き"],
      }),
      option("signal", "信号機・止まれの標識", "signal-elsewhere", {
        en: "Signal, stop sign",
        also: ["信号", "横断歩道"],
      }),
      option("other", "わからない・その他", "road-what", {
        en: "Other, not sure",
        category: "road-other",
        also: ["その他"],
      }),
    ],
  ),
  choice(
    {
      id: "lamp-state",
      label: words("街路灯の様子", "Lamp"),
      prompt: words("どうなっていますか？", "How is it?", "どうなっていますか？"),
    },
    [
      option("off", "消えている", "lamp-plate", { en: "It is off", also: ["つかない"] }),
      option("flicker", "点滅している", "lamp-plate", { en: "It flickers", also: ["ちらつく"] }),
      option("daylight", "昼もついている", "lamp-plate", { en: "On in daylight" }),
      option("broken", "こわれ・傾き", "lamp-plate", { en: "Broken, leaning" }),
    ],
  ),
  onePhoto("lamp-plate", "road-owner", {
    key: "plate",
    label: words("灯具番号の写真", "Photo of the plate"),
    prompt: words(
      "柱に番号の札があれば、その写真をお願いします。どの街路灯かがすぐわかります。",
      "If there is a plate with a number on the pole, a photo of it tells us which lamp it is.",
      "柱に 番号が あれば しゃしんを とってください。",
    ),
    ask: words(
      "番号の札を1枚お願いします。なければ飛ばせます。",
      "One photo of the plate, or go on without it.",
    ),
  }),
  remarks(
    "road-what",
    "road-owner",
    words(
      "どんな様子か、ひとこと書いてください。",
      "Please describe it in a few words.",
      "どんな ようすか 書いてください。",
    ),
    true,
    words("内容", "What is wrong"),
  ),
  choice(
    {
      id: "road-owner",
      label: words("道路の種類", "Kind of road"),
      prompt: words(
        "どの道路ですか？わからなければ「わからない」で大丈夫です。",
        "Which kind of road is it?",
        "どの 道ですか？",
      ),
    },
    [
      option("city", "市の道路", "road-photo", { en: "City road", also: ["市道"] }),
      option("unknown", "わからない", "road-photo", { en: "Not sure", also: ["不明"] }),
      option("tokyo", "五日市街道などの都道", "tokyo-road", {
        en: "Tokyo's road",
        also: ["都道", "五日市街道", "井ノ頭通り"],
      }),
      option("private", "私道・建物の敷地", "private-road", { en: "Private road", also: ["私道"] }),
    ],
  ),
  nearAndFar("road-photo", "road-place"),
  place(
    "road-place",
    "road-date",
    words(
      "場所はどこですか？「地図で場所を送る」を押して、ピンを合わせて送ってください。",
      "Where is it? Press “Send a place” and put the pin on the spot.",
      "場所は どこですか？ ちずで 送ってください。",
    ),
    OUTSIDE,
  ),
  date(
    "road-date",
    "road-text",
    words("見つけたのはいつですか？", "Which day did you notice it?", "いつ 見つけましたか？"),
  ),
  remarks(
    "road-text",
    "confirm",
    words(
      "ほかに伝えたいことがあれば書いてください（200文字まで）。",
      "Anything else to tell us? (up to 200 characters)",
      "ほかに あれば 書いてください。",
    ),
    false,
    words("コメント", "Comment"),
  ),
  stop(
    "signal-elsewhere",
    "elsewhere",
    words(
      "信号機、「止まれ」などの標識、横断歩道は警察が受け持っています。近くの警察署へお知らせください。",
      "Signals, stop signs and crossings are looked after by the police. Please tell the nearest police station.",
    ),
    [],
  ),
  stop(
    "tokyo-road",
    "elsewhere",
    words(
      "五日市街道などの都道は、東京都が受け持っています。道路緊急ダイヤル #9910（24時間）か、都の道路の事務所へお知らせください。",
      "This road is looked after by the Tokyo government. Please dial #9910 (24 hours).",
    ),
    [],
  ),
  stop(
    "private-road",
    "elsewhere",
    words(
      "私道や建物の敷地は、持ち主が受け持つ場所のため市では直せません。管理する方へお知らせください。迷うときは電話でご相談ください。",
      "Private roads and grounds are for their owner to mend. If you are not sure, please call us.",
    ),
    ["roads"],
  ),
);
