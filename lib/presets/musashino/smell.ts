import type { StepOf } from "@/lib/scenarios/schema";
import { choice, date, nearAndFar, option, place, remarks, steps, stop, words } from "../parts";
import { OUTSIDE } from "./opening";

/** Such a smell comes and goes within half an hour: the time of day tells where to look. */
const band: StepOf<"band"> = {
  kind: "band",
  id: "smell-band",
  label: words("時間帯", "Time of day"),
  prompt: words("何時ごろにおいましたか？", "About what time was it?", "何時ごろ ですか？"),
  options: [
    {
      ...option("early", "6時〜9時", "smell-length", { en: "6:00–9:00", also: ["朝"] }),
      fromHour: 6,
      toHour: 9,
    },
    {
      ...option("morning", "9時〜12時", "smell-length", { en: "9:00–12:00", also: ["午前"] }),
      fromHour: 9,
      toHour: 12,
    },
    {
      ...option("noon", "12時〜15時", "smell-length", { en: "12:00–15:00", also: ["昼"] }),
      fromHour: 12,
      toHour: 15,
    },
    {
      ...option("afternoon", "15時〜18時", "smell-length", { en: "15:00–18:00", also: ["夕方"] }),
      fromHour: 15,
      toHour: 18,
    },
    {
      ...option("evening", "18時〜21時", "smell-length", { en: "18:00–21:00", also: ["夜"] }),
      fromHour: 18,
      toHour: 21,
    },
    {
      ...option("late", "21時〜24時", "smell-length", { en: "21:00–24:00", also: ["深夜"] }),
      fromHour: 21,
      toHour: 24,
    },
    {
      ...option("night", "0時〜6時", "smell-length", { en: "0:00–6:00", also: ["未明", "明け方"] }),
      fromHour: 0,
      toHour: 6,
    },
    option("always", "いつも", "smell-length", { en: "Always", also: ["一日中", "ずっと"] }),
    option("unknown", "わからない", "smell-length", { en: "Not sure", also: ["不明"] }),
  ],
};

export const smell = steps(
  choice(
    {
      id: "smell-ill",
      label: words("体調・ガスのにおい", "Feeling ill, gas"),
      prompt: words(
        "気分が悪くなったり、都市ガスのようなにおいがしたりしますか？",
        "Do you feel ill, or does it smell like town gas?",
        "気分が わるいですか？ ガスの においが しますか？",
      ),
    },
    [option("yes", "はい", "smell-call", { en: "Yes" }), option("no", "いいえ", "smell-where", { en: "No" })],
  ),
  stop(
    "smell-call",
    "urgent",
    words(
      "すぐにその場所から離れてください。火を使わず、気分が悪いときは119番へ、ガスのにおいはガス会社へ電話してください。落ち着いたら下水道の担当へもお知らせください。",
      "Leave the place at once and use no fire. If you feel ill dial 119; for gas call the gas company. Then tell the sewer section.",
      "すぐ 離れてください。気分が わるいときは 119に 電話してください。",
    ),
    ["sewer", "night"],
  ),
  choice(
    {
      id: "smell-where",
      label: words("どこから", "Where from"),
      prompt: words("どこからにおいますか？", "Where does it come from?", "どこから においますか？"),
    },
    [
      option("manhole", "マンホール", "smell-how", { en: "Manhole", category: "smell-manhole" }),
      option("inlet", "雨水ます・側溝", "smell-how", {
        en: "Street inlet",
        category: "smell-inlet",
        also: ["雨水ます", "側溝"],
      }),
      option("building", "建物のまわり", "smell-how", {
        en: "Round a building",
        category: "smell-building",
        also: ["ビル", "店"],
      }),
      option("unknown", "わからない", "smell-how", {
        en: "Not sure",
        category: "smell-unknown",
        also: ["不明"],
      }),
    ],
  ),
  choice(
    {
      id: "smell-how",
      label: words("どんなにおい", "What smell"),
      prompt: words("どんなにおいですか？", "What does it smell like?", "どんな においですか？"),
    },
    [
      option("egg", "卵がくさったような", "smell-date", { en: "Rotten eggs", also: ["卵", "硫黄"] }),
      option("oil", "油っぽい", "smell-date", { en: "Oily", also: ["油"] }),
      option("garbage", "生ごみのような", "smell-date", { en: "Garbage", also: ["生ごみ"] }),
      option("drain", "どぶのような", "smell-date", { en: "Drain", also: ["どぶ", "排水"] }),
      option("other", "その他", "smell-date", { en: "Other" }),
    ],
  ),
  date(
    "smell-date",
    "smell-band",
    words("においがしたのはいつですか？", "Which day was it?", "いつ においましたか？"),
  ),
  band,
  choice(
    {
      id: "smell-length",
      label: words("続いた長さ", "How long"),
      prompt: words("どのくらい続きましたか？", "How long did it last?", "どのくらい つづきましたか？"),
    },
    [
      option("minutes", "数分", "smell-place", { en: "A few minutes" }),
      option("half", "30分くらい", "smell-place", { en: "About 30 minutes" }),
      option("hour", "1時間以上", "smell-place", { en: "An hour or more" }),
      option("unknown", "わからない", "smell-place", { en: "Not sure", also: ["不明"] }),
    ],
  ),
  place(
    "smell-place",
    "smell-photo",
    words(
      "場所はどこですか？「地図で場所を送る」を押して、ピンを合わせて送ってください。",
      "Where is it? Press “Send a place” and put the pin on the spot.",
      "場所は どこですか？ ちずで 送ってください。",
    ),
    OUTSIDE,
  ),
  nearAndFar("smell-photo", "smell-text"),
  remarks(
    "smell-text",
    "confirm",
    words(
      "ほかに気づいたことがあれば書いてください（200文字まで）。",
      "Anything else you noticed? (up to 200 characters)",
      "ほかに あれば 書いてください。",
    ),
    false,
    words("コメント", "Comment"),
  ),
);
