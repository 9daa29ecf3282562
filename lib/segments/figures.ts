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
  /** The parts below are told in tens. */
  rough: boolean;
  bySpoken: Held<AudienceCount["bySpoken"]>;
  leftOut: Held<AudienceCount["leftOut"]>;
};

/** A number as that person may see it; null: too few to be told. */
export const told = (n: number, mayView: boolean): number | null => (mayView || n >= SMALL ? n : null);

/** The parts of a count, where the exact number is of no use to the person: in tens, and never none. */
const roughly = (n: number, mayView: boolean): number | null =>
  mayView || n < SMALL ? told(n, mayView) : Math.round(n / 10) * 10;

/**
 * A count as that person may see it. Two large counts may differ by one person: whoever adds "not this age, this area"
 * to a rule and compares learns about the one who fell out. The total has to stay exact, for it is what will be sent and
 * billed; the parts are told in tens, so that each question yields one number to compare instead of nine, and how often
 * a person may count is limited. Languages add up to the total: when those held back come to so few that a
 * subtraction would tell them, the smallest of the others is held back too.
 */
export function figuresFor(count: AudienceCount, mayView: boolean): AudienceFigures {
  const bySpoken = Object.fromEntries(
    SPOKEN.map((spoken) => [spoken, roughly(count.bySpoken[spoken], mayView)]),
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
    rough: !mayView,
    bySpoken,
    leftOut: {
      blocked: roughly(blocked, mayView),
      stopped: roughly(stopped, mayView),
      unknown: roughly(unknown, mayView),
      unanswered: roughly(unanswered, mayView),
    },
  };
}

/** 1,204人, or 5人未満 where it may not be told. */
export const showCount = (n: number | null, mayView = true): string =>
  n === null || told(n, mayView) === null ? `${SMALL}人未満` : `${n.toLocaleString("ja-JP")}人`;
