import type { Spoken } from "@/db/enums";
import type { NamedRules } from "./named";
import { inlineNamed } from "./named";
import type { Leaf, Rule } from "./rule";
import { friendSinceSpan, reportedFrom } from "./span";

/** What the rules ask about one friend. */
export type Facts = {
  ageBand: number;
  gender: number;
  areaId: number;
  interests: bigint;
  spoken: Spoken;
  friendSince: Date;
  answered: boolean;
  /** When each of their reports came in. */
  reportedAt: readonly Date[];
  /** Broadcasts that LINE accepted for them. */
  received: ReadonlySet<string>;
};

export const maskOf = (bits: readonly number[]): bigint =>
  bits.reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n);

function holds(leaf: Exclude<Leaf, { op: "segment" }>, facts: Facts, now: Date): boolean {
  switch (leaf.op) {
    case "age_band":
      return leaf.codes.includes(facts.ageBand);
    case "gender":
      return leaf.codes.includes(facts.gender);
    case "area":
      return leaf.ids.includes(facts.areaId);
    case "interests": {
      const mask = maskOf(leaf.bits);
      return leaf.match === "any" ? (facts.interests & mask) !== 0n : (facts.interests & mask) === mask;
    }
    case "spoken":
      return leaf.spoken.includes(facts.spoken);
    case "friend_since": {
      const { from, before } = friendSinceSpan(leaf);
      return (!from || facts.friendSince >= from) && (!before || facts.friendSince < before);
    }
    case "answered":
      return facts.answered;
    case "reported": {
      const from = leaf.withinDays === null ? null : reportedFrom(leaf.withinDays, now);
      return facts.reportedAt.some((at) => !from || at >= from);
    }
    case "received":
      return facts.received.has(leaf.broadcastId);
  }
}

/** The memory interpreter: is this friend meant? */
export function matchRule(rule: Rule, facts: Facts, named: NamedRules, now: Date): boolean {
  const test = (each: Rule): boolean => {
    if (each.op === "all") return each.rules.every(test);
    if (each.op === "any") return each.rules.some(test);
    if (each.op === "not") return !test(each.rule);
    return each.op === "segment" ? test(inlineNamed(each, named)) : holds(each, facts, now);
  };
  return test(inlineNamed(rule, named));
}
