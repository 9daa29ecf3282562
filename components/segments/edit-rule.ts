import { SPOKEN_CHOICES } from "@/lib/segments/choices";
import { type Leaf, type Rule, ruleSchema } from "@/lib/segments/rule";

export type Group = { op: "all" | "any"; rules: Rule[] };
/** A node as the editor shows it: what it asks, and whether it is turned round. */
export type Node = { excluded: boolean; inner: Exclude<Rule, { op: "not" }> };

/** Several `not` on top of each other are one or none. */
export function nodeOf(rule: Rule): Node {
  let excluded = false;
  let inner = rule;
  while (inner.op === "not") {
    excluded = !excluded;
    inner = inner.rule;
  }
  return { excluded, inner };
}

export const ruleOf = ({ excluded, inner }: Node): Rule => (excluded ? { op: "not", rule: inner } : inner);

/** The outermost part is always a group: there is always a place to add to. */
export const asGroup = (rule: Rule): Group =>
  rule.op === "all" || rule.op === "any" ? rule : { op: "all", rules: [rule] };

export const withChild = (group: Group, place: number, child: Rule): Group => ({
  ...group,
  rules: group.rules.map((each, n) => (n === place ? child : each)),
});
export const withoutChild = (group: Group, place: number): Group => ({
  ...group,
  rules: group.rules.filter((_, n) => n !== place),
});

/** A condition as it is when it has just been added: nothing chosen yet. */
export function newLeaf(op: Leaf["op"]): Leaf {
  switch (op) {
    case "age_band":
    case "gender":
      return { op, codes: [] };
    case "area":
      return { op, ids: [] };
    case "interests":
      return { op, bits: [], match: "any" };
    case "spoken":
      return { op, spoken: [] };
    case "friend_since":
      return { op, from: null, until: null };
    case "reported":
      return { op, withinDays: null };
    case "received":
      return { op, broadcastId: "" };
    case "segment":
      return { op, segmentId: "" };
    case "answered":
      return { op };
  }
}

/** Is everything chosen that has to be? */
export const isComplete = (rule: Rule): boolean => ruleSchema.safeParse(rule).success;

/** A list choice as text keys and back: checkboxes speak text. */
export const chosenNumbers = (keys: string[]): number[] => keys.map(Number);
export const chosenSpoken = (keys: string[]) =>
  SPOKEN_CHOICES.map(({ key }) => key).filter((key) => keys.includes(key));
