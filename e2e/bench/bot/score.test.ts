import { expect, it } from "vitest";
import { judged, SUM, scored } from "./score";

it("counts what is first, what is among three, and what is left alone", () => {
  const gold = [
    { cls: "sentence", q: "a", ids: ["1"] },
    { cls: "sentence", q: "b", ids: ["2", "3"] },
    { cls: "sentence", q: "c", ids: ["4"] },
    { cls: "off-topic", q: "d", ids: [] },
    { cls: "off-topic", q: "e", ids: [] },
  ];
  const shown = new Map([
    ["a", ["1"]],
    ["b", ["9", "8", "3"]],
    ["c", ["9", "8", "7", "4"]],
    ["d", ["1"]],
  ]);
  const scores = scored(gold, shown);
  expect(scores.get("sentence")).toEqual({ asked: 3, first: 1, third: 2, foreign: 0, silent: 0 });
  expect(scores.get(SUM)).toEqual({ asked: 3, first: 1, third: 2, foreign: 2, silent: 1 });
  expect(judged(scores).map(({ name, isMet }) => [name, isMet])).toEqual([
    ["hit@1", false],
    ["hit@3", false],
    ["hit@1 in sentences", false],
    ["off-topic left alone", false],
  ]);
});
