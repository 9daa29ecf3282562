import { hours, minutes } from "@/lib/core/time";
import { BETWEEN, TO } from "./when-day";
import { type Rule, take } from "./when-text";
import { PARTS } from "./when-words";

/** An hour and minute as written. `before`: 10時5分前. `isWhole`: said by the 24-hour clock, no part of the day turns it. */
type Clock = { hour: number; minute: number; before: number; isWhole: boolean };

const clock = (hour: number, minute = 0, before = 0, isWhole = false): Clock => ({
  hour,
  minute,
  before,
  isWhole,
});

const CLOCKS: Rule<Clock>[] = [
  [/正午|しょうご|정오|(?<![a-z])noon(?![a-z])/g, () => clock(12, 0, 0, true)],
  [/(?<![a-z])half past (\d{1,2})(?![\d:])/g, ([, h]) => clock(Number(h), 30)],
  [/(?<![\d:.])(\d{1,2}) ?o'?clock/g, ([, h]) => clock(Number(h))],
  [
    /(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])(?: ?[ap]\.?m(?![a-z])\.?)?/g,
    ([, h, m]) => clock(Number(h), Number(m)),
  ],
  [/(?<![\d:./-])(\d{1,2}) ?[ap]\.?m(?![a-z])\.?/g, ([, h]) => clock(Number(h))],
  [/(?<![a-z])[ap]\.?m\.? ?(\d{1,2})(?![\d:./時-])/g, ([, h]) => clock(Number(h))],
  // The first of 2、3時. Its 時 is said once.
  [new RegExp(`(?<![\\d/.:-])(\\d{1,2})${TO}(?=\\d{1,2}時(?!間))`, "g"), ([, h]) => clock(Number(h))],
  [/(?<![\d.:/-])(\d{1,2})時(?!間)[ ,]?(\d{1,2})分前(?!後)/g, ([, h, m]) => clock(Number(h), 0, Number(m))],
  [/(?<![\d.:/-])(\d{1,2})時(?!間)[ ,の]?(\d{1,2})分/g, ([, h, m]) => clock(Number(h), Number(m))],
  [/(?<![\d.:/-])(\d{1,2})時(?!間) ?半/g, ([, h]) => clock(Number(h), 30)],
  [
    /(?<![\d.:/-])(\d{1,2})時(?!間) ?(\d{2})(?=$|[ ,に_]|頃|ごろ|くらい|ぐらい)/g,
    ([, h, m]) => clock(Number(h), Number(m)),
  ],
  [/(?<![\d.:/-])(\d{1,2})時(?!間)/g, ([, h]) => clock(Number(h))],
];

/** The hours that the words name, and what is left of the words. */
export const takeClocks = (words: string) => take(words, CLOCKS);

/** How the parts of the day in the words turn an hour: more than one answer when they disagree. */
function turns(words: string): ((hour: number) => number | null)[] {
  const rules = PARTS.map(([pattern, turn]): Rule<(hour: number) => number | null> => [pattern, () => turn]);
  const { found } = take(words, rules);
  return found.length > 0 ? found : [(hour) => hour];
}

export const hasPart = (words: string): boolean => PARTS.some(([pattern]) => words.search(pattern) >= 0);

/** Minutes after midnight that each clock may mean; null for an impossible one. */
export function minutesOf(clocks: Clock[], words: string): (number | null)[] {
  const turned = turns(words);
  const all = clocks.flatMap(({ hour, minute, before, isWhole }) =>
    (isWhole ? [(h: number) => h] : turned).map((turn) => {
      const at = turn(hour);
      return at === null || at > 24 || minute > 59 || before > 59 ? null : at * 60 + minute - before;
    }),
  );
  return [...new Set(all)];
}

/** How long ago, in ms. `isRough`: 2、3時間前. */
type Ago = { ms: number; isRough: boolean };

const NUMBER = "(\\d{1,3}(?:\\.\\d)?)";
/** 5分前 of 10時5分前 is no five minutes ago. */
const ALONE = "(?<![\\d/.:時-]|時 )";
const span = (n: string | undefined, unit: string | undefined): number =>
  Number(n) * (unit === "分" ? minutes(1) : hours(1));

const AGO: Rule<Ago>[] = [
  [
    new RegExp(`${ALONE}${NUMBER}(時間|分)?(半)?${TO}${NUMBER}(時間|分)(半)?${BETWEEN}前(?!後)`, "g"),
    ([, a, unitA, halfA, b, unitB, halfB]) => ({
      ms:
        (span(a, unitA ?? unitB) + span(b, unitB) + (halfA ? minutes(30) : 0) + (halfB ? minutes(30) : 0)) /
        2,
      isRough: true,
    }),
  ],
  [
    new RegExp(`${ALONE}${NUMBER}時間(?:(半)|と? ?(\\d{1,2})分)?${BETWEEN}前(?!後)`, "g"),
    ([, n, half, more]) => ({
      ms: hours(Number(n)) + minutes(half ? 30 : Number(more ?? 0)),
      isRough: false,
    }),
  ],
  [
    new RegExp(`${ALONE}${NUMBER}分${BETWEEN}前(?!後)`, "g"),
    ([, n]) => ({ ms: minutes(Number(n)), isRough: false }),
  ],
];

/** The spans before now that the words name, and what is left of the words. */
export const takeAgo = (words: string) => take(words, AGO);
