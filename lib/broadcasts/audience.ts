import { findNamedProblem, inlineNamed, type NamedRules } from "@/lib/segments/named";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import { simplifyRule } from "@/lib/segments/simplify";

/**
 * A rule that leaves nobody out, however it is written: sending to all friends wants more than a click. `whole`: saved
 * segments that mean everybody.
 */
export function isEveryone(rule: Rule, whole: readonly string[] = []): boolean {
  const put = (each: Rule): Rule => {
    if (each.op === "all" || each.op === "any") return { op: each.op, rules: each.rules.map(put) };
    if (each.op === "not") return { op: "not", rule: put(each.rule) };
    return each.op === "segment" && whole.includes(each.segmentId) ? EVERYONE : each;
  };
  const simple = simplifyRule(put(rule));
  return simple.op === "all" && simple.rules.length === 0;
}

/** The saved segments that mean everybody. */
export const segmentsOfEveryone = (named: NamedRules): string[] =>
  [...named].flatMap(([id, rule]) =>
    findNamedProblem(rule, named) === null && isEveryone(inlineNamed(rule, named)) ? [id] : [],
  );

/** More than a fifth away from what the person confirmed, and by more than ten: they look again. */
export const movedTooFar = (confirmed: number, now: number): boolean =>
  Math.abs(now - confirmed) > Math.max(10, confirmed * 0.2);
