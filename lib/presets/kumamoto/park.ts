import { choice, nearAndFar, option, place, remarks, shortName, steps, stop, when, words } from "../parts";
import { OUTSIDE } from "./opening";

const how = words("どうなっていますか？", "How is it?", "どうなっていますか？");

const items = choice(
  {
    id: "park-item",
    label: words("公園の何か", "What in the park"),
    prompt: words("公園のどんな異常ですか？", "What is wrong in the park?", "公園の 何が おかしいですか？"),
  },
  [
    option("play", "遊具", "play-kind", {
      en: "Play equipment",
      category: "park-play",
      also: ["ブランコ", "すべり台"],
    }),
    option("bench", "ベンチ・あずまや", "park-name", {
      en: "Bench, shelter",
      category: "park-bench",
      also: ["ベンチ"],
    }),
    option("toilet", "トイレ", "toilet-state", { en: "Toilet", category: "park-toilet" }),
    option("tap", "水飲み・水道", "tap-state", {
      en: "Water tap",
      category: "park-tap",
      also: ["水道", "蛇口"],
    }),
    option("lamp", "照明", "park-lamp-state", { en: "Lamp", category: "park-lamp", also: ["電灯", "外灯"] }),
    option("tree", "樹木・草", "park-tree-state", {
      en: "Trees, weeds",
      category: "park-tree",
      also: ["木", "草", "枝"],
    }),
    option("fence", "フェンス・出入口", "park-name", {
      en: "Fence, entrance",
      category: "park-fence",
      also: ["柵"],
    }),
    option("dirt", "落書き・ごみ", "park-name", {
      en: "Graffiti, garbage",
      category: "park-dirt",
      also: ["ごみ", "落書き", "ガラス"],
    }),
    option("noise", "騒音・使い方のマナー", "park-manners", { en: "Noise, manners", also: ["うるさい"] }),
    option("other", "わからない・その他", "park-what", {
      en: "Other, not sure",
      category: "park-other",
      also: ["その他"],
    }),
  ],
);

const details = [
  choice(
    {
      id: "play-kind",
      label: words("遊具の種類", "Equipment"),
      prompt: words("どの遊具ですか？", "Which one?", "どの 遊具ですか？"),
    },
    [
      option("swing", "ブランコ", "play-state", { en: "Swing" }),
      option("slide", "すべり台", "play-state", { en: "Slide" }),
      option("seesaw", "シーソー", "play-state", { en: "Seesaw" }),
      option("bar", "鉄棒・うんてい", "play-state", { en: "Bars" }),
      option("net", "ネット・複合遊具", "play-state", { en: "Net, combined" }),
      option("spring", "ばねの遊具", "play-state", { en: "Spring rider" }),
      option("sand", "砂場", "play-state", { en: "Sandpit" }),
      option("health", "健康遊具", "play-state", { en: "Exercise equipment" }),
      option("other", "ほかの遊具", "play-state", { en: "Something else" }),
    ],
  ),
  choice({ id: "play-state", label: words("遊具の様子", "State"), prompt: how }, [
    option("broken", "こわれている", "park-name", { en: "Broken" }),
    option("loose", "ぐらつく", "park-name", { en: "Loose" }),
    option("sharp", "さび・とがりがある", "park-name", { en: "Rusty, sharp" }),
    option("dirty", "よごれている", "park-name", { en: "Dirty" }),
    option("other", "その他", "park-name", { en: "Other" }),
  ]),
  choice({ id: "toilet-state", label: words("トイレの様子", "State"), prompt: how }, [
    option("clogged", "つまり・流れない", "park-name", { en: "Clogged" }),
    option("water", "水が止まらない", "park-name", { en: "Water keeps running" }),
    option("door", "扉・かぎ・明かり", "park-name", { en: "Door, lock, light" }),
    option("dirty", "よごれている", "park-name", { en: "Dirty" }),
    option("other", "その他", "park-name", { en: "Other" }),
  ]),
  choice({ id: "tap-state", label: words("水道の様子", "State"), prompt: how }, [
    option("leak", "水がもれている", "park-name", { en: "Leaking" }),
    option("dry", "水が出ない", "park-name", { en: "No water" }),
    option("broken", "こわれている", "park-name", { en: "Broken" }),
  ]),
  choice({ id: "park-lamp-state", label: words("照明の様子", "State"), prompt: how }, [
    option("off", "消えている", "park-name", { en: "It is off" }),
    option("daylight", "昼もついている", "park-name", { en: "On in daylight" }),
    option("broken", "こわれている", "park-name", { en: "Broken" }),
  ]),
  choice({ id: "park-tree-state", label: words("木や草の様子", "State"), prompt: how }, [
    option("branch", "枝が折れている", "park-name", { en: "Broken branch" }),
    option("fallen", "たおれた・たおれそう", "park-tree-call", { en: "Fallen or leaning" }),
    option("weeds", "草がのびている", "park-name", { en: "Overgrown" }),
    option("insect", "ハチ・毛虫がいる", "park-name", { en: "Wasps, caterpillars" }),
    option("other", "その他", "park-name", { en: "Other" }),
  ]),
  remarks(
    "park-what",
    "park-name",
    words(
      "どんな様子か、ひとこと書いてください。",
      "Please describe it in a few words.",
      "どんな ようすか 書いてください。",
    ),
    true,
    words("異常の内容", "What is wrong"),
  ),
];

