import { choice, nearAndFar, option, place, remarks, steps, stop, when, words } from "../parts";
import { OUTSIDE } from "./opening";

export const takeaway = steps(
  choice(
    {
      id: "takeaway-now",
      label: words("いまも続いているか", "Still going on"),
      prompt: words(
        "いまも持ち去りが続いていますか？",
        "Is it still going on?",
        "いまも 持っていっていますか？",
      ),
      notice: words(
        "相手に声をかけたり、追いかけたりしないでください。",
        "Please do not speak to them or follow them.",
        "声を かけないでください。追いかけないでください。",
      ),
    },
    [
      option("yes", "はい、いま見ている", "takeaway-call", { en: "Yes, right now", also: ["はい"] }),
      option("no", "いいえ、終わった", "takeaway-photo", { en: "No, it is over", also: ["いいえ"] }),
    ],
  ),
  stop(
    "takeaway-call",
    "urgent",
    words(
      "安全な所から電話でお知らせください。巡回の担当が向かえることがあります。危険を感じたら110番へお願いします。",
      "Please call from a safe place; a patrol may be able to come. If you feel in danger dial 110.",
      "安全な ところから 電話してください。あぶないときは 110です。",
    ),
    ["garbage", "night"],
  ),
  nearAndFar(
    "takeaway-photo",
    "takeaway-when",
    words(
      "写真はなくて大丈夫です。撮るときは安全な所から。人の顔や車のナンバーは写さないでください。",
      "Photos are not needed. If you took some from a safe place: no faces, no car numbers.",
      "しゃしんは なくて いいです。人の顔や 車の番号は とらないでください。",
    ),
  ),
  when(
    "takeaway-when",
    "takeaway-place",
    words(
      "見たのはいつですか？巡回に役立つので、できれば何時何分まで教えてください。",
      "When did you see it? To the minute if you can: it helps the patrols.",
      "いつ 見ましたか？ 何時何分まで 書いてください。",
    ),
  ),
  place(
    "takeaway-place",
    "takeaway-thing",
    words(
      "どこのごみステーションですか？",
      "Which garbage station was it?",
      "どこの ごみステーションですか？",
    ),
    OUTSIDE,
  ),
  choice(
    {
      id: "takeaway-thing",
      label: words("持ち去られた物", "What was taken"),
      prompt: words(
        "何が持ち去られましたか？おもなものを1つ選んでください。",
        "What was taken? Choose the main thing.",
        "何を 持っていきましたか？",
      ),
    },
    [
      option("newspaper", "新聞・チラシ", "takeaway-car", {
        en: "Newspapers",
        category: "takeaway-newspaper",
        also: ["新聞"],
      }),
      option("cardboard", "段ボール", "takeaway-car", { en: "Cardboard", category: "takeaway-cardboard" }),
      option("paper", "雑誌・その他の紙", "takeaway-car", {
        en: "Magazines, paper",
        category: "takeaway-paper",
        also: ["雑誌"],
      }),
      option("can", "缶", "takeaway-car", {
        en: "Cans",
        category: "takeaway-can",
        also: ["アルミ缶", "空き缶"],
      }),
      option("bottle", "びん", "takeaway-car", {
        en: "Bottles",
        category: "takeaway-bottle",
        also: ["空きびん"],
      }),
      option("bike", "自転車", "takeaway-car", { en: "Bicycle", category: "takeaway-bike" }),
      option("clothes", "衣類・古布", "takeaway-car", {
        en: "Clothes",
        category: "takeaway-clothes",
        also: ["古着", "服"],
      }),
      option("pan", "なべ・やかん・フライパン", "takeaway-car", {
        en: "Pots and pans",
        category: "takeaway-pan",
        also: ["なべ"],
      }),
      option("pet", "ペットボトル", "takeaway-car", { en: "PET bottles", category: "takeaway-pet" }),
      option("battery", "乾電池", "takeaway-car", {
        en: "Batteries",
        category: "takeaway-battery",
        also: ["電池"],
      }),
      option("other", "わからない・その他", "takeaway-car", {
        en: "Other, not sure",
        category: "takeaway-other",
        also: ["その他"],
      }),
    ],
  ),
  choice(
    {
      id: "takeaway-car",
      label: words("乗り物", "Vehicle"),
      prompt: words("何に乗っていましたか？", "What did they use?", "何に 乗っていましたか？"),
    },
    [
      option("kei-truck", "軽トラック", "takeaway-colour", { en: "Small truck", also: ["軽トラ"] }),
      option("truck", "トラック", "takeaway-colour", { en: "Truck" }),
      option("van", "ワゴン・バン", "takeaway-colour", { en: "Van", also: ["ワゴン", "バン"] }),
      option("car", "乗用車", "takeaway-colour", { en: "Car" }),
      option("bike", "自転車・バイク", "takeaway-way", { en: "Bicycle, motorbike" }),
      option("cart", "リヤカー・徒歩", "takeaway-way", { en: "Cart, on foot" }),
      option("unknown", "わからない", "takeaway-way", { en: "Not sure", also: ["不明"] }),
    ],
  ),
  choice(
    {
      id: "takeaway-colour",
      label: words("車の色", "Colour"),
      prompt: words(
        "車の色は何色でしたか？ナンバーはいりません。",
        "What colour was it? No car number, please.",
        "車は 何色ですか？ 番号は いりません。",
      ),
    },
    [
      option("white", "白", "takeaway-way", { en: "White" }),
      option("silver", "銀・灰色", "takeaway-way", { en: "Silver, grey", also: ["シルバー", "グレー"] }),
      option("black", "黒", "takeaway-way", { en: "Black" }),
      option("blue", "青・紺", "takeaway-way", { en: "Blue", also: ["青", "紺"] }),
      option("green", "緑", "takeaway-way", { en: "Green" }),
      option("red", "赤・茶", "takeaway-way", { en: "Red, brown", also: ["赤", "茶"] }),
      option("other", "その他・わからない", "takeaway-way", {
        en: "Other, not sure",
        also: ["その他", "わからない"],
      }),
    ],
  ),
  remarks(
    "takeaway-way",
    "confirm",
    words(
      "どちらの方へ行ったかなど、ほかにわかることがあれば書いてください（200文字まで）。",
      "Which way they went, or anything else? (up to 200 characters)",
      "どちらに 行きましたか？ わかることを 書いてください。",
    ),
    false,
    words("進んだ方向など", "Way they went"),
  ),
);
