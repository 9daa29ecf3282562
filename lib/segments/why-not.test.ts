import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AudienceCount, figuresFor, showCount } from "./figures";
import { matchRule } from "./match";
import { findNamedProblem, inlineNamed, namesIn } from "./named";
import {
  canonicalRule,
  EVERYONE,
  frozenRuleSchema,
  MAX_DEPTH,
  MAX_NODES,
  type Rule,
  ruleSchema,
} from "./rule";
import { anybody, anyNamed, anyRule, NAMED, NOW } from "./testing/world";
import { whyNot } from "./why-not";

const NONE = { ageBands: [], genders: [], areas: [], interests: [], segments: [], broadcasts: [] };
const segment = (n: number): Rule => ({ op: "segment", segmentId: NAMED[n] ?? "" });

describe("why not", () => {
  it("finds a reason exactly for those who would not be reached", () => {
    fc.assert(
      fc.property(
        anyRule(),
        anyNamed,
        anybody,
        fc.boolean(),
        fc.boolean(),
        (rule, named, one, drill, isStaff) => {
          const reach = { state: one.state, stopped: one.stopped, isStaff };
          const { reached, reasons } = whyNot({
            rule,
            facts: one,
            reach,
            drill,
            named,
            choices: NONE,
            now: NOW,
          });
          const reachable = one.state === "following" && !one.stopped && (!drill || isStaff);
          expect(reached).toBe(reachable && matchRule(rule, one, named, NOW));
          expect(reasons.length === 0).toBe(reached);
        },
      ),
      { numRuns: 1_000, seed: 29 },
    );
  });
});

describe("a rule from outside", () => {
  const nested = (depth: number): unknown =>
    Array.from({ length: depth - 1 }).reduce((rule: unknown) => ({ op: "not", rule }), EVERYONE);
  it.each([
    ["as deep as may be", nested(MAX_DEPTH), true],
    ["too deep", nested(MAX_DEPTH + 1), false],
    ["deeper than any stack", nested(200_000), false],
    ["as many as may be", { op: "all", rules: Array.from({ length: MAX_NODES - 1 }, () => EVERYONE) }, true],
    ["too many", { op: "all", rules: Array.from({ length: MAX_NODES }, () => EVERYONE) }, false],
    ["no codes", { op: "age_band", codes: [] }, false],
    ["a bit that is none", { op: "interests", bits: [60], match: "any" }, false],
    ["a date that is none", { op: "friend_since", from: "2026-02-30", until: null }, false],
    ["days the wrong way round", { op: "friend_since", from: "2026-02-02", until: "2026-02-01" }, false],
    ["an unknown word", { op: "everyone" }, false],
    ["nothing", null, false],
    ["SQL", { op: "segment", segmentId: "x'; drop table friends" }, false],
  ])("%s", (_, given, good) => expect(ruleSchema.safeParse(given).success).toBe(good));
  it("keeps its meaning in its one written form, and survives the form", () => {
    fc.assert(
      fc.property(anyRule(), anyNamed, anybody, (rule, named, one) => {
        const canonical = canonicalRule(rule);
        expect(canonicalRule(canonical)).toEqual(canonical);
        expect(ruleSchema.parse(JSON.parse(JSON.stringify(canonical)))).toEqual(canonical);
        expect(matchRule(canonical, one, named, NOW)).toBe(matchRule(rule, one, named, NOW));
        expect(namesIn(inlineNamed(rule, named))).toEqual([]);
      }),
      { numRuns: 500, seed: 31 },
    );
  });
});

describe("named segments", () => {
  const cycle = new Map([0, 1, 2].map((n) => [NAMED[n] ?? "", segment((n + 1) % 3)] as const));
  it("are found missing, in a circle, or grown too large", () => {
    expect(findNamedProblem(segment(0), new Map())).toMatchObject({ problem: "missing" });
    expect(findNamedProblem(segment(0), cycle)).toMatchObject({ problem: "cycle" });
    expect(() => inlineNamed(segment(0), cycle)).toThrow("cycle");
    const [a = "", b = "", c = ""] = NAMED;
    const many = (n: number): Rule => ({ op: "all", rules: Array.from({ length: 100 }, () => segment(n)) });
    const bomb = new Map<string, Rule>([
      [a, many(1)],
      [b, many(2)],
      [c, many(0)],
    ]);
    bomb.set(c, { op: "all", rules: Array.from({ length: 100 }, () => EVERYONE) });
    expect(findNamedProblem(many(0), bomb)).toMatchObject({ problem: "too-large" });
  });
  it("put in are read back as deep and as many as they may be, and no more", () => {
    const nested = (depth: number, innermost: Rule): Rule =>
      depth === 1 ? innermost : { op: "not", rule: nested(depth - 1, innermost) };
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID());
    const named = (id = ""): Rule => ({ op: "segment", segmentId: id });
    // Each is as deep as a person may write it, and names the next.
    const chain = new Map(ids.map((id, n) => [id, nested(MAX_DEPTH, n ? named(ids[n - 1]) : EVERYONE)]));
    const inlined = inlineNamed({ op: "all", rules: [named(ids[13])] }, chain);
    expect(ruleSchema.safeParse(inlined).success).toBe(false);
    expect(frozenRuleSchema.parse(JSON.parse(JSON.stringify(inlined)))).toEqual(inlined);
    expect(findNamedProblem(named(ids[19]), chain)).toMatchObject({ problem: "too-large" });
    expect(frozenRuleSchema.safeParse(nested(5_000, EVERYONE)).success).toBe(false);
  });
});

describe("small counts", () => {
  const count = (ja: number, en: number, zh = 0): AudienceCount => ({
    total: ja + en + zh,
    bySpoken: { ja, easy: 0, en, zh, ko: 0 },
    leftOut: { blocked: 4, stopped: 5, unknown: 0, unanswered: 1 },
  });
  it.each([
    ["with the right", count(100, 3), true, 103, { ja: 100, easy: 0, en: 3, zh: 0, ko: 0 }],
    [
      "what a subtraction would tell",
      count(100, 3),
      false,
      103,
      { ja: null, easy: null, en: null, zh: null, ko: null },
    ],
    [
      "the smallest of the others",
      count(100, 3, 20),
      false,
      123,
      { ja: 100, easy: null, en: null, zh: null, ko: null },
    ],
    ["parts in tens", count(104, 0, 7), false, 111, { ja: 100, easy: null, en: null, zh: 10, ko: null }],
    ["nothing to hide", count(100, 0), false, 100, { ja: 100, easy: null, en: null, zh: null, ko: null }],
    ["all of them", count(2, 2), false, null, { ja: null, easy: null, en: null, zh: null, ko: null }],
  ])("%s", (_, given, mayView, total, bySpoken) => {
    expect(figuresFor(given, mayView)).toMatchObject({ total, bySpoken });
  });
  it.each([
    [1_204, false, "1,204人"],
    [5, false, "5人"],
    [4, false, "5人未満"],
    [0, false, "5人未満"],
    [null, false, "5人未満"],
    [4, true, "4人"],
    [0, true, "0人"],
  ])("%s, %s → %s", (n, mayView, words) => expect(showCount(n, mayView)).toBe(words));
});
