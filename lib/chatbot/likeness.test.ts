import fc from "fast-check";
import { expect, it } from "vitest";
import { foldQuestion } from "./fold";
import { groupByLikeness, likeness } from "./likeness";

it.each([
  ["すまほ", "すまほ", 1],
  ["もばいるばってりー", "もばいるばってりーの", 16 / 17],
  ["すまほ", "ぱすぽーと", 0],
  ["", "", 1],
])("%s and %s", (a, b, expected) => expect(likeness(a, b)).toBeCloseTo(expected));

it("groups as if every question were compared with every group", () => {
  const words = fc
    .array(fc.constantFrom("す", "ま", "ほ", "の", "𠮟"), { maxLength: 6 })
    .map((l) => l.join(""));
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (list) => {
      const slow: string[][] = [];
      for (const folded of list) {
        const group = slow.find(([first]) => likeness(first ?? "", folded) >= 0.6);
        if (group) group.push(folded);
        else slow.push([folded]);
      }
      const fast = groupByLikeness(list.map((folded) => ({ folded })));
      expect(fast.map((group) => group.map((one) => one.folded))).toEqual(slow);
    }),
  );
});

it("puts what is alike behind the first of it, in the order given", () => {
  const asked = ["給食の献立", "プールの時間", "給食の献立は？", "プールの時間を教えて"].map((text) => ({
    text,
    folded: foldQuestion(text),
  }));
  expect(groupByLikeness(asked).map((group) => group.map(({ text }) => text))).toEqual([
    ["給食の献立", "給食の献立は？"],
    ["プールの時間", "プールの時間を教えて"],
  ]);
});
