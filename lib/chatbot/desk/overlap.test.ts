import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../entry";
import { hiddenEntries } from "../match/hidden";
import { overlapsOf, overlapsWith } from "./overlap";

const entry = (kind: Entry["kind"], key: string, title: string, synonyms: string[] = []): Entry => ({
  key,
  kind,
  title,
  reading: null,
  synonyms,
});
const others = [
  entry("keyword", "shelter", "避難所"),
  entry("garbage", "battery", "電池", ["バッテリー"]),
  entry("faq", "resident", "住民票を取りたい"),
];
const told = (typed: Entry) =>
  overlapsWith(typed, others).map(({ words, entry: hidden, by }) => [words, hidden.key, by.key]);

describe("an entry that is being typed", () => {
  it("is hidden by what is asked before it", () => {
    expect(told(entry("faq", "new", "ﾊﾞｯﾃﾘｰ"))).toEqual([["ﾊﾞｯﾃﾘｰ", "new", "battery"]]);
    expect(told(entry("faq", "new", "逃げたい", ["ひなん", "避難所"]))).toEqual([
      ["避難所", "new", "shelter"],
    ]);
  });
  it("hides what is asked after it", () =>
    expect(told(entry("keyword", "new", "電池"))).toEqual([["電池", "battery", "new"]]));
  it("does not meet itself as it was saved, nor anything else", () => {
    expect(told(entry("keyword", "shelter", "避難所", ["ひなんじょ"]))).toEqual([]);
    expect(told(entry("faq", "new", "児童手当をもらうには？"))).toEqual([]);
  });
  it("says what the whole list says", () => {
    const typed = entry("faq", "new", "電池");
    expect(overlapsWith(typed, others)).toEqual(overlapsOf([...others, typed]));
  });
});

it("the whole list is what comparing everything with everything says", () => {
  const words = fc.constantFrom(
    "電池",
    "でんち",
    "電池の捨て方",
    "ふた・キャップ",
    "キャップ",
    "背広（スーツ）",
    "スーツ",
    "",
  );
  const list = fc.array(
    fc.record(
      {
        key: fc.constantFrom("a", "b", "c"),
        kind: fc.constantFrom("keyword" as const, "garbage" as const, "faq" as const),
        title: words,
        reading: fc.option(words, { nil: null }),
        synonyms: fc.array(words, { maxLength: 2 }),
      },
      { noNullPrototype: true },
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(list, (entries) => {
      expect(overlapsOf(entries).map((one) => [one.words, one.entry.title, one.by.title])).toEqual(
        hiddenEntries(entries).map((one) => [one.words, one.entry.title, one.by.title]),
      );
    }),
  );
});
