import { SPOKEN } from "@/db/enums";
import { canonicalRule, EVERYONE, type Leaf, NO_ANSWER, type Rule } from "./rule";

const NOBODY: Rule = { op: "any", rules: [] };
const isEveryone = (rule: Rule) => rule.op === "all" && rule.rules.length === 0;
const isNobody = (rule: Rule) => rule.op === "any" && rule.rules.length === 0;

/** A condition that is not filled in yet, or names every answer there is, leaves nobody out. */
const isOpen = (leaf: Leaf): boolean =>
  (leaf.op === "friend_since" && leaf.from === null && leaf.until === null) ||
  (leaf.op === "spoken" && SPOKEN.every((spoken) => leaf.spoken.includes(spoken)));

/** 答えた人 beside 答えていない人: together they are everybody, and nobody is both. */
function hasOpposites(rules: readonly Rule[]): boolean {
  const written = new Set(rules.map((rule) => JSON.stringify(canonicalRule(rule))));
  return rules.some((rule) => rule.op === "not" && written.has(JSON.stringify(canonicalRule(rule.rule))));
}

function simplifyGroup(op: "all" | "any", given: readonly Rule[]): Rule {
  const [neutral, decisive] = op === "all" ? [isEveryone, isNobody] : [isNobody, isEveryone];
  const rules = given.flatMap((rule) => {
    const simple = simplifyRule(rule);
    return simple.op === op ? simple.rules : [simple];
  });
  if (rules.some(decisive) || hasOpposites(rules)) return op === "all" ? NOBODY : EVERYONE;
  const rest = rules.filter((rule) => !neutral(rule));
  return rest.length === 1 && rest[0] ? rest[0] : { op, rules: rest };
}

/**
 * The same people in fewer words: groups in their own kind opened, `not` of `not`, groups of one and conditions that
 * leave nobody out taken away.
 */
export function simplifyRule(rule: Rule): Rule {
  if (rule.op === "all" || rule.op === "any") return simplifyGroup(rule.op, rule.rules);
  if (rule.op !== "not") return isOpen(rule) ? EVERYONE : rule;
  const inner = simplifyRule(rule.rule);
  if (inner.op === "not") return inner.rule;
  if (isEveryone(inner)) return NOBODY;
  return isNobody(inner) ? EVERYONE : { op: "not", rule: inner };
}

const EVERY_BIT = Array.from({ length: 60 }, (_, bit) => bit);
const CHOSE_NOTHING: Rule = { op: "not", rule: { op: "interests", bits: EVERY_BIT, match: "any" } };

/**
 * The rule and those whom it only misses because they did not answer. Named segments must have been put in. What is
 * under `not` stays: who did not answer is not excluded there.
 */
export function widenRule(rule: Rule): Rule {
  switch (rule.op) {
    case "all":
    case "any":
      return { op: rule.op, rules: rule.rules.map(widenRule) };
    case "age_band":
    case "gender":
      return { op: rule.op, codes: [...rule.codes, NO_ANSWER] };
    case "area":
      return { op: "area", ids: [...rule.ids, NO_ANSWER] };
    case "interests":
      return { op: "any", rules: [rule, CHOSE_NOTHING] };
    case "not":
      return rule.rule.op === "not" ? widenRule(rule.rule.rule) : rule;
    default:
      return rule;
  }
}
