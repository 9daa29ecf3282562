import type { LocalText } from "@/lib/scenarios/schema";
import { choice, option, stop, words } from "../parts";

export const OUTSIDE: LocalText = words(
  "熊本市の外の場所のようです。その場所の市町村か県が受け持っていると思われます。お手数ですが、そちらへお知らせください。\n市内の場所なら、地図でもう一度場所を選んでください。やめるときは「やめる」を押してください。",
  "This place seems to be outside Kumamoto City. The municipality there, or the prefecture, should be told. If it is inside, please choose the place again, or press Quit.",
  "熊本市の 外の 場所です。その 町の 役所に 知らせてください。市の 中なら もう一度 場所を 送ってください。",
);

/** Asked before anything else: what cannot wait goes by phone. */
export const opening = [
  choice(
    {
      id: "danger",
      label: words("いま危険か", "Danger now"),
      prompt: words(
        "いま、けがや事故になりそうな危険がありますか？\n（通れないほどの陥没、倒木、川の水があふれそう、など）",
        "Is there a danger right now? (a collapsed road, a fallen tree, a river about to overflow …)",
        "いま あぶないですか？（道に 大きな 穴、木が たおれた、川の 水が あふれそう）",
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
    ["works", "night"],
  ),
  choice(
    {
      id: "kind",
      label: words("種類", "Kind"),
      prompt: words("どの通報ですか？", "What is it about?", "何の 通報ですか？"),
    },
    [
      option("road", "道路の異常", "road-item", { en: "Road", category: "road", also: ["道路", "みち"] }),
      option("river", "河川の異常", "river-item", {
        en: "River",
        category: "river",
        also: ["河川", "川", "水路"],
      }),
      option("park", "公園の異常", "park-item", { en: "Park", category: "park", also: ["公園"] }),
      option("takeaway", "資源物等の持ち去り", "takeaway-now", {
        en: "Recyclables taken",
        category: "takeaway",
        also: ["持ち去り", "資源物", "ごみの持ち去り"],
      }),
      option("leak", "水道の漏水", "leak-amount", {
        en: "Water leak",
        category: "leak",
        also: ["漏水", "水漏れ", "水もれ", "水道"],
      }),
    ],
  ),
];

export const THANKS = words(
  "教えていただき、ありがとうございます。担当が場所を確かめて対応します。受付の確認は平日の9時から17時です。進み具合はこのトークでお知らせすることがあります。",
  "Thank you for telling us. We will look at the place. Reports are checked Mon–Fri 9:00–17:00; we may write here as it moves on.",
  "教えてくれて ありがとうございます。担当が 見に 行きます。",
);

export const confirm = {
  kind: "confirm" as const,
  id: "confirm",
  prompt: words(
    "この内容で送りますか？送ると受付番号をお知らせします。",
    "Send this report? You will get a receipt number.",
    "これで 送りますか？",
  ),
  thanks: THANKS,
};
