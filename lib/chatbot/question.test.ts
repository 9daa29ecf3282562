import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOT_ENTRY_KINDS, BOT_OUTCOMES } from "@/db/enums";
import { afterWord, keptWords, missOf, questionId, type Register, type Word } from "./question";

const folder = process.env.TRIAL_DATA;

const ASKED: Register = {
  askedAt: new Date(1_000),
  outcome: "not_found",
  kind: null,
  topic: null,
  entryKey: null,
  chosenAt: null,
  helpful: null,
  helpfulAt: null,
};
const at = fc.integer({ min: 998, max: 1_005 }).map((ms) => new Date(ms));
const word: fc.Arbitrary<Word> = fc.oneof(
  fc.record({ kind: fc.constant("helpful" as const), at, helpful: fc.boolean() }),
  fc.record({
    kind: fc.constant("chose" as const),
    at,
    entry: fc.record({
      kind: fc.constantFrom(...BOT_ENTRY_KINDS),
      topic: fc.constant("garbage"),
      key: fc.constantFrom("a", "b"),
    }),
  }),
);
const run = (words: readonly Word[], from = ASKED): Register =>
  words.reduce((row, one) => Object.assign(row, afterWord(row, one)), { ...from });

describe("taps on a question", () => {
  it("come to the same in every order and however often", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...BOT_OUTCOMES),
        fc.array(word, { maxLength: 8 }).chain((list) => {
          const length = list.length * 2;
          const all = fc.shuffledSubarray([...list, ...list], { minLength: length, maxLength: length });
          return fc.tuple(fc.constant(list), all);
        }),
        (outcome, [list, shuffled]) => {
          const from = { ...ASKED, outcome };
          expect(run(shuffled, from)).toEqual(run(list, from));
        },
      ),
    ));
  it("of before the question change nothing", () =>
    expect(afterWord(ASKED, { kind: "helpful", at: new Date(1_000), helpful: false })).toBeNull());
});

describe("what is a miss", () => {
  const chose: Word = {
    kind: "chose",
    at: new Date(2_000),
    entry: { kind: "faq", topic: "living", key: "a" },
  };
  const said = (ms: number, helpful: boolean): Word => ({ kind: "helpful", at: new Date(ms), helpful });
  const NO = { unanswered: 0, unhelpful: 0 };
  it.each<[string, Register["outcome"], Word[], { unanswered: number; unhelpful: number }]>([
    ["nothing was found", "not_found", [], { unanswered: 1, unhelpful: 0 }],
    ["nothing was found, then one of the nearest was it", "not_found", [chose], NO],
    [
      "nothing was found, and the nearest did not help",
      "not_found",
      [chose, said(3_000, false)],
      { unanswered: 0, unhelpful: 1 },
    ],
    ["answered", "answered", [], NO],
    ["answered, and it helped", "answered", [said(2_000, true)], NO],
    ["answered, and it did not help", "answered", [said(2_000, false)], { unanswered: 0, unhelpful: 1 }],
    ["did not help, then it did", "answered", [said(2_000, false), said(3_000, true)], NO],
    ["asked back, nothing chosen", "asked_back", [], NO],
    ["asked back, one chosen", "asked_back", [chose], NO],
    ["asked back, none was meant", "asked_back", [said(2_000, false)], { unanswered: 0, unhelpful: 1 }],
    ["a fixed word", "command", [], NO],
  ])("%s", (_name, outcome, words, miss) => expect(missOf(run(words, { ...ASKED, outcome }))).toEqual(miss));
});

describe("what is kept of the words", () => {
  it("is masked before it is folded", () => {
    const { asked, folded } = keptWords("ﾍﾟｯﾄﾎﾞﾄﾙの捨て方 090-1234-5678");
    expect(asked).toBe("ペットボトルの捨て方 ●●●");
    expect(folded).not.toMatch(/\d/);
  });
  it.each([
    ["322/1111", "●●●"],
    ["32-21-111 電池", "電池"],
    ["2026-11-22", "●●●"],
    ["三二二一一一一", "●●●"],
    ["45Lの袋", "45lの袋"],
    ["", ""],
  ])("is grouped by no number that folding joins: %s", (text, folded) =>
    expect(keptWords(text).folded).toBe(folded),
  );
  it("is bounded and can be stored, whatever was sent", () => {
    const naughty = folder
      ? (JSON.parse(fs.readFileSync(`${folder}/text/blns.json`, "utf8")) as string[])
      : [];
    const own = ["粗大ごみ👨‍👩‍👧‍👦".repeat(400), "\u0000", "\ud800", "", "x".repeat(999).concat("😀")];
    for (const text of [...own, ...naughty]) {
      const { asked, folded } = keptWords(text);
      expect(asked.length).toBeLessThanOrEqual(300);
      expect(folded.length).toBeLessThanOrEqual(200);
      expect((asked + folded).isWellFormed()).toBe(true);
      expect(asked + folded).not.toContain("\u0000");
    }
  });
});

it("an id of another form than LINE's still fits a button", () => {
  expect(questionId("01HZY5TQ9X7K2M4N6P8R0S1T3V")).toBe("01HZY5TQ9X7K2M4N6P8R0S1T3V");
  expect(questionId(`urn:${"x".repeat(500)}`)).toMatch(/^[0-9A-Za-z_-]{1,40}$/);
});
