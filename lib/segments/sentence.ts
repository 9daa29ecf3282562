import { longDate, parseIsoDate } from "@/lib/core/time";
import { type RuleChoices, SPOKEN_CHOICES, wordsFor } from "./choices";
import { canonicalRule, type Leaf, NO_ANSWER, OUTSIDE, type Rule } from "./rule";
import { simplifyRule } from "./simplify";

/**
 * The Japanese interpreter. Conditions that all hold stand before 人 with 、 between them; a group inside another stands
 * in ［］; exceptions stand behind in （）. Rules that mean different people never read the same: a test reads the
 * sentences back.
 */

type Words = ReturnType<typeof wordsOf>;

const UNANSWERED = "未回答";

function wordsOf(choices: RuleChoices) {
  const unanswered = { key: NO_ANSWER, label: UNANSWERED };
  return {
    ageBand: wordsFor([unanswered, ...choices.ageBands], "年代"),
    gender: wordsFor([unanswered, ...choices.genders], "性別"),
    area: wordsFor([unanswered, { key: OUTSIDE, label: "市外" }, ...choices.areas], "地域"),
    interest: wordsFor(choices.interests, "関心"),
    spoken: wordsFor(SPOKEN_CHOICES, "言語"),
    segment: wordsFor(choices.segments, "対象"),
    broadcast: wordsFor(choices.broadcasts, "配信"),
  };
}

const or = (words: string[]) => words.join("または");
const day = (text: string): string => {
  const at = parseIsoDate(text);
  return at ? longDate(at) : text;
};
const inQuotes = (word: string) => (word.startsWith("「") ? word : `「${word}」`);

function friendSince({ from, until }: { from: string | null; until: string | null }): string {
  if (from !== null && until !== null) return `${day(from)}から${day(until)}までに友だちになった`;
  if (from !== null) return `${day(from)}以降に友だちになった`;
  return until === null ? "友だちになった日を問わない" : `${day(until)}までに友だちになった`;
}

function interests(words: string[], match: "any" | "all"): string {
  if (words.length === 1 || match === "any") return `${or(words)}に関心のある`;
  return `${words.join("と")}の${words.length === 2 ? "両方" : "すべて"}に関心のある`;
}

function leafWords(leaf: Leaf, words: Words): string {
  switch (leaf.op) {
    case "age_band": {
      const list = or(leaf.codes.map(words.ageBand));
      return leaf.codes.includes(NO_ANSWER) ? `年代が${list}の` : `${list}の`;
    }
    case "gender":
      return `性別が${or(leaf.codes.map(words.gender))}の`;
    case "area": {
      const list = or(leaf.ids.map(words.area));
      return leaf.ids.includes(NO_ANSWER) ? `地域が${list}の` : `${list}に住む`;
    }
    case "interests":
      return interests(leaf.bits.map(words.interest), leaf.match);
    case "spoken":
      return `${or(leaf.spoken.map(words.spoken))}で受け取る`;
    case "friend_since":
      return friendSince(leaf);
    case "answered":
      return "受信設定に答えた";
    case "reported":
      if (leaf.withinDays === null) return "通報したことのある";
      return leaf.withinDays === 0 ? "今日通報した" : `${leaf.withinDays}日前から今日までに通報した`;
    case "received":
      return `配信${inQuotes(words.broadcast(leaf.broadcastId))}を受け取った`;
    case "segment":
      return `対象${inQuotes(words.segment(leaf.segmentId))}に当てはまる`;
  }
}

const isGroup = (rule: Rule): rule is Exclude<Rule, Leaf> =>
  rule.op === "all" || rule.op === "any" || rule.op === "not";
const part = (rule: Rule, words: Words) =>
  isGroup(rule) ? `［${people(rule, words)}］` : people(rule, words);

function allWords(rules: readonly Rule[], words: Words): string {
  const wanted = rules.flatMap((rule) => (rule.op === "not" ? [] : [rule]));
  const unwanted = rules.flatMap((rule) => (rule.op === "not" ? [rule.rule] : []));
  const before = wanted.map((rule) => modifier(rule, words));
  const who = before.length === 0 ? "すべての人" : `${before.join("、")}人`;
  if (unwanted.length === 0) return who;
  return `${who}（${unwanted.map((rule) => part(rule, words)).join("と、")}を除く）`;
}

const modifier = (rule: Rule, words: Words): string =>
  isGroup(rule) ? `${part(rule, words)}に当てはまる` : leafWords(rule, words);

function people(rule: Rule, words: Words): string {
  if (rule.op === "all") return allWords(rule.rules, words);
  if (rule.op === "not") return allWords([rule], words);
  if (rule.op !== "any") return `${leafWords(rule, words)}人`;
  if (rule.rules.length === 0) return "だれでもない人";
  return rule.rules.map((each) => part(each, words)).join("、または、");
}

/** Whom the rule means, as staff would say it. */
export const ruleSentence = (rule: Rule, choices: RuleChoices): string =>
  people(simplifyRule(canonicalRule(rule)), wordsOf(choices));

/** A part of a rule as words before a noun: 「中央区に住む」. */
export const partSentence = (rule: Rule, choices: RuleChoices): string =>
  modifier(simplifyRule(canonicalRule(rule)), wordsOf(choices));
