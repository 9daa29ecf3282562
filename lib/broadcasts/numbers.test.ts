import { describe, expect, it } from "vitest";
import { tellRow, tellVersion } from "./numbers";

describe("numbers that leave the server", () => {
  it.each([
    [4, false, null],
    [0, false, null],
    [5, false, 5],
    [4, true, 4],
    [null, true, null],
  ])("%s, %s → %s", (n, mayView, shown) => {
    expect(tellRow({ id: "a", countAtApproval: n, countAtFreeze: n }, mayView)).toEqual({
      id: "a",
      countAtApproval: shown,
      countAtFreeze: shown,
    });
    expect(tellVersion({ version: 1, countThen: n, countAtDecision: n }, mayView)).toEqual({
      version: 1,
      countThen: shown,
      countAtDecision: shown,
    });
  });
});
