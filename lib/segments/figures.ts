import { SPOKEN, type Spoken } from "@/db/enums";

/**
 * Below this a count may point at single persons. None is too few as well: whoever knows that a neighbour is the only one
 * whom a rule can mean would learn from 0 what they did not choose, and from its absence what they did.
 */
export const SMALL = 5;

export type AudienceCount = {
  total: number;
  bySpoken: Record<Spoken, number>;
  /**
   * Who is left out: `blocked`, `stopped` and `unknown` match the rule but nothing would reach them; `unanswered` could
   * be reached and would match if they had answered the questions that the rule asks about.
   */
  leftOut: { blocked: number; stopped: number; unknown: number; unanswered: number };
};
type Held<T> = { [K in keyof T]: number | null };
/** What a person may see of a count; null: too few to be told. */
export type AudienceFigures = {
  total: number | null;
  bySpoken: Held<AudienceCount["bySpoken"]>;
  leftOut: Held<AudienceCount["leftOut"]>;
};

const told = (n: number, mayView: boolean): number | null => (mayView || n >= SMALL ? n : null);

/**
 * A count as that person may see it. Languages add up to the total: when those held back come to so few that a
 * subtraction would tell them, the smallest of the others is held back too.
 */
export function figuresFor(count: AudienceCount, mayView: boolean): AudienceFigures {
  const bySpoken = Object.fromEntries(
    SPOKEN.map((spoken) => [spoken, told(count.bySpoken[spoken], mayView)]),
  ) as AudienceFigures["bySpoken"];
  const hidden = SPOKEN.filter((spoken) => bySpoken[spoken] === null).reduce(
    (sum, spoken) => sum + count.bySpoken[spoken],
    0,
  );
  if (hidden > 0 && hidden < SMALL) {
    const [smallest] = SPOKEN.filter((spoken) => bySpoken[spoken] !== null).sort(
      (a, b) => count.bySpoken[a] - count.bySpoken[b],
    );
    if (smallest) bySpoken[smallest] = null;
  }
  const { blocked, stopped, unknown, unanswered } = count.leftOut;
  return {
    total: told(count.total, mayView),
    bySpoken,
    leftOut: {
      blocked: told(blocked, mayView),
      stopped: told(stopped, mayView),
      unknown: told(unknown, mayView),
      unanswered: told(unanswered, mayView),
    },
  };
}

/** 1,204人, or 5人未満 where it may not be told. */
export const showCount = (n: number | null, mayView = true): string =>
  n === null || told(n, mayView) === null ? `${SMALL}人未満` : `${n.toLocaleString("ja-JP")}人`;
