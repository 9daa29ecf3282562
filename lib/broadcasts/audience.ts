import type { Rule } from "@/lib/segments/rule";

/** A rule that leaves nobody out: sending to all friends wants more than a click. */
export function isEveryone(rule: Rule): boolean {
  if (rule.op === "all") return rule.rules.every(isEveryone);
  return rule.op === "any" && rule.rules.some(isEveryone);
}

/** More than a fifth away from what the person confirmed, and by more than ten: they look again. */
export const movedTooFar = (confirmed: number, now: number): boolean =>
  Math.abs(now - confirmed) > Math.max(10, confirmed * 0.2);
