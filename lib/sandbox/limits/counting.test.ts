import fc from "fast-check";
import { expect, it } from "vitest";
import { graphemeLength, utf16Length } from "./counting";

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
const LETTERS = [
  ..."aZ1#* ~あがカガー漢々〇、。「」　Ａ！\u3099\u309a\u0301\u200d\ufe0f\u20e3🔥👩👧🇯🇵\r\n葛\u{e0100}ｶﾞ한각",
];

it("counts graphemes as Unicode does, whatever letters meet", () => {
  const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 12 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(text, (one) => {
      expect(graphemeLength(one)).toBe([...segmenter.segment(one)].length);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ["が", 1, 1],
  ["か\u3099", 1, 2],
  ["👩‍👧", 1, 5],
  ["1\ufe0f\u20e3", 1, 3],
  ["\r\n", 1, 2],
  ["市民レポート", 6, 6],
])("%j: %i graphemes, %i UTF-16 units", (text, graphemes, units) => {
  expect([graphemeLength(text), utf16Length(text)]).toEqual([graphemes, units]);
});
