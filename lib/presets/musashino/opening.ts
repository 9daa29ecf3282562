import type { LocalText } from "@/lib/scenarios/schema";
import { choice, option, stop, words } from "../parts";

export const OUTSIDE: LocalText = words(
  "武蔵野市の外の場所のようです。その場所の市や区が受け持っていると思われます（三鷹駅の南側や井の頭公園の池は三鷹市です）。お手数ですが、そちらへお知らせください。\n市内の場所なら、地図でもう一度場所を選んでください。やめるときは「やめる」を押してください。",
  "This place seems to be outside Musashino City; the municipality there should be told. If it is inside, please choose the place again, or press Quit.",
  "武蔵野市の 外の 場所です。その 町の 役所に 知らせてください。市の 中なら もう一度 場所を 送ってください。",
);

export const opening = [
  choice(
    {
      id: "danger",
      label: words("いま危険か", "Danger now"),
      prompt: words(
        "いま、けがや事故になりそうな危険がありますか？\n（道路の陥没、倒木、ふたの外れたマンホール、など）",
        "Is there a danger right now? (a collapsed road, a fallen tree, an open manhole …)",
        "いま あぶないですか？（道に 大きな 穴、木が たおれた）",
      ),
      notice: words(
        "運転中は操作しないでください。",
        "Please do not use this while driving.",
        "運転しながら 使わないでください。",
      ),
    },
    [
      option("yes", "はい", "urgent", { en: "Yes", also: ["危険", "あぶない", "緊急"] }),
      option("no", "いいえ", "kind", { en: "No", also: ["大丈夫", "ない"] }),
    ],
  ),
  stop(
    "urgent",
    "urgent",
    words(
      "すぐに電話でお知らせください。LINEでは急ぎの対応ができません。危ない場所には近づかないでください。\nけが人がいるときや火災は119番、事故は110番へお願いします。",
      "Please call now; urgent cases cannot be handled on LINE. Stay away from the danger. For injuries or fire dial 119, for accidents 110.",
      "すぐ 電話してください。あぶない ところに 近づかないでください。けがや 火事は 119、事故は 110です。",
    ),
    ["roads", "night"],
  ),
  choice(
    {
      id: "kind",
      label: words("種類", "Kind"),
      prompt: words("何についての情報ですか？", "What is it about?", "何の ことですか？"),
    },
    [
      option("road", "道路", "road-item", { en: "Road", category: "road", also: ["みち"] }),
      option("green", "公園・街路樹", "green-where", {
        en: "Park, street tree",
        category: "green",
        also: ["公園", "街路樹", "木"],
      }),
      option("smell", "下水のにおい", "smell-ill", {
        en: "Sewer smell",
        category: "smell",
        also: ["下水", "におい", "くさい"],
      }),
    ],
  ),
];

export const confirm = {
  kind: "confirm" as const,
  id: "confirm",
  prompt: words(
    "この内容で送りますか？送ると受付番号をお知らせします。",
    "Send this? You will get a receipt number.",
    "これで 送りますか？",
  ),
  thanks: words(
    "ありがとうございます。担当の課へすぐに届きます。確認は開庁日に行い、補修するかどうかは現地を見て決めます。進み具合はこのトークでお知らせすることがあります。",
    "Thank you. It goes straight to the section in charge, which looks at the place on working days and decides. We may write here as it moves on.",
    "ありがとうございます。担当の 課に とどきます。",
  ),
};
