import { type CivilDate, type CivilTime, days, fromTokyo, toTokyo } from "@/lib/core/time";
import { type Rule, take } from "./when-text";
import { DAYS } from "./when-words";

/** A day as its first instant in Tokyo, null when there is no such day. `isRough`: 2、3日前. */
export type Day = { start: Date | null; isRough: boolean };

/** Dates ahead by less are slips, not of a year ago. */
const SLIP_MS = days(31);
/** 25日 said on the 5th is last month's; 29日 said on the 28th is a slip. */
const LAST_MONTH_MS = days(21);

const valid = (civil: CivilDate): Date | null => {
  const day = fromTokyo(civil);
  const back = toTokyo(day);
  return back.month === civil.month && back.day === civil.day ? day : null;
};

const startOf = ({ year, month, day }: CivilDate, back: number): Date =>
  fromTokyo({ year, month, day: day - back });

function ofYear(now: Date, month: number, day: number): Date | null {
  const { year } = toTokyo(now);
  const at = valid({ year, month, day });
  // 12/30 typed in January means the year that has passed.
  return at && at.getTime() - now.getTime() > SLIP_MS ? valid({ year: year - 1, month, day }) : at;
}

/** That day in the month so many months back. */
function ofMonth(today: CivilTime, day: number, back: number): Date | null {
  const month = today.year * 12 + today.month - 1 - back;
  return valid({ year: Math.floor(month / 12), month: (month % 12) + 1, day });
}

function lastSuch(now: Date, day: number): Date | null {
  const today = toTokyo(now);
  const here = ofMonth(today, day, 0);
  if (here && here <= now) return here;
  const before = ofMonth(today, day, 1);
  return before && now.getTime() - before.getTime() < LAST_MONTH_MS ? before : here;
}

function weekdayBack(target: number, today: number, week: string | undefined): number {
  const ago = (today - target + 7) % 7;
  // A Sunday belongs to the week before it as often as to the one after: the nearer one, unless that is today.
  const lastWeek = ago < today || ago === 0 ? ago + 7 : ago;
  if (week === "今週") return today - target;
  if (week === "先週" || week === "前") return lastWeek;
  if (week === "先々週") return lastWeek + 7;
  return week && ago === 0 ? 7 : ago;
}

const START = "(?<![\\d/.-])";
/** 11月9時 is no 9th. */
const END = "(?! ?[時:]|[\\d/.-])";
const WEEK = "(?:(?:先々週|先週|今週) ?の? ?)?";
/** What may stand between a number and 前. All of it makes the time a rough one, but も. */
export const BETWEEN = "(?:くらい|ぐらい|ほど|程度?|位|以[上内]|弱|強|ちょっと|ちょい|あまり|余り|も)* ?";
/** Between the two numbers of 2、3日前. */
export const TO = " ?(?:[,~・-]|から|か|or|to|至|到) ?";

const rules = (now: Date): Rule<Day>[] => {
  const today = toTokyo(now);
  const sure = (start: Date | null): Day => ({ start, isRough: false });
  const back = (n: number): Day => sure(startOf(today, n));
  const ago = (n: number, near = ""): Day => ({ start: startOf(today, n), isRough: /[^も ]/.test(near) });
  const between = (a: string | undefined, b: string | undefined, unit: number): Day => ({
    start: startOf(today, Math.round(((Number(a) + Number(b)) / 2) * unit)),
    isRough: true,
  });
  const re = (source: string) => new RegExp(source, "g");
  return [
    [
      re(`${START}(\\d{4})[年/.-] ?(\\d{1,2})[月/.-] ?(\\d{1,2})(?:日|${END})`),
      ([, y, m, d]) => sure(valid({ year: Number(y), month: Number(m), day: Number(d) })),
    ],
    [
      re(`(?:令和|(?<![a-z])r) ?(\\d{1,2}|元)[年/.-] ?(\\d{1,2})[月/.-] ?(\\d{1,2})(?:日|${END})`),
      ([, y, m, d]) =>
        sure(valid({ year: y === "元" ? 2019 : 2018 + Number(y), month: Number(m), day: Number(d) })),
    ],
    [
      re(`(今年|去年|昨年|一昨年|おととし) ?の? ?(\\d{1,2})[月/] ?(\\d{1,2})(?:日|${END})`),
      ([, y, m, d]) => {
        const year = today.year - (y === "今年" ? 0 : y === "去年" || y === "昨年" ? 1 : 2);
        return sure(valid({ year, month: Number(m), day: Number(d) }));
      },
    ],
    [
      re("(今月|先月|先々月) ?の? ?(\\d{1,2})日(?!前|間)"),
      ([, m, d]) => sure(ofMonth(today, Number(d), m === "今月" ? 0 : m === "先月" ? 1 : 2)),
    ],
    [
      re(
        `${WEEK}${START}(?<!年 ?)(\\d{1,2})(?:[月/] ?|月 ?の ?(?=\\d+日))(\\d{1,2})(?:日(?!前(?!後)|間)|(?!日)${END})`,
      ),
      ([, m, d]) => sure(ofYear(now, Number(m), Number(d))),
    ],
    [re(`${START}(\\d{1,3})日?${TO}(\\d{1,3})日${BETWEEN}前(?!後)`), ([, a, b]) => between(a, b, 1)],
    [
      re(`${START}(\\d{1,2})(?:週間?)?${TO}(\\d{1,2})週間?${BETWEEN}前(?!後)`),
      ([, a, b]) => between(a, b, 7),
    ],
    [re(`${START}(\\d{1,3})日(${BETWEEN})前(?!後)`), ([, n, near]) => ago(Number(n), near)],
    [re(`${START}(\\d{1,2})週間?(${BETWEEN})前(?!後)`), ([, n, near]) => ago(7 * Number(n), near)],
    [
      re(`${WEEK}${START}(?<!月 ?)(\\d{1,2})日(?!前(?!後)|間|中|目|半|後|曜|市|町|連|続|ぶり|ほど|月(?!曜))`),
      ([, d]) => sure(lastSuch(now, Number(d))),
    ],
    ...DAYS.map(([pattern, n]): Rule<Day> => [pattern, () => back(n)]),
    [
      re(
        "(?:(先々週|先週|今週|この前|この間|このあいだ|こないだ|(?<![一-龠ぁ-ん_])前) ?の? ?)?([日月火水木金土])曜日?|\\(([日月火水木金土])\\)",
      ),
      ([, week, a, b]) => back(weekdayBack("日月火水木金土".indexOf(a ?? b ?? ""), today.weekday, week)),
    ],
  ];
};

/** The days that the words name, and what is left of the words. */
export const takeDays = (words: string, now: Date) => take(words, rules(now));

/** 11-22 and 11.22 could be hours as well: asked for only beside an hour. */
export const takeDashed = (words: string, now: Date) =>
  take<Day>(words, [
    [
      new RegExp(`${START}(\\d{1,2})[.-](\\d{1,2})${END}`, "g"),
      ([, m, d]) => ({ start: ofYear(now, Number(m), Number(d)), isRough: false }),
    ],
  ]);
