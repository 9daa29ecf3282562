import { EVERYONE, NO_ANSWER, type Rule } from "./rule";

const NOBODY: Rule = { op: "any", rules: [] };
const isEveryone = (rule: Rule) => rule.op === "all" && rule.rules.length === 0;
const isNobody = (rule: Rule) => rule.op === "any" && rule.rules.length === 0;

function simplifyGroup(op: "all" | "any", given: readonly Rule[]): Rule {
  const [neutral, decisive] = op === "all" ? [isEveryone, isNobody] : [isNobody, isEveryone];
  const rules = given.flatMap((rule) => {
    const simple = simplifyRule(rule);
    return simple.op === op ? simple.rules : [simple];
  });
  if (rules.some(decisive)) return op === "all" ? NOBODY : EVERYONE;
  const rest = rules.filter((rule) => !neutral(rule));
  return rest.length === 1 && rest[0] ? rest[0] : { op, rules: rest };
}

/** The same people in fewer words: groups in their own kind opened, `not` of `not` and groups of one taken away. */
export function simplifyRule(rule: Rule): Rule {
  if (rule.op === "all" || rule.op === "any") return simplifyGroup(rule.op, rule.rules);
  if (rule.op !== "not") return rule;
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
