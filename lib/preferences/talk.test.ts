import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPOKEN } from "@/db/enums";
import type { LineMessage } from "@/lib/conversations/message";
import type { TalkEvent } from "@/lib/conversations/talk";
import { refusals } from "@/lib/conversations/testing/line-limits";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { musashino } from "@/lib/presets/musashino/city";
import type { CityPreset } from "@/lib/presets/types";
import { answerTo, beforeReport, planOf, welcome } from "./answer";
import { questionCard, type Scene, summaryCard } from "./card";
import { type Change, type Choices, settle } from "./choices";
import { WORDS } from "./messages";
import { askedOf, type Offer, OUTSIDE, offerAt, questionAfter } from "./offer";
import { type Operation, operationData, readOperation, readOperationData } from "./operation";

const offerOf = ({ preferences, areas }: CityPreset): Offer => ({
  questions: preferences.questions.map((question) => ({ ...question, isAsked: true })),
  interests: preferences.interests.map(({ key: _, ...one }, bit) => ({
    ...one,
    bit,
    validFrom: null,
    validUntil: null,
  })),
  traits: {
    age_band: preferences.traits.age_band.map((one) => ({ ...one, validUntil: null })),
    gender: preferences.traits.gender.map((one) => ({ ...one, validUntil: null })),
  },
  areas: [
    ...areas.map(({ name }, i) => ({ id: i + 1, label: { ja: name } })),
    { id: OUTSIDE, label: WORDS.outside },
  ],
});
const NONE: Choices = { ageBand: 0, gender: 0, areaId: 0, interests: 0n, spoken: 0, stopped: 0 };
const URL = "https://liff.line.me/2000000000-abcdefgh";
const [first] = offerOf(kumamoto).interests;
if (!first) throw new Error("no interests");
const crowded: Offer = {
  ...offerOf(musashino),
  interests: Array.from({ length: 60 }, (_, bit) => ({
    ...first,
    bit,
    label: { ja: "健".repeat(20), ko: "건".repeat(20) },
    description: { ja: "説".repeat(40) },
  })),
  areas: Array.from({ length: 120 }, (_, i) => ({
    id: i + 1,
    label: { ja: `第${i + 1}地区の長い名前の町` },
  })),
};
const OFFERS = { kumamoto: offerOf(kumamoto), musashino: offerOf(musashino), crowded };

describe.each(Object.entries(OFFERS))("the cards of %s", (_name, offer) => {
  it.each(SPOKEN)("are what LINE takes, in %s, with nothing and with everything chosen", (language) => {
    const all: Choices = { ...NONE, ageBand: 3, gender: 2, areaId: 1, interests: (1n << 60n) - 1n };
    for (const choices of [NONE, all, { ...all, stopped: 1 }]) {
      const scene: Scene = { offer, choices, language, settingsUrl: URL };
      const cards: LineMessage[][] = [
        [summaryCard(scene)],
        welcome(scene, "熊本市（デモ）"),
        ...offer.questions.flatMap((question) => [
          [questionCard(scene, question, true)],
          [questionCard(scene, question, false)],
        ]),
        ...(["ask-stop", "stop", "resume", "open"] as const).map((kind) =>
          answerTo({ kind }, scene, planOf({ kind }, offer)),
        ),
      ];
      for (const messages of cards) expect(refusals(messages)).toEqual([]);
    }
  });
  it("offer every answer in every language in words of their own", () => {
    for (const { label } of [...offer.traits.age_band, ...offer.traits.gender])
      expect(Object.keys(label).sort()).toEqual([...SPOKEN].sort());
  });
});

it("the two cities have eleven and eighteen interests, each in five languages, named once", () => {
  expect([kumamoto, musashino].map((city) => city.preferences.interests.length)).toEqual([11, 18]);
  for (const { preferences } of [kumamoto, musashino]) {
    const keys = preferences.interests.map((one) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { label, description } of preferences.interests) {
      expect(Object.keys(label)).toHaveLength(5);
      expect(Object.keys(description)).toHaveLength(5);
    }
  }
});

const operations: fc.Arbitrary<Exclude<Operation, { kind: "bind" }>> = fc.oneof(
  fc.record({ kind: fc.constantFrom("open", "ask-stop", "stop", "resume") }),
  fc.constant({ kind: "code" as const }),
  fc.record({
    kind: fc.constantFrom("ask", "skip"),
    question: fc.constantFrom("age_band", "gender", "area", "interests", "language"),
  }),
  fc.record({
    kind: fc.constant("set" as const),
    question: fc.constantFrom("age_band", "gender", "area", "language"),
    value: fc.integer({ min: -1, max: 200 }),
    walk: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("interest" as const),
    bit: fc.integer({ min: 0, max: 59 }),
    on: fc.boolean(),
    walk: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("done" as const), walk: fc.boolean() }),
) as fc.Arbitrary<Exclude<Operation, { kind: "bind" }>>;

