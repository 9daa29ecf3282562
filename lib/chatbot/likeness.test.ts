import fc from "fast-check";
import { expect, it } from "vitest";
import { foldQuestion } from "./fold";
import { groupByLikeness, likeness } from "./likeness";

it.each([
  ["すまほ", "すまほ", 1],
  ["もばいるばってりー", "もばいるばってりーの", 16 / 17],
  ["すまほ", "ぱすぽーと", 0],
  ["", "", 1],
  ["", "すまほ", 0],
  [`${"あ".repeat(60)}すまほ`, `${"あ".repeat(60)}ぱすぽーと`, 1],
])("%s and %s", (a, b, expected) => expect(likeness(a, b)).toBeCloseTo(expected));

/** Every question compared with every group. */
function slowly(list: readonly string[]): string[][] {
  const slow: string[][] = [];
  for (const folded of list) {
    const group = slow.find(([first]) => likeness(first ?? "", folded) >= 0.6);
    if (group) group.push(folded);
    else slow.push([folded]);
  }
  return slow;
}
const quickly = (list: readonly string[]): string[][] =>
  groupByLikeness(list.map((folded) => ({ folded }))).map((group) => group.map((one) => one.folded));

it("groups as if every question were compared with every group", () => {
  const words = fc
    .array(fc.constantFrom("す", "ま", "ほ", "の", "𠮟"), { maxLength: 6 })
    .map((l) => l.join(""));
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (list) => {
      expect(quickly(list)).toEqual(slowly(list));
    }),
  );
});

it("groups long noise of few letters, of which every question shares pieces with every other", () => {
  const noise = fc.string({ unit: fc.constantFrom(..."あいうえおかきく"), minLength: 200, maxLength: 200 });
  const list = fc.sample(noise, { numRuns: 300, seed: 7 });
  expect(quickly(list).flat().toSorted()).toEqual(list.toSorted());
  const some = list.slice(0, 60);
  expect(quickly(some)).toEqual(slowly(some));
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