/** More than LINE's buttons hold: the list is turned page by page. */
const names = choice(
  {
    id: "park-name",
    label: words("公園の名前", "Park"),
    prompt: words("どの公園ですか？", "Which park is it?", "どの 公園ですか？"),
  },
  [
    option("shirakawa", "白川公園", "park-photo", { en: "Shirakawa Park" }),
    option("ezuko", "水前寺江津湖公園", "park-photo", { en: "Lake Ezu Park", also: ["江津湖"] }),
    option("hakenomiya", "八景水谷公園", "park-photo", { en: "Hakenomiya Park" }),
    option("tsuboigawa", "坪井川緑地", "park-photo", { en: "Tsuboigawa Green" }),
    option("hanabata", "花畑広場", "park-photo", { en: "Hanabata Square" }),
    option("hamasen", "浜線健康パーク", "park-photo", { en: "Hamasen Health Park" }),
    option("ueki", "植木中央公園", "park-photo", { en: "Ueki Central Park" }),
    option("tatsuda", "立田山周辺の公園", "park-photo", { en: "Parks round Tatsuda" }),
    option("hanaoka", "花岡山公園", "park-photo", { en: "Mt. Hanaoka Park" }),
    option("takahashi", "高橋公園", "park-photo", { en: "Takahashi Park" }),
    option("prefecture", "県民総合運動公園", "park-prefecture", {
      en: "Pref. sports park",
      also: ["運動公園"],
    }),
    option("unknown", "名前がわからない", "park-photo", { en: "Not sure", also: ["わからない", "不明"] }),
    option("other", "ほかの公園", "park-name-text", { en: "Another park", also: ["その他"] }),
  ],
);

export const park = steps(
  items,
  details,
  names,
  shortName(
    "park-name-text",
    "park-photo",
    words("公園の名前（記入）", "Park (written)"),
    words("公園の名前を書いてください。", "Please write the park's name.", "公園の 名前を 書いてください。"),
  ),
  stop(
    "park-manners",
    "elsewhere",
    words(
      "公園の騒音や使い方のご相談は、区役所で受け付けています。夜の危険な行為は110番へお願いします。",
      "Noise and manners in parks are dealt with by the ward office. For dangerous acts at night dial 110.",
    ),
    ["ward"],
  ),
  stop(
    "park-prefecture",
    "elsewhere",
    words(
      "県民総合運動公園は熊本県の施設です。お手数ですが、公園の管理事務所へお知らせください。",
      "This park belongs to the prefecture. Please tell its own office.",
    ),
    [],
  ),
  stop(
    "park-tree-call",
    "urgent",
    words(
      "たおれた木や、たおれそうな木は危険です。離れて、電話でお知らせください。",
      "Fallen trees are dangerous. Keep away and call us.",
      "あぶないです。離れて 電話してください。",
    ),
    ["works", "night"],
  ),
  nearAndFar("park-photo", "park-place"),
  place(
    "park-place",
    "park-when",
    words(
      "公園の中のどこですか？「地図で場所を送る」からピンを合わせて送ってください。",
      "Where in the park? Press “Send a place” and put the pin on the spot.",
      "公園の どこですか？ ちずで 送ってください。",
    ),
    OUTSIDE,
  ),
  when(
    "park-when",
    "park-text",
    words("見つけたのはいつですか？", "When did you notice it?", "いつ 見つけましたか？"),
    false,
  ),
  remarks(
    "park-text",
    "confirm",
    words(
      "ほかに伝えたいことがあれば書いてください（200文字まで）。",
      "Anything else to tell us? (up to 200 characters)",
      "ほかに あれば 書いてください。",
    ),
    false,
  ),
);
