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

const EXACT = new Map(WORDS.flatMap(([operation, words]) => words.map((word) => [fold(word), operation])));

const DAYS: [RegExp, Asked][] = [
  [/明後日|あさって/, { kind: "day", ahead: 2 }],
  [/明日|あした|あす/, { kind: "day", ahead: 1 }],
  [/今日|きょう|本日/, { kind: "day", ahead: 0 }],
  [/来週|らいしゅう/, { kind: "week", next: true }],
  [/今週|こんしゅう/, { kind: "week", next: false }],
  ...[..."日月火水木金土"].map((name, weekday): [RegExp, Asked] => [
    new RegExp(`(?:今度の|次の)?${name}曜日?`),
    { kind: "weekday", weekday },
  ]),
];

/** What may stand around the day; one of the first four is among it. */
const SUBJECT = /ごみ|収集|回収|捨て/;
const AROUND = [
  ..."ごみ 収集 回収 捨て 何 なん なに どの どんな 出せる 出す 出し だし 物 もの 種類 日 予定".split(" "),
  ..."は の が を って に で ある あります です でした だっけ でしたっけ か かな なの".split(" "),
  ..."教えて おしえて ください 知りたい いつ する してる しています れる られる る".split(" "),
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

/** 「明日なんのごみ?」: a day, and nothing else but words around garbage. */
function readDay(typed: string): Operation | null {
  for (const [names, asked] of DAYS) {
    const match = names.exec(typed);
    if (!match) continue;
    const rest = typed.slice(0, match.index) + typed.slice(match.index + match[0].length);
    return SUBJECT.test(rest) && consistsOf(rest, AROUND) ? { kind: "days", asked } : null;
  }
  return null;
}

/** 「燃やすごみの日はいつ」: a kind of garbage, and when. */
const KIND =
  /^(?:次の|次回の|今度の)?(.{0,16}(?:ごみ|びん|かん|缶|瓶|ぺっとぼとる|ぷら|ぷらすちっく|古紙|新聞|段ぼーる|紙ぱっく|雑がみ|資源物?|布類?))(?:の日|の収集日|の回収日|(?:の収集|の回収)?(?:は|って)?いつ|の日(?:は|って)?いつ|の収集日(?:は|って)?いつ|はいつ出せ(?:る|ます)|はいつ(?:出す|捨てる))(?:です)?か?(?:教えて)?$/;

/** 「地区 本町」: the space or colon tells it from 「地区センター」. */
const AREA = /^(?:ごみの?|収集)?地区(?:は|[\s:：])\s*(\S.{0,59})$/u;

/** What typed words ask of the calendar; null: they are not about days of collection. */
export function readTyped(text: string): Operation | null {
  if (text.length > LONGEST) return null;
  const typed = fold(text);
  const exact = EXACT.get(typed);
  if (exact) return exact;
  const named = AREA.exec(text.trim().replace(/　/g, " "))?.[1];
  if (named !== undefined) return { kind: "named-area", name: named.trim() };
  const asked = readDay(typed);
  if (asked) return asked;
  const words = KIND.exec(typed)?.[1];
  return words ? { kind: "days", asked: { kind: "words", words } } : null;
}
