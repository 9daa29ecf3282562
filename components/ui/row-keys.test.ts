import { expect, it } from "vitest";
import { filledKeys, swapped, without } from "./row-keys";

it("keys go along with their rows, and new rows get new ones", () => {
  let keys = filledKeys([], 3);
  expect(keys).toEqual([0, 1, 2]);
  keys = swapped(keys, 0, 1);
  expect(filledKeys(keys, 3)).toEqual([1, 0, 2]);
  keys = without(keys, 0);
  expect(filledKeys(keys, 2)).toEqual([0, 2]);
  expect(filledKeys(keys, 4)).toEqual([0, 2, 3, 4]);
  expect(filledKeys(keys, 1)).toEqual([0]);
  expect(swapped(keys, 1, 2)).toEqual(keys);
});
