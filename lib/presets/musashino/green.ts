import { choice, date, nearAndFar, option, place, remarks, shortName, steps, stop, words } from "../parts";
import { OUTSIDE } from "./opening";

const how = words("どうなっていますか？", "How is it?", "どうなっていますか？");

const parkItems = choice(
  {
    id: "park-item",
    label: words("公園の何か", "What in the park"),
    prompt: words("公園の何についてですか？", "What is wrong in the park?", "公園の 何が おかしいですか？"),
  },
  [
    option("play", "遊具", "park-state", {
      en: "Play equipment",
      category: "green-play",
      also: ["ブランコ", "すべり台"],
    }),
    option("bench", "ベンチ", "park-state", { en: "Bench", category: "green-bench" }),
    option("tap", "水飲み・手洗い", "park-state", {
      en: "Water tap",
      category: "green-tap",
      also: ["水道", "蛇口"],
    }),
    option("toilet", "トイレ", "park-state", { en: "Toilet", category: "green-toilet" }),
    option("lamp", "照明", "park-state", { en: "Lamp", category: "green-lamp", also: ["電灯"] }),
    option("fence", "柵・門", "park-state", {
      en: "Fence, gate",
      category: "green-fence",
      also: ["フェンス"],
    }),
    option("tree", "樹木・草", "tree-state", {
      en: "Trees, weeds",
      category: "green-tree",
      also: ["木", "草"],
    }),
    option("dirt", "ごみ・落書き", "green-name", {
      en: "Garbage, graffiti",
      category: "green-dirt",
      also: ["ごみ", "落書き"],
    }),
    option("other", "わからない・その他", "green-what", {
      en: "Other, not sure",
      category: "green-other",
      also: ["その他"],
    }),
  ],
);

const states = [
  choice({ id: "park-state", label: words("様子", "State"), prompt: how }, [
    option("broken", "こわれている", "green-name", { en: "Broken" }),
    option("loose", "ぐらつく・とがっている", "green-name", { en: "Loose, sharp" }),
    option("water", "水がもれる・出ない", "green-name", { en: "Leaking, no water" }),
    option("light", "明かりがつかない", "green-name", { en: "No light" }),
    option("dirty", "よごれ・つまり", "green-name", { en: "Dirty, clogged" }),
    option("other", "その他", "green-name", { en: "Other" }),
  ]),
  choice({ id: "tree-state", label: words("木の様子", "Tree"), prompt: how }, [
    option("branch", "枝が折れている", "green-name", { en: "Broken branch" }),
    option("dead", "枯れている", "green-name", { en: "Dead" }),
    option("falling", "たおれそう", "tree-call", { en: "About to fall", also: ["倒れそう", "倒木"] }),
    option("hides", "信号や標識をかくす", "green-name", { en: "Hides sign or signal", also: ["見えない"] }),
    option("root", "根が舗装を持ち上げる", "green-name", { en: "Roots lift paving", also: ["根上がり"] }),
    option("insect", "毛虫・ハチがいる", "green-name", { en: "Caterpillars, wasps", also: ["毛虫", "ハチ"] }),
    option("other", "その他", "green-name", { en: "Other" }),
  ]),
];

export const green = steps(
  choice(
    {
      id: "green-where",
      label: words("公園か街路樹か", "Park or street tree"),
      prompt: words("どちらのことですか？", "Which is it?", "どちらですか？"),
    },
    [
      option("park", "市の公園", "park-item", { en: "City park", also: ["公園"] }),
      option("street", "街路樹", "tree-state", {
        en: "Street tree",
        category: "green-street-tree",
        also: ["木"],
      }),
      option("tokyo", "井の頭公園・都立公園", "tokyo-park", {
        en: "Tokyo's park",
        also: ["井の頭公園", "井の頭恩賜公園", "武蔵野中央公園", "都立公園"],
      }),
    ],
  ),
  parkItems,
  states,
  remarks(
    "green-what",
    "green-name",
    words(
      "どんな様子か、ひとこと書いてください。",
      "Please describe it in a few words.",
      "どんな ようすか 書いてください。",
    ),
    true,
    words("内容", "What is wrong"),
  ),
  shortName(
    "green-name",
    "green-photo",
    words("公園や通りの名前", "Park or street"),
    words(
      "公園か通りの名前がわかれば書いてください。わからなければ飛ばせます。",
      "The name of the park or street, if you know it.",
      "公園の 名前を 書いてください。わからなくても いいです。",
    ),
  ),
  nearAndFar("green-photo", "green-place"),
  place(
    "green-place",
    "green-date",
    words(
      "場所はどこですか？「地図で場所を送る」を押して、ピンを合わせて送ってください。",
      "Where is it? Press “Send a place” and put the pin on the spot.",
      "場所は どこですか？ ちずで 送ってください。",
    ),
    OUTSIDE,
  ),
  date(
    "green-date",
    "green-text",
    words("見つけたのはいつですか？", "Which day did you notice it?", "いつ 見つけましたか？"),
  ),
  remarks(
    "green-text",
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
    "tokyo-park",
    "elsewhere",
    words(
      "井の頭恩賜公園と武蔵野中央公園は東京都の公園です。お手数ですが、それぞれの公園の案内所へお知らせください。",
      "Inokashira Park and Musashino Central Park belong to Tokyo. Please tell the park's own office.",
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
    ["parks", "night"],
  ),
);
