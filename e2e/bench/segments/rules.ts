import { type SQL, sql } from "drizzle-orm";
import { SPOKEN } from "@/db/enums";
import type { Leaf, Rule } from "@/lib/segments/rule";
import type { Random } from "../../support/random";
import { SENT } from "./fill";

const some = (random: Random, from: number, to: number): number[] => {
  const all = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const chosen = all.filter(() => random.chance(0.35));
  return chosen.length > 0 ? chosen : [random.pick(all)];
};

function attribute(random: Random, interests: number): Leaf {
  const which = random.below(8);
  if (which === 0) return { op: "age_band", codes: some(random, 0, 8) };
  if (which === 1) return { op: "gender", codes: some(random, 0, 3) };
  if (which === 2) return { op: "area", ids: some(random, -1, 5) };
  if (which === 3) return { op: "spoken", spoken: [random.pick(SPOKEN)] };
  if (which === 4) return { op: "answered" };
  const bits = Array.from({ length: 1 + random.below(4) }, () => random.below(interests));
  return { op: "interests", bits: [...new Set(bits)], match: random.chance(0.75) ? "any" : "all" };
}

function history(random: Random): Leaf {
  const which = random.below(3);
  if (which === 0) return { op: "received", broadcastId: random.pick(SENT) };
  if (which === 1) return { op: "reported", withinDays: random.pick([null, 30, 365]) };
  const year = 2020 + random.below(6);
  return {
    op: "friend_since",
    from: `${year}-04-01`,
    until: random.chance(0.5) ? `${year + 1}-03-31` : null,
  };
}

/** A rule as staff may build one: up to three levels, `not` now and then. With `past`, one leaf asks for history. */
export function randomRule(random: Random, interests: number, past: boolean): Rule {
  const make = (depth: number): Rule => {
    const dive = depth < 3 && random.chance(0.35);
    const rule: Rule = dive
      ? {
          op: random.chance(0.6) ? "all" : "any",
          rules: Array.from({ length: 2 + random.below(2) }, () => make(depth + 1)),
        }
      : attribute(random, interests);
    return random.chance(0.15) ? { op: "not", rule } : rule;
  };
  const first = past ? history(random) : make(2);
  return { op: "all", rules: [first, ...Array.from({ length: random.below(3) }, () => make(1))] };
}

/** The same rule over bench_arrays. */
export function arrayWhere(rule: Rule): SQL {
  const many = (column: string, keys: readonly number[]) =>
    sql`${sql.raw(column)} in (${sql.join(
      keys.map((k) => sql`${k}`),
      sql`, `,
    )})`;
  switch (rule.op) {
    case "all":
    case "any": {
      if (rule.rules.length === 0) return rule.op === "all" ? sql`true` : sql`false`;
      return sql`(${sql.join(rule.rules.map(arrayWhere), rule.op === "all" ? sql` and ` : sql` or `)})`;
    }
    case "not":
      return sql`not (${arrayWhere(rule.rule)})`;
    case "age_band":
    case "gender":
      return many(rule.op, rule.codes);
    case "area":
      return many("area_id", rule.ids);
    case "spoken":
      return many(
        "spoken",
        rule.spoken.map((each) => SPOKEN.indexOf(each)),
      );
    case "answered":
      return sql`answered_at is not null`;
    case "interests": {
      const list = sql.raw(`'{${rule.bits.join(",")}}'::int[]`);
      return rule.match === "any" ? sql`interests && ${list}` : sql`interests @> ${list}`;
    }
    default:
      throw new Error(`arrays do not know ${rule.op}`);
  }
}
