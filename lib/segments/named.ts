import { AppError } from "@/lib/core/errors";
import { leavesOf, type Rule } from "./rule";

/** Saved rules by segment id. */
export type NamedRules = ReadonlyMap<string, Rule>;

/** A rule with everything it names put in may be larger than one a person writes, but not without end. */
const MAX_INLINED = 4_000;

export type NamedProblem = { problem: "missing" | "cycle" | "too-large"; segmentId: string };

/** What stands in the way of putting the named rules in, or null. `self`: the segment this rule is about to become. */
export function findNamedProblem(rule: Rule, named: NamedRules, self?: string): NamedProblem | null {
  let leaves = 0;
  const walk = (each: Rule, path: readonly string[]): NamedProblem | null => {
    for (const leaf of leavesOf(each)) {
      leaves += 1;
      if (leaf.op !== "segment") continue;
      const { segmentId } = leaf;
      if (path.includes(segmentId)) return { problem: "cycle", segmentId };
      if (leaves > MAX_INLINED) return { problem: "too-large", segmentId };
      const meant = named.get(segmentId);
      if (!meant) return { problem: "missing", segmentId };
      const below = walk(meant, [...path, segmentId]);
      if (below) return below;
    }
    return null;
  };
  return walk(rule, self === undefined ? [] : [self]);
}

/**
 * The rule with every named segment put in as it is now: what is approved and sent no longer changes when somebody
 * edits a segment. Throws `invalid` where that cannot be done.
 */
export function inlineNamed(rule: Rule, named: NamedRules): Rule {
  const found = findNamedProblem(rule, named);
  if (found) throw new AppError("invalid", `segment ${found.segmentId}: ${found.problem}`);
  const put = (each: Rule): Rule => {
    if (each.op === "all" || each.op === "any") return { op: each.op, rules: each.rules.map(put) };
    if (each.op === "not") return { op: "not", rule: put(each.rule) };
    const meant = each.op === "segment" ? named.get(each.segmentId) : undefined;
    return meant ? put(meant) : each;
  };
  return put(rule);
}

/** The broadcasts a rule asks about. */
export const broadcastsIn = (rule: Rule): string[] => [
  ...new Set(leavesOf(rule).flatMap((leaf) => (leaf.op === "received" ? [leaf.broadcastId] : []))),
];

/** The segments a rule names itself. */
export const namesIn = (rule: Rule): string[] => [
  ...new Set(leavesOf(rule).flatMap((leaf) => (leaf.op === "segment" ? [leaf.segmentId] : []))),
];
