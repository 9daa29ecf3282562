import { describe, expect, it } from "vitest";
import { itemButtons, matchItem, pagesOf, typedPage } from "./choice";
import type { Draft } from "./talk";
import { botOf, CITIES, reportOf } from "./testing/bots";
import { findStep } from "./walk";

const items = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    key: `k${i}`,
    label: { ja: `候補${String.fromCharCode(0x3042 + i * 2)}` },
  }));
const draft = { conversationId: "01K", page: 0 } as Draft;

describe("pages of a choice", () => {
  it.each([
    [1, [1]],
    [11, [11]],
    [12, [10, 2]],
    [13, [10, 3]],
    [20, [10, 10]],
    [21, [10, 9, 2]],
    [29, [10, 9, 10]],
    [30, [10, 9, 9, 2]],
    [60, [10, 9, 9, 9, 9, 9, 5]],
  ])("%i items", (n, sizes) => {
    const pages = pagesOf(items(n));
    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(pages.flat()).toEqual(items(n));
    pages.forEach((_, page) => {
      const buttons = itemButtons({ ...draft, page }, "s", items(n), "pick", "ja");
      expect(buttons.length + 2, "with 戻る and やめる").toBeLessThanOrEqual(13);
    });
  });

  it("keeps to the pages there are", () => {
    const labels = (page: number) =>
      itemButtons({ ...draft, page }, "s", items(12), "pick", "ja").map((b) => b.label);
    expect(labels(99)).toEqual(labels(1));
    expect(labels(-3)).toEqual(labels(0));
    expect(typedPage("次の候補", 0, items(12))).toBe(1);
    expect(typedPage("次の候補", 1, items(12))).toBeNull();
    expect(typedPage("前の候補", 0, items(12))).toBeNull();
  });
});

describe("typed answers", () => {
  const [kumamoto] = CITIES;
  const step = findStep(reportOf(kumamoto), "road-item");
  const options = step?.kind === "choice" ? step.options : [];

  it.each([
    ["1", "hole"],
    ["１", "hole"],
    ["1番", "hole"],
    ["①", "hole"],
    ["14", "other"],
    ["舗装の穴・へこみ", "hole"],
    ["舗装の穴へこみ", "hole"],
    ["穴", "hole"],
    ["ｶｰﾌﾞﾐﾗｰ", "mirror"],
    ["かーぶみらー", "mirror"],
    ["カーブ ミラー。", "mirror"],
    ["GUARDRAIL OR FENCE", "guardrail"],
    ["ｇｕａｒｄｒａｉｌ or fence", "guardrail"],
    ["街灯", "lamp"],
    ["点字", "tactile"],
    ["15", null],
    ["0", null],
    ["-1", null],
    ["1.5", null],
    ["道", null],
    ["こんにちは", null],
    ["__proto__", null],
    ["", null],
  ])("%s", (typed, expected) => expect(matchItem(typed, options)?.key ?? null).toBe(expected));

  it("knows every option by its label and its number", () => {
    expect(botOf(kumamoto).startable).toEqual(["report"]);
    options.forEach((option, i) => {
      expect(matchItem(option.label.ja, options)).toBe(option);
      expect(matchItem(String(i + 1), options)).toBe(option);
    });
  });
});
