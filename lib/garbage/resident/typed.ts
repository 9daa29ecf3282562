import { fold } from "@/lib/scenarios/fold";
import type { Asked, Operation } from "./operation";

/** Longer than any of these sentences: an essay is not looked through. */
const LONGEST = 60;

const WEEK: Operation = { kind: "days", asked: { kind: "week", next: false } };
const day = (ahead: number): Operation => ({ kind: "days", asked: { kind: "day", ahead } });

/** Whole words, in the languages the city writes in. */
const WORDS: [Operation, string[]][] = [
  [
    WEEK,
    [
      "ごみの日",
      "収集日",
      "回収日",
      "ごみの収集日",
      "ごみ収集日",
      "ごみの回収日",
      "ごみカレンダー",
      "ごみ収集カレンダー",
      "収集カレンダー",
      "収集日カレンダー",
      "ごみ出しの日",
      "ごみ出しカレンダー",
      "収集日を調べる",
      "ごみの日はいつ",
      "収集日はいつ",
      "garbage day",
      "garbage calendar",
      "trash day",
      "collection days",
      "垃圾日",
      "垃圾收集日",
      "쓰레기 수거일",
      "쓰레기 배출일",
    ],
  ],
  [day(0), ["garbage today", "trash today", "今天的垃圾", "오늘 쓰레기"]],
  [day(1), ["garbage tomorrow", "trash tomorrow", "明天的垃圾", "내일 쓰레기"]],
  [
    { kind: "areas", group: null, page: 0, before: null },
    [
      "地区を変える",
      "地区を変更",
      "地区を変更する",
      "地区変更",
      "地区を選ぶ",
      "地区を選び直す",
      "ごみの地区",
      "ごみの地区を変える",
      "ごみの地区を変更",
      "収集地区",
      "収集地区を変える",
      "change garbage area",
      "更改垃圾收集地区",
      "쓰레기 지역 변경",
    ],
  ],
  [
    { kind: "reminder" },
    [
      "ごみのお知らせ",
      "ごみの日のお知らせ",
      "ごみの日を知らせて",
      "ごみの通知",
      "ごみ通知",
      "ごみリマインド",
      "ごみリマインダー",
      "ごみの日リマインド",
      "リマインダー",
      "garbage reminder",
      "垃圾日提醒",
      "쓰레기 알림",
    ],
  ],
  [
    { kind: "silence" },
    [
      "ごみのお知らせを止める",
      "ごみの日のお知らせを止める",
      "ごみ通知を止める",
      "ごみの通知を止める",
      "ごみリマインド停止",
      "リマインダーを止める",
      "stop garbage reminder",
      "停止垃圾日提醒",
      "쓰레기 알림 중지",
    ],
  ],
];

/** Pictures, signs and what cannot be seen: 「明日のゴミは？🗑️」 asks nothing else than without them. */
const NO_WORD = /[\p{P}\p{S}\p{Cf}]|\ufe0f|\u20e3/gu;
const plain = (text: string): string => fold(text).replace(NO_WORD, "");

const EXACT = new Map(WORDS.flatMap(([operation, words]) => words.map((word) => [plain(word), operation])));

type Day = Exclude<Asked, { kind: "words" | "category" }>;

const WEEKDAYS = [..."日月火水木金土"].flatMap((name, weekday): [RegExp, Day][] => [
  [new RegExp(`(?:来週|らいしゅう)の?${name}曜日?`), { kind: "weekday", weekday, next: true }],
  [new RegExp(`(?:今度の|次の|(?:今週|こんしゅう)の?)?${name}曜日?`), { kind: "weekday", weekday }],
]);
const DAYS: [RegExp, Day][] = [
  [/明後日|あさって/, { kind: "day", ahead: 2 }],
  [/明日|あした|あす/, { kind: "day", ahead: 1 }],
  [/今日|きょう|本日/, { kind: "day", ahead: 0 }],
  // 来週の月曜日 is a day, not a week.
  ...WEEKDAYS,
  [/来週|らいしゅう/, { kind: "week", next: true }],
  [/今週|こんしゅう/, { kind: "week", next: false }],
];

