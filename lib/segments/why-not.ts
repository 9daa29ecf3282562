import type { FRIEND_STATES } from "@/db/enums";
import type { RuleChoices } from "./choices";
import { type Facts, matchRule } from "./match";
import { ABOUT, REACH_WORDS, WHY_WORDS } from "./messages";
import type { NamedRules } from "./named";
import { type Leaf, leavesOf, type Rule } from "./rule";
import { partSentence, ruleSentence } from "./sentence";

export type Reach = { state: (typeof FRIEND_STATES)[number]; stopped: boolean; isStaff: boolean };
/** Whether a broadcast for the rule would go to this friend, and if not, everything that stands in the way. */
export type Explanation = { reached: boolean; reasons: string[] };

type Look = { facts: Facts; named: NamedRules; choices: RuleChoices; now: Date };

/** Says whether they answered, never what: who asks knows the resident by a report. */
function leafReason(leaf: Exclude<Leaf, { op: "segment" }>, { facts, choices }: Look): string {
  const wanted = partSentence(leaf, choices);
  switch (leaf.op) {
    case "age_band":
      return WHY_WORDS.trait(ABOUT[leaf.op], facts.ageBand === 0, wanted);
    case "gender":
      return WHY_WORDS.trait(ABOUT[leaf.op], facts.gender === 0, wanted);
    case "area":
      return WHY_WORDS.trait(ABOUT[leaf.op], facts.areaId === 0, wanted);
    case "interests":
      return WHY_WORDS.trait(ABOUT[leaf.op], facts.interests === 0n, wanted);
    case "spoken":
      return WHY_WORDS.spoken(wanted);
    case "friend_since":
      return WHY_WORDS.friendSince(wanted);
    case "answered":
      return WHY_WORDS.answered;
    case "reported":
      return WHY_WORDS.reported(wanted);
    case "received":
      return WHY_WORDS.received(wanted);
  }
}

function reasonsAgainst(rule: Rule, look: Look): string[] {
  const { facts, named, choices, now } = look;
  const fits = (each: Rule) => matchRule(each, facts, named, now);
  switch (rule.op) {
    case "all":
      return rule.rules.filter((each) => !fits(each)).flatMap((each) => reasonsAgainst(each, look));
    case "any": {
      const [only] = rule.rules;
      if (only && rule.rules.length === 1) return reasonsAgainst(only, look);
      return [
        only ? WHY_WORDS.noneOf(rule.rules.map((each) => ruleSentence(each, choices))) : WHY_WORDS.nobody,
      ];
    }
    case "not":
      // Which it is would be the resident's own answer: of the excluded one they are.
      return [WHY_WORDS.excluded([...new Set(leavesOf(rule.rule).map((leaf) => ABOUT[leaf.op]))])];
    case "segment": {
      const meant = named.get(rule.segmentId);
      return [WHY_WORDS.segment(partSentence(rule, choices)), ...(meant ? reasonsAgainst(meant, look) : [])];
    }
    default:
      return [leafReason(rule, look)];
  }
}

/** 「なぜ届かない?」 for one friend. `drill`: only registered staff would be reached. */
export function whyNot(input: Look & { rule: Rule; reach: Reach; drill: boolean }): Explanation {
  const { rule, reach, drill } = input;
  const reasons: string[] = [];
  if (reach.state !== "following") reasons.push(REACH_WORDS[reach.state]);
  if (reach.stopped) reasons.push(REACH_WORDS.stopped);
  if (drill && !reach.isStaff) reasons.push(REACH_WORDS.notStaff);
  if (!matchRule(rule, input.facts, input.named, input.now)) reasons.push(...reasonsAgainst(rule, input));
  return { reached: reasons.length === 0, reasons: [...new Set(reasons)] };
}
