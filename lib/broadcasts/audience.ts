import type { Rule } from "@/lib/segments/rule";
import { simplifyRule } from "@/lib/segments/simplify";

/** A rule that leaves nobody out, however it is written: sending to all friends wants more than a click. */
export function isEveryone(rule: Rule): boolean {
  const simple = simplifyRule(rule);
  return simple.op === "all" && simple.rules.length === 0;
}

/** More than a fifth away from what the person confirmed, and by more than ten: they look again. */
export const movedTooFar = (confirmed: number, now: number): boolean =>
  Math.abs(now - confirmed) > Math.max(10, confirmed * 0.2);
