import type { Asked } from "./files";

/** How many of the questions of one class were answered well. `silent`: those that must not be answered and were not. */
export type Score = { asked: number; first: number; third: number; silent: number; foreign: number };
export type Scores = Map<string, Score>;

export const SUM = "all";
const nothing = (): Score => ({ asked: 0, first: 0, third: 0, silent: 0, foreign: 0 });

/** By class and, under `SUM`, all together; `answered` gives the ids that would be shown, best first. */
export function scored(gold: readonly Asked[], answered: ReadonlyMap<string, readonly string[]>): Scores {
  const scores: Scores = new Map([[SUM, nothing()]]);
  for (const { cls, q, ids } of gold) {
    const mine = scores.get(cls) ?? nothing();
    scores.set(cls, mine);
    const shown = answered.get(q) ?? [];
    for (const score of [mine, scores.get(SUM) ?? nothing()]) {
      if (ids.length === 0) {
        score.foreign += 1;
        if (shown.length === 0) score.silent += 1;
        continue;
      }
      score.asked += 1;
      if (shown[0] !== undefined && ids.includes(shown[0])) score.first += 1;
      if (shown.slice(0, 3).some((id) => ids.includes(id))) score.third += 1;
    }
  }
  return scores;
}

export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

type Goal = { name: string; cls: string; least: number; of: (score: Score) => number };
const first = (score: Score) => percent(score.first, score.asked);
const third = (score: Score) => percent(score.third, score.asked);

/** What the bot has to reach; classes that a gold file does not have are not judged. */
export const GOALS: readonly Goal[] = [
  { name: "hit@1", cls: SUM, least: 94, of: first },
  { name: "hit@3", cls: SUM, least: 97, of: third },
  { name: "hit@3 of citizens' words", cls: "citizen", least: 90, of: third },
  { name: "hit@3 of slips of kana", cls: "kana-typo", least: 90, of: third },
  { name: "hit@1 in katakana", cls: "katakana", least: 99, of: first },
  { name: "hit@1 in sentences", cls: "sentence", least: 99, of: first },
  {
    name: "off-topic left alone",
    cls: SUM,
    least: 100,
    of: (score) => (score.foreign === 0 ? 100 : percent(score.silent, score.foreign)),
  },
];

/** Each goal with what was reached, in percent. */
export const judged = (scores: Scores): { name: string; least: number; reached: number; isMet: boolean }[] =>
  GOALS.flatMap(({ name, cls, least, of }) => {
    const score = scores.get(cls);
    if (!score) return [];
    const reached = of(score);
    return [{ name, least, reached, isMet: reached >= least }];
  });
