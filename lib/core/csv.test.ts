import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCp932, missingInCp932 } from "./cp932";
import { csvLine } from "./csv";

describe("a line of CSV", () => {
  it.each([
    [["地域", 12, null], "地域,12,\r\n"],
    [["=1+1", "+81", "-3", "@a", "\tx"], "'=1+1,'+81,'-3,'@a,'\tx\r\n"],
    [[-3, 0.5], "-3,0.5\r\n"],
    [['言う"はい",いいえ', "二\n行"], '"言う""はい"",いいえ","二\n行"\r\n'],
    [[" 前の空白"], '" 前の空白"\r\n'],
  ])("%j", (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it("no cell of text can begin a formula", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvLine([text]).replace(/^"/, "");
        expect(/^[=+\-@\t\r](?!\n)/.test(cell)).toBe(false);
      }),
    );
  });
});

describe("CP932", () => {
  it.each([
    ["ABC ｱｲｳ", [0x41, 0x42, 0x43, 0x20, 0xb1, 0xb2, 0xb3]],
    ["友だち", [0x97, 0x46, 0x82, 0xbe, 0x82, 0xbf]],
    ["〜", [0x81, 0x60]],
    ["①㈱", [0x87, 0x40, 0x87, 0x8a]],
    ["髙﨑", [0xfb, 0xfc, 0xfa, 0xb1]],
    ["∵", [0x81, 0xe6]],
    ["𠮷", [0x81, 0xac]],
  ])("%s", (text, bytes) => {
    expect([...encodeCp932(text)]).toEqual(bytes);
  });

  it("says what it has not", () => {
    expect(missingInCp932("𠮷野家の髙橋😀と𠮷田・é")).toEqual(["𠮷", "😀", "é"]);
    expect(missingInCp932("5人未満〜①")).toEqual([]);
  });

  it("what it has is read again as it was", () => {
    const decoder = new TextDecoder("shift_jis");
    const kanji = fc.integer({ min: 0x4e00, max: 0x9fa0 }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(kanji), (signs) => {
        const text = signs.filter((sign) => missingInCp932(sign).length === 0).join("");
        expect(decoder.decode(encodeCp932(text))).toBe(text);
      }),
    );
  });
});
