import { choice, nearAndFar, option, place, remarks, steps, stop, when, words } from "../parts";
import { OUTSIDE } from "./opening";

export const leak = steps(
  choice(
    {
      id: "leak-amount",
      label: words("水の量", "Amount"),
      prompt: words(
        "水はどのくらい出ていますか？",
        "How much water is there?",
        "水は どのくらい 出ていますか？",
      ),
    },
    [
      option("seep", "にじんでいる", "leak-where", {
        en: "Seeping",
        category: "leak-seep",
        also: ["少し", "にじむ"],
      }),
      option("flow", "流れている", "leak-where", { en: "Flowing", category: "leak-flow", also: ["流れる"] }),
      option("burst", "噴き出している", "leak-call", { en: "Bursting out", also: ["噴水", "ふきだす"] }),
    ],
  ),
  stop(
    "leak-call",
    "urgent",
    words(
      "すぐに上下水道局へ電話してください。24時間受け付けています。水の近くの道路はくずれることがあるので離れてください。",
      "Please call the water bureau now (24 hours). Keep away: the road near the water may give way.",
      "すぐ 電話してください。水の 近くから 離れてください。",
    ),
    ["water"],
  ),
  choice(
    {
      id: "leak-where",
      label: words("出ている所", "Where from"),
      prompt: words("どこから出ていますか？", "Where does it come from?", "どこから 出ていますか？"),
    },
    [
      option("road", "車道", "leak-photo", { en: "Roadway" }),
      option("walk", "歩道", "leak-photo", { en: "Sidewalk" }),
      option("lid", "マンホール・弁のふた", "leak-photo", { en: "Manhole, valve lid", also: ["マンホール"] }),
      option("meter", "家の外のメーター付近", "leak-photo", { en: "Near outside meter", also: ["メーター"] }),
      option("house", "家や建物の中", "leak-house", { en: "Inside a building", also: ["家の中"] }),
      option("unknown", "わからない", "leak-photo", { en: "Not sure", also: ["不明"] }),
    ],
  ),
  stop(
    "leak-house",
    "elsewhere",
    words(
      "家や建物の中の水もれは、持ち主から指定の工事店へ修理をお願いします。まずメーターのそばの元栓を閉めてください。工事店がわからないときは電話でご案内します。",
      "Leaks inside a building are repaired by a plumber whom the owner calls. Close the main tap first. We can name plumbers by phone.",
    ),
    ["water"],
  ),
  nearAndFar("leak-photo", "leak-place"),
  place(
    "leak-place",
    "leak-when",
    words("場所はどこですか？", "Where is it?", "場所は どこですか？"),
    OUTSIDE,
  ),
  when(
    "leak-when",
    "leak-text",
    words("見つけたのはいつですか？", "When did you notice it?", "いつ 見つけましたか？"),
  ),
  remarks(
    "leak-text",
    "confirm",
    words(
      "ほかに伝えたいことがあれば書いてください（200文字まで）。",
      "Anything else to tell us? (up to 200 characters)",
      "ほかに あれば 書いてください。",
    ),
    false,
  ),
);