describe("a tap", () => {
  it("says all it needs: what was written is read back", () =>
    fc.assert(
      fc.property(operations, (operation) => {
        expect(readOperationData(operationData(operation))).toEqual(operation);
        expect(operationData(operation).length).toBeLessThanOrEqual(300);
      }),
    ));
  it.each([
    "",
    "p=",
    "p=set&q=gender",
    "p=set&q=interests&v=1",
    "p=interest&b=60&v=1",
    "p=interest&b=1&v=2",
    "start=report",
    "t=x&s=y&d=pick",
  ])("is not ours: %s", (data) => expect(readOperationData(data)).toBeNull());
});

describe("typed words", () => {
  const read = (text: string) =>
    readOperation({ id: "1", at: 0, kind: "text", messageId: "m", text } satisfies TalkEvent);
  it.each([
    ["受信設定", { kind: "open" }],
    ["設定", { kind: "open" }],
    ["Settings", { kind: "open" }],
    ["配信停止", { kind: "ask-stop" }],
    ["配信再開", { kind: "resume" }],
    ["番号", { kind: "code" }],
    ["コード", { kind: "code" }],
    ["職員登録 ABCD-2345", { kind: "bind", code: "ABCD2345" }],
    ["　職員登録：ａｂｃｄ－２３４５ ", { kind: "bind", code: "ABCD2345" }],
    [`職員登録${" ".repeat(9_900)}!`, null],
    [`職員登録${" ".repeat(9_900)}ABCD-2345`, null],
    ["職員登録　ａｂｃｄ２３４５", { kind: "bind", code: "ABCD2345" }],
  ])("%s", (text, operation) => expect(read(text)).toEqual(operation));
  it.each(["道路に穴が", "受信設定を変えたいのですが", "職員登録", "止める", "番号は12です"])(
    "leave %s to the scenarios",
    (text) => expect(read(text)).toBeNull(),
  );
});

describe("changes", () => {
  const change: fc.Arbitrary<{ at: number; change: Change }> = fc.record({
    at: fc.integer({ min: 1, max: 6 }),
    change: fc.oneof(
      fc.record({
        part: fc.constantFrom("age_band", "gender", "area", "spoken", "stopped"),
        value: fc.integer({ min: 0, max: 3 }),
      }),
      fc.record({
        part: fc.constantFrom("interest:0", "interest:1", "interest:59"),
        value: fc.constantFrom(0, 1),
      }),
    ) as fc.Arbitrary<Change>,
  });
  const run = (list: readonly { at: number; change: Change }[]) =>
    list.reduce(({ choices, stamps }, one) => settle(choices, stamps, [one.change], one.at), {
      choices: NONE,
      stamps: {},
      applied: [],
    } as ReturnType<typeof settle>);
  it("come to the same in every order and however often", () =>
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }).chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray([...list, ...list], {
              minLength: list.length * 2,
              maxLength: list.length * 2,
            }),
          ),
        ),
        ([list, shuffled]) => {
          const { choices, stamps } = run([...list].sort((a, b) => a.at - b.at));
          expect(run(shuffled)).toMatchObject({ choices, stamps });
        },
      ),
    ));
  it("leave alone what was changed later", () => {
    const later = settle(NONE, {}, [{ part: "gender", value: 2 }], 20);
    const late = settle(later.choices, later.stamps, [{ part: "gender", value: 1 }], 10);
    expect([late.choices.gender, late.applied]).toEqual([2, []]);
  });
});

describe("what is over", () => {
  const offer = offerOf(kumamoto);
  const ended: Offer = {
    ...offer,
    interests: offer.interests.map((one) => (one.bit === 2 ? { ...one, validUntil: 100 } : one)),
  };
  it("cannot be chosen any more, and can be taken out", () => {
    const tap = (on: boolean) => ({ kind: "interest", bit: 2, on, walk: false }) as const;
    expect(planOf(tap(true), offerAt(ended, 99)).isRefused).toBe(false);
    expect(planOf(tap(true), offerAt(ended, 100)).isRefused).toBe(true);
    expect(planOf(tap(false), offerAt(ended, 100)).changes).toEqual([{ part: "interest:2", value: 0 }]);
  });
  it("a question that is not asked is passed over", () => {
    const fewer = {
      ...offer,
      questions: offer.questions.map((q) => ({ ...q, isAsked: q.key !== "gender" })),
    };
    expect(askedOf(fewer).map((q) => q.key)).toEqual(["age_band", "area", "interests", "language"]);
    expect(questionAfter(fewer, "age_band")?.key).toBe("area");
    expect(questionAfter(fewer, "language")).toBeNull();
  });
});

it("an open report is asked on, within five messages", () => {
  const text = (words: string): LineMessage => ({ type: "text", text: words });
  const both = beforeReport([text("a"), text("b")], [text("q1"), text("q2")], "ja");
  expect(both.map((m) => (m.type === "text" ? m.text : ""))).toEqual([
    "a",
    "b",
    "通報の続きです。",
    "q1",
    "q2",
  ]);
  expect(beforeReport([text("a")], [], "ja")).toHaveLength(1);
});
