import { AppError } from "@/lib/core/errors";
import { INLINED, leavesOf, type Rule } from "./rule";

/** Saved rules by segment id. */
export type NamedRules = ReadonlyMap<string, Rule>;

export type NamedProblem = { problem: "missing" | "cycle" | "too-large"; segmentId: string };

/** What stands in the way of putting the named rules in, or null. `self`: the segment this rule is about to become. */
export function findNamedProblem(rule: Rule, named: NamedRules, self?: string): NamedProblem | null {
  let nodes = 0;
  const walk = (each: Rule, depth: number, path: readonly string[]): NamedProblem | null => {
    nodes += 1;
    if (nodes > INLINED.nodes || depth > INLINED.depth)
      return { problem: "too-large", segmentId: path.at(-1) ?? "" };
    if (each.op === "segment") {
      const { segmentId } = each;
      if (path.includes(segmentId)) return { problem: "cycle", segmentId };
      const meant = named.get(segmentId);
      return meant ? walk(meant, depth, [...path, segmentId]) : { problem: "missing", segmentId };
    }
    const below = each.op === "all" || each.op === "any" ? each.rules : each.op === "not" ? [each.rule] : [];
    for (const child of below) {
      const found = walk(child, depth + 1, path);
      if (found) return found;
    }
    return null;
  };
  return walk(rule, 1, self === undefined ? [] : [self]);
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

/** The broadcasts a change of a rule brings in: what stood there before was somebody else's to allow. */
export function addedBroadcasts(before: Rule | null, after: Rule): string[] {
  const known = new Set(before === null ? [] : broadcastsIn(before));
  return broadcastsIn(after).filter((id) => !known.has(id));
}

/** The segments a rule names itself. */
export const namesIn = (rule: Rule): string[] => [
  ...new Set(leavesOf(rule).flatMap((leaf) => (leaf.op === "segment" ? [leaf.segmentId] : []))),
];
