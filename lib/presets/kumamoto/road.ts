import { choice, nearAndFar, onePhoto, option, place, remarks, steps, stop, when, words } from "../parts";
import { OUTSIDE } from "./opening";

const items = choice(
  {
    id: "road-item",
    label: words("道路の何か", "What in the road"),
    prompt: words("道路のどんな異常ですか？", "What is wrong with the road?", "道の 何が こわれていますか？"),
  },
  [
    option("hole", "舗装の穴・へこみ", "road-owner", {
      en: "Hole in the surface",
      category: "road-hole",
      also: ["穴", "陥没", "くぼみ", "へこみ"],
    }),
    option("crack", "段差・ひび割れ", "road-owner", {
      en: "Crack or step",
      category: "road-crack",
      also: ["段差", "ひび"],
    }),
    option("gutter", "側溝・ふた・ます", "gutter-state", {
      en: "Gutter or its cover",
      category: "road-gutter",
      also: ["側溝", "溝", "ふた"],
    }),
    option("tactile", "点字ブロック・縁石", "road-owner", {
      en: "Tactile paving, curb",
      category: "road-tactile",
    }),
    option("guardrail", "ガードレール・柵", "road-owner", {
      en: "Guardrail or fence",
      category: "road-guardrail",
      also: ["車止め"],
    }),
    option("mirror", "カーブミラー", "mirror-state", {
      en: "Traffic mirror",
      category: "road-mirror",
      also: ["ミラー", "鏡"],
    }),
    option("lamp", "外灯・道路照明", "lamp-state", {
      en: "Street lamp",
      category: "road-lamp",
      also: ["街灯", "電灯", "照明", "外灯"],
    }),
    option("tree", "街路樹・雑草", "tree-state", {
      en: "Street tree, weeds",
      category: "road-tree",
      also: ["木", "草"],
    }),
    option("slope", "のり面・擁壁", "road-owner", {
      en: "Slope or wall",
      category: "road-slope",
      also: ["がけ", "斜面"],
    }),
    option("flood", "路面の水・冠水", "road-owner", {
      en: "Water on the road",
      category: "road-flood",
      also: ["水たまり"],
    }),
    option("debris", "落下物・動物の死がい", "debris-elsewhere", {
      en: "Debris, dead animal",
      also: ["死骸", "落とし物"],
    }),
    option("signal", "信号機・止まれの標識", "signal-elsewhere", {
      en: "Signal, stop sign",
      also: ["信号", "横断歩道"],
    }),
    option("pole", "電柱・電線", "pole-elsewhere", { en: "Pole, power line" }),
    option("other", "わからない・その他", "road-what", {
      en: "Other, not sure",
      category: "road-other",
      also: ["その他"],
    }),
  ],
);

const details = [
  choice(
    {
      id: "gutter-state",
      label: words("側溝の様子", "Gutter"),
      prompt: words("どうなっていますか？", "How is it?"),
    },
    [
      option("broken", "こわれている", "road-owner", { en: "Broken" }),
      option("open", "ふたが外れている", "road-owner", { en: "Cover missing" }),
      option("clogged", "つまっている", "road-owner", { en: "Clogged" }),
    ],
  ),
  choice(
    {
      id: "mirror-state",
      label: words("ミラーの様子", "Mirror"),
      prompt: words("どうなっていますか？", "How is it?"),
    },
    [
      option("turned", "向きがずれている", "road-owner", { en: "Turned aside" }),
      option("broken", "割れ・曇り・汚れ", "road-owner", { en: "Broken or dirty" }),
      option("pole", "柱が傾いている", "road-owner", { en: "Pole leaning" }),
    ],
  ),
  choice(
    {
      id: "lamp-state",
      label: words("外灯の様子", "Lamp"),
      prompt: words("どうなっていますか？", "How is it?"),
    },
    [
      option("off", "消えている", "lamp-plate", { en: "It is off", also: ["つかない", "点かない"] }),
      option("flicker", "ちらつく", "lamp-plate", { en: "It flickers", also: ["点滅"] }),
      option("daylight", "昼もついている", "lamp-plate", { en: "On in daylight", also: ["つけっぱなし"] }),
      option("broken", "こわれ・傾き", "lamp-plate", { en: "Broken, leaning" }),
    ],
  ),
  onePhoto("lamp-plate", "road-owner", {
    key: "plate",
    label: words("番号札の写真", "Photo of the plate"),
    prompt: words(
      "柱に番号の札があれば、その写真をお願いします。どの外灯かがすぐわかります。",
      "If there is a plate with a number on the pole, a photo of it tells us which lamp it is.",
      "柱に 番号が あれば しゃしんを とってください。",
    ),
    ask: words(
      "番号札を1枚お願いします。なければ飛ばせます。",
      "One photo of the plate, or go on without it.",
    ),
  }),
  choice(
    {
      id: "tree-state",
      label: words("木や草の様子", "Tree"),
      prompt: words("どうなっていますか？", "How is it?"),
    },
    [
      option("branch", "枝が折れている", "road-owner", { en: "Broken branch" }),
      option("hides", "信号や標識をかくす", "road-owner", { en: "Hides sign or signal", also: ["見えない"] }),
      option("leaning", "たおれそう", "tree-call", { en: "About to fall", also: ["倒れそう"] }),
      option("weeds", "草がのびている", "road-owner", { en: "Overgrown", also: ["雑草"] }),
      option("other", "その他", "road-owner", { en: "Other" }),
    ],
  ),
  remarks(
    "road-what",
    "road-owner",
    words(
      "どんな様子か、ひとこと書いてください。",
      "Please describe it in a few words.",
      "どんな ようすか 書いてください。",
    ),
    true,
    words("異常の内容", "What is wrong"),
  ),
];

