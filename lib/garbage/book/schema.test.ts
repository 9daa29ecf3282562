import { expect, it } from "vitest";
import { itemInput } from "./schema";

it("asks for an item's name and category in words", () => {
  const empty = { key: null, seen: null, title: "", reading: "", synonyms: "", category: "", note: "" };
  expect(itemInput.safeParse(empty).error?.issues.map((issue) => issue.message)).toEqual([
    "入力してください。",
    "区分を選んでください。",
  ]);
});
