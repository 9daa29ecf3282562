import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idFrom } from "@/lib/core/id";
import type { RuleChoices } from "./choices";
import { matchRule } from "./match";
import { EVERYONE, type Rule } from "./rule";
import { ruleSentence } from "./sentence";
import { simplifyRule, widenRule } from "./simplify";
import { readSentence } from "./testing/read-sentence";
import { anybody, anyNamed, anyRule, NAMED, NOW, SENT } from "./testing/world";

const choices: RuleChoices = {
  ageBands: [
    { key: 1, label: "20代" },
    { key: 2, label: "30代" },
    { key: 3, label: "40代" },
    { key: 9, label: "答えたくない" },
  ],
  genders: [
    { key: 1, label: "女性" },
    { key: 2, label: "男性" },
    { key: 3, label: "答えたくない" },
    // Hostile: an option that reads like one of ours, and one that reads like grammar.
    { key: 9, label: "未回答" },
    { key: 32_767, label: "女性または男性" },
  ],
  areas: [
    { key: 1, label: "中央区" },
    { key: 2, label: "東区" },
    { key: 3, label: "東区" },
  ],
  interests: [
    { key: 0, label: "イベント" },
    { key: 1, label: "子育て" },
    { key: 2, label: "くらしの安全" },
    { key: 31, label: "安全・安心(災害関連)" },
    { key: 32, label: "」に関心のある人（「" },
    { key: 33, label: "子育てとイベントの両方" },
    { key: 58, label: "しごと" },
    { key: 59, label: "生活" },
  ],
  segments: NAMED.map((key, n) => ({ key, label: n === 2 ? "日本語を除く］、または、［" : "子育て世帯" })),
  broadcasts: [...SENT, idFrom("never")].map((key) => ({ key, label: "花火大会のお知らせ" })),
};
const say = (rule: Rule) => ruleSentence(rule, choices);
const area = (...ids: number[]): Rule => ({ op: "area", ids });
const age = (...codes: number[]): Rule => ({ op: "age_band", codes });

describe("the sentence", () => {
  it.each([
    [EVERYONE, "すべての人"],
    [{ op: "any", rules: [] }, "だれでもない人"],
    [{ op: "not", rule: EVERYONE }, "だれでもない人"],
    [
      {
        op: "all",
        rules: [
          area(1, 2),
          age(2, 3),
          { op: "interests", bits: [1], match: "any" },
          { op: "not", rule: { op: "spoken", spoken: ["en"] } },
        ],
      },
      "中央区または東区に住む、30代または40代の、「子育て」に関心のある人（英語で受け取る人を除く）",
    ],
    [
      {
        op: "any",
        rules: [
          { op: "all", rules: [area(1), age(2)] },
          { op: "all", rules: [area(2), age(3)] },
        ],
      },
      "［中央区に住む、30代の人］、または、［東区に住む、40代の人］",
    ],
    [
      {
        op: "all",
        rules: [area(1), { op: "any", rules: [age(2), { op: "gender", codes: [1] }] }],
      },
      "中央区に住む、［30代の人、または、性別が女性の人］に当てはまる人",
    ],
    [
      { op: "not", rule: { op: "any", rules: [area(1), area(2)] } },
      "すべての人（［中央区に住む人、または、東区に住む人］を除く）",
    ],
    [age(0, 1), "年代が未回答または20代の人"],
    [area(-1, 1), "市外または中央区に住む人"],
    [area(2, 3), "東区または「東区（2）」に住む人"],
    [age(77), "「名前のない年代 77」の人"],
    [{ op: "friend_since", from: "2026-04-01", until: null }, "令和8年4月1日(水)以降に友だちになった人"],
    [{ op: "reported", withinDays: 30 }, "30日前から今日までに通報した人"],
    [
      { op: "interests", bits: [0, 58, 59], match: "all" },
      "イベントと「しごと」と生活のすべてに関心のある人",
    ],
  ] satisfies [Rule, string][])("%j → %s", (rule, sentence) => {
    expect(say(rule)).toBe(sentence);
  });

  it("is there for every rule and means what the rule means, read back word for word", () => {
    const everyArea = { ...choices, areas: [...choices.areas, { key: 2_147_483_647, label: "西区" }] };
    const full = {
      ...everyArea,
      ageBands: [...choices.ageBands, { key: 32_767, label: "80代" }],
    };
    fc.assert(
      fc.property(
        anyRule(),
        anyNamed,
        fc.array(anybody, { minLength: 20, maxLength: 20 }),
        (rule, named, people) => {
          const read = readSentence(ruleSentence(rule, full), full);
          for (const one of people)
            expect(matchRule(read, one, named, NOW)).toBe(matchRule(rule, one, named, NOW));
        },
      ),
      { numRuns: 800, seed: 17 },
    );
  }, 30_000);
});

describe("fewer words", () => {
  it("mean the same people", () => {
    fc.assert(
      fc.property(anyRule([]), anybody, (rule, one) => {
        expect(matchRule(simplifyRule(rule), one, new Map(), NOW)).toBe(matchRule(rule, one, new Map(), NOW));
      }),
      { numRuns: 2_000, seed: 19 },
    );
  });
  it("a widened rule loses nobody, and gains only people who left something unanswered", () => {
    fc.assert(
      fc.property(anyRule([]), anybody, (rule, one) => {
        const before = matchRule(rule, one, new Map(), NOW);
        const after = matchRule(widenRule(rule), one, new Map(), NOW);
        if (before) expect(after).toBe(true);
        const hasGap = one.ageBand === 0 || one.gender === 0 || one.areaId === 0 || one.interests === 0n;
        if (after && !before) expect(hasGap).toBe(true);
      }),
      { numRuns: 3_000, seed: 23 },
    );
  });
});