const elsewhere = [
  stop(
    "debris-elsewhere",
    "elsewhere",
    words(
      "落下物や動物の死がいは、早く片づけるため電話で受け付けています。国道3号や57号などは、道路緊急ダイヤル #9910 へお願いします。",
      "Debris and dead animals are taken care of by phone. For national routes 3 and 57 dial #9910.",
    ),
    ["works", "night"],
  ),
  stop(
    "signal-elsewhere",
    "elsewhere",
    words(
      "信号機、「止まれ」などの標識、横断歩道は警察が受け持っています。近くの警察署か、警察の相談電話 #9110 へお願いします。",
      "Signals, stop signs and crossings are looked after by the police. Please tell the nearest police station.",
    ),
    [],
  ),
  stop(
    "pole-elsewhere",
    "elsewhere",
    words(
      "電柱や電線は、電力会社か通信会社が受け持っています。柱の番号札に会社の名前があります。切れた電線には近づかないでください。",
      "Poles and wires belong to the power or telephone company named on the pole's plate. Keep away from loose wires.",
    ),
    [],
  ),
  stop(
    "tree-call",
    "urgent",
    words(
      "たおれそうな木は危険です。離れて、電話でお知らせください。",
      "A tree about to fall is dangerous. Keep away and call us.",
      "あぶないです。離れて 電話してください。",
    ),
    ["works", "night"],
  ),
  stop(
    "national-road",
    "elsewhere",
    words(
      "国道3号、57号など国が直接受け持つ道路です。道路緊急ダイヤル #9910（24時間）か、国の道路のLINE窓口へお願いします。",
      "This road is looked after by the national government. Please dial #9910 (24 hours).",
    ),
    [],
  ),
  stop(
    "private-road",
    "elsewhere",
    words(
      "私道や建物の敷地、空き家の庭木などは、持ち主が受け持つ場所のため市では直せません。管理する方へお知らせください。迷うときは電話でご相談ください。",
      "Private roads and grounds are for their owner to mend. If you are not sure, please call us.",
    ),
    ["works"],
  ),
];

const owner = choice(
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
    option("city", "市道・県道・町の道", "road-photo", { en: "City or town road", also: ["市道", "県道"] }),
    option("unknown", "わからない", "road-photo", { en: "Not sure", also: ["不明"] }),
    option("national", "国道3号・57号など", "national-road", { en: "National route 3, 57", also: ["国道"] }),
    option("private", "私道・建物の敷地", "private-road", { en: "Private road", also: ["私道"] }),
  ],
);

export const road = steps(
  items,
  details,
  owner,
  nearAndFar("road-photo", "road-place"),
  place(
    "road-place",
    "road-when",
    words(
      "場所はどこですか？「地図で場所を送る」を押して、ピンを合わせて送ってください。",
      "Where is it? Press “Send a place” and put the pin on the spot.",
      "場所は どこですか？ ちずで 送ってください。",
    ),
    OUTSIDE,
  ),
  when(
    "road-when",
    "road-text",
    words("見つけたのはいつですか？", "When did you notice it?", "いつ 見つけましたか？"),
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
  ),
  elsewhere,
);
