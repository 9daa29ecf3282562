import { describe, expect, it } from "vitest";
import { japaneseDate, parseJapaneseDate } from "./japanese-date";

describe("a typed date", () => {
  it.each([
    ["令和8年11月22日", "2026-11-22"],
    ["令和8年11月22日(日)", "2026-11-22"],
    ["令和元年5月1日", "2019-05-01"],
    ["R8.11.22", "2026-11-22"],
    ["r8/1/2", "2026-01-02"],
    ["R8-1-2", "2026-01-02"],
    ["Ｒ８．１１．２２", "2026-11-22"],
    ["平成31年4月30日", "2019-04-30"],
    ["昭和64年1月7日", "1989-01-07"],
    ["2026/1/2", "2026-01-02"],
    ["２０２６年１月２日", "2026-01-02"],
    ["2026-11-22", "2026-11-22"],
    ["20261122", "2026-11-22"],
    [" 11月 22日 ", "2026-11-22"],
    ["11/22", "2026-11-22"],
    ["2028/2/29", "2028-02-29"],
  ])("%s is %s", (typed, expected) => expect(parseJapaneseDate(typed, "2026-11-23")).toBe(expected));

  it.each(["", "2026/2/29", "13/1", "令和8年", "昨日", "2026/11", "R8.0.1", "<script>"])(
    "%j is none",
    (typed) => expect(parseJapaneseDate(typed, "2026-11-23")).toBeNull(),
  );

  it("is read back in words", () => {
    expect(japaneseDate("2026-11-22")).toBe("令和8年11月22日(日)");
    expect(japaneseDate("2019-05-01")).toBe("令和元年5月1日(水)");
    expect(japaneseDate("2018-12-31")).toBe("2018年12月31日(月)");
  });
});
