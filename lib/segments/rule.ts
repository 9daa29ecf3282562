import { z } from "zod";
import { SPOKEN, type Spoken } from "@/db/enums";
import { parseIsoDate } from "@/lib/core/time";

/**
 * Who a broadcast is for, as data. Three interpreters read it and must agree: memory (match.ts), SQL (sql.ts) and a
 * Japanese sentence (sentence.ts).
 */
export type Rule =
  /** All of none is everyone, any of none is nobody. */
  | { op: "all"; rules: Rule[] }
  | { op: "any"; rules: Rule[] }
  | { op: "not"; rule: Rule }
  /** Codes of trait_options; 0: no answer. */
  | { op: "age_band"; codes: number[] }
  | { op: "gender"; codes: number[] }
  /** areas.id; 0: no answer; -1: outside the city. */
  | { op: "area"; ids: number[] }
  | { op: "interests"; bits: number[]; match: "any" | "all" }
  | { op: "spoken"; spoken: Spoken[] }
  /** Civil dates in Tokyo, both days included. Who was met without a follow counts from the day we met them. */
  | { op: "friend_since"; from: string | null; until: string | null }
  | { op: "answered" }
  /** Whole days back from the start of today in Tokyo; null: ever. */
  | { op: "reported"; withinDays: number | null }
  /** A batch of that broadcast which LINE accepted held them. */
  | { op: "received"; broadcastId: string }
  | { op: "segment"; segmentId: string };
export type Leaf = Exclude<Rule, { op: "all" | "any" | "not" }>;

export const EVERYONE: Rule = { op: "all", rules: [] };

export const MAX_DEPTH = 8;
export const MAX_NODES = 200;
type Limits = { depth: number; nodes: number };
const WRITTEN: Limits = { depth: MAX_DEPTH, nodes: MAX_NODES };
/** A rule with everything it names put in may be larger than one a person writes, but not without end. */
export const INLINED: Limits = { depth: 100, nodes: 4_000 };
export const NO_ANSWER = 0;
export const OUTSIDE = -1;

const list = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(500);
const civilDate = z.string().refine((text) => parseIsoDate(text) !== null, "日付がありません");
const code = z.number().int().min(0).max(32_767);

const tree: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.object({ op: z.literal("all"), rules: z.array(tree).max(MAX_NODES) }),
    z.object({ op: z.literal("any"), rules: z.array(tree).max(MAX_NODES) }),
    z.object({ op: z.literal("not"), rule: tree }),
    z.object({ op: z.literal("age_band"), codes: list(code) }),
    z.object({ op: z.literal("gender"), codes: list(code) }),
    z.object({ op: z.literal("area"), ids: list(z.number().int().min(OUTSIDE).max(2_147_483_647)) }),
    z.object({
      op: z.literal("interests"),
      bits: list(z.number().int().min(0).max(59)),
      match: z.enum(["any", "all"]),
    }),
    z.object({ op: z.literal("spoken"), spoken: list(z.enum(SPOKEN)) }),
    z
      .object({ op: z.literal("friend_since"), from: civilDate.nullable(), until: civilDate.nullable() })
      .refine(
        (r) => r.from === null || r.until === null || r.from <= r.until,
        "終わりの日が始まりの日より前です",
      ),
    z.object({ op: z.literal("answered") }),
    z.object({ op: z.literal("reported"), withinDays: z.number().int().min(0).max(36_500).nullable() }),
    z.object({ op: z.literal("received"), broadcastId: z.uuid() }),
    z.object({ op: z.literal("segment"), segmentId: z.uuid() }),
  ]),
);

/** Depth and number of nodes, without recursion: what comes from outside may be deeper than the stack. */
function measureRule(given: unknown, limits: Limits): Limits {
  const waiting: { node: unknown; depth: number }[] = [{ node: given, depth: 1 }];
  let depth = 0;
  let nodes = 0;
  while (waiting.length > 0 && nodes <= limits.nodes && depth <= limits.depth) {
    const next = waiting.pop();
    const node = next?.node;
    if (!next || typeof node !== "object" || node === null) continue;
    nodes += 1;
    depth = Math.max(depth, next.depth);
    const below: unknown[] = [];
    if ("rules" in node && Array.isArray(node.rules)) below.push(...node.rules.slice(0, limits.nodes + 1));
    if ("rule" in node) below.push(node.rule);
    for (const child of below) waiting.push({ node: child, depth: next.depth + 1 });
  }
  return { depth, nodes };
}

const ruleWithin = (limits: Limits): z.ZodType<Rule, unknown> =>
  z
    .unknown()
    .superRefine((given, context) => {
      const { depth, nodes } = measureRule(given, limits);
      const add = (message: string) => context.addIssue({ code: "custom", message, continue: false });
      if (depth > limits.depth) add(`条件の入れ子は${limits.depth}段までです`);
      else if (nodes > limits.nodes) add(`条件は${limits.nodes}個までです`);
    })
    .pipe(tree);

/** A rule from outside: within the limits, then of a known shape. */
export const ruleSchema = ruleWithin(WRITTEN);
/** One that was frozen with its named segments put in. */
export const frozenRuleSchema = ruleWithin(INLINED);

const ascending = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** The same rule in its one written form: keys and lists in order, nothing twice. Equal texts are equal rules. */
export function canonicalRule(rule: Rule): Rule {
  switch (rule.op) {
    case "all":
    case "any":
      return { op: rule.op, rules: rule.rules.map(canonicalRule) };
    case "not":
      return { op: "not", rule: canonicalRule(rule.rule) };
    case "age_band":
    case "gender":
      return { op: rule.op, codes: ascending(rule.codes) };
    case "area":
      return { op: "area", ids: ascending(rule.ids) };
    case "interests":
      return { op: "interests", bits: ascending(rule.bits), match: rule.match };
    case "spoken":
      return { op: "spoken", spoken: SPOKEN.filter((each) => rule.spoken.includes(each)) };
    case "friend_since":
      return { op: "friend_since", from: rule.from, until: rule.until };
    case "answered":
      return { op: "answered" };
    case "reported":
      return { op: "reported", withinDays: rule.withinDays };
    case "received":
      return { op: "received", broadcastId: rule.broadcastId };
    case "segment":
      return { op: "segment", segmentId: rule.segmentId };
  }
}

/** Every leaf, in reading order. */
export function leavesOf(rule: Rule): Leaf[] {
  if (rule.op === "all" || rule.op === "any") return rule.rules.flatMap(leavesOf);
  return rule.op === "not" ? leavesOf(rule.rule) : [rule];
}