/** What may stand around the day; one of the first four is among it. */
const SUBJECT = /ごみ|収集|回収|捨て/;
const AROUND = [
  ..."ごみ 収集 回収 捨て 何 なん なに どの どんな 出せる 出す 出し だし 物 もの 種類 日 予定".split(" "),
  ..."は の が を って に で ある あります です でした だっけ でしたっけ か かな なの".split(" "),
  ..."教えて おしえて ください 知りたい いつ する してる しています れる られる る て も いい よい 大丈夫 だいじょうぶ 出せ ます".split(
    " ",
  ),
];

/** Can the text be read as these words, one after the other? Each place is looked at once, however they overlap. */
function consistsOf(text: string, words: readonly string[]): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at++) {
    if (!reached.has(at)) continue;
    for (const word of words) if (text.startsWith(word, at)) reached.add(at + word.length);
  }
  return reached.has(text.length);
}

const NOUN =
  "ごみ|びん|かん|缶|瓶|ぺっとぼとる|ぷらすちっく|ぷら|古紙|新聞|段ぼーる|紙ぱっく|雑がみ|資源物?|布類?";
const NAMED = new RegExp(`^.{0,16}(?:${NOUN})$`);

/** The kind at the beginning of 「燃やすごみの日ですか」: what is left has to be words around garbage. */
function readKind(rest: string): string | null {
  for (let at = 1; at <= rest.length; at++) {
    const [name, tail] = [rest.slice(0, at), rest.slice(at)];
    if (!NAMED.test(name) || !consistsOf(tail, AROUND)) continue;
    const whole = tail.startsWith("ごみ") ? `${name}ごみ` : name;
    // 「今日の新聞」 alone is the newspaper, not its collection.
    return SUBJECT.test(rest) || /[日出捨]|いつ|ある/.test(tail) ? whole : null;
  }
  return null;
}

/** What is said beside the day, if the day is plainly one: 「きょう」 and 「あす」 are parts of other words, too. */
function besideDay(before: string, day: string, after: string): string | null {
  const isKana = /^[ぁ-ゖ]/.test(day);
  if (before !== "") return !isKana && /(?:は|って)$/.test(before) ? before + after : null;
  const particle = /^(?:は|の|って|に)/.exec(after)?.[0] ?? "";
  return isKana && particle === "" ? null : after.slice(particle.length);
}

/** 「明日なんのごみ?」: a day, and nothing else but words around garbage; or also one kind of it. */
function readDay(typed: string): Operation | null {
  for (const [names, asked] of DAYS) {
    const match = names.exec(typed);
    if (!match) continue;
    const [before, after] = [typed.slice(0, match.index), typed.slice(match.index + match[0].length)];
    if (SUBJECT.test(before + after) && consistsOf(before + after, AROUND)) return { kind: "days", asked };
    const rest = besideDay(before, match[0], after);
    const of = rest === null ? null : readKind(rest);
    if (of === null) return null;
    // Of a week all days of the kind are told.
    return { kind: "days", asked: asked.kind === "week" ? { kind: "words", words: of } : { ...asked, of } };
  }
  return null;
}

/** 「燃やすごみの日はいつ」: a kind of garbage, and when. */
const KIND = new RegExp(
  `^(?:次の|次回の|今度の)?(.{0,16}(?:${NOUN}))(?:の日|の収集日|の回収日|(?:の収集|の回収)?(?:は|って)?いつ|の日(?:は|って)?いつ|の収集日(?:は|って)?いつ|はいつ出せ(?:る|ます)|はいつ(?:出す|捨てる))(?:です)?か?(?:教えて)?$`,
);

/** 「地区 本町」: the space or colon tells it from 「地区センター」. */
const AREA = /^(?:ごみの?|収集)?地区(?:は|[\s:：])\s*(\S.{0,59})$/u;

/** What typed words ask of the calendar; null: they are not about days of collection. */
export function readTyped(text: string): Operation | null {
  if (text.length > LONGEST) return null;
  const typed = plain(text);
  const exact = EXACT.get(typed);
  if (exact) return exact;
  const named = AREA.exec(text.trim().replace(/　/g, " "))?.[1];
  if (named !== undefined) return { kind: "named-area", name: named.trim() };
  const asked = readDay(typed);
  if (asked) return asked;
  const words = KIND.exec(typed)?.[1];
  return words ? { kind: "days", asked: { kind: "words", words } } : null;
}
