import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { EMPTY_CALENDAR } from "../calendar";
import { guessMapping } from "./columns";
import { readCsv } from "./csv";
import { sniffEncoding } from "./encoding";
import { ENCODINGS } from "./encoding-name";
import { hashOf, keysFor } from "./keys";
import { type Present, planImport } from "./plan";
import { importOptions } from "./schema";
import { readDay } from "./side-tables";
import { readTable } from "./tables";

const NOTHING: Present = { categories: [], entries: [], calendar: EMPTY_CALENDAR };
const utf8 = (text: string) => new TextEncoder().encode(text);
const tableOf = (text: string, name = "表.csv") => readTable({ name, bytes: utf8(text), encoding: null });
function planOf(text: string, present = NOTHING, more: object = {}) {
  const read = tableOf(text);
  if (!read.ok) throw new Error(read.message);
  const planned = planImport(
    [read.table],
    importOptions.parse({ step: "read", ...more }),
    present,
    "2026-11-28",
  );
  if (!planned.ok) throw new Error(planned.message);
  return planned;
}
const said = (text: string) => planOf(text).problems.map((one) => `${one.line}:${one.level}:${one.text}`);

describe("reading a table", () => {
  it.each([
    [
      "CRLF",
      'a,b\r\n1,"x\r\ny"\r\n2,z',
      [
        [1, ["a", "b"]],
        [2, ["1", "x\ny"]],
        [4, ["2", "z"]],
      ],
    ],
    [
      "LF",
      'a,b\n1,"x\ny"\n2,z\n',
      [
        [1, ["a", "b"]],
        [2, ["1", "x\ny"]],
        [4, ["2", "z"]],
      ],
    ],
    [
      "CR",
      'a,b\r1,"x\ry"\r2,z\r',
      [
        [1, ["a", "b"]],
        [2, ["1", "x\ny"]],
        [4, ["2", "z"]],
      ],
    ],
    [
      "doubled quotes, empty lines, a quote inside",
      'a,"b""c"\n\n,\nd"e,f',
      [
        [1, ["a", 'b"c']],
        [4, ['d"e', "f"]],
      ],
    ],
    [
      "tabs",
      "a\tb,c\td\n1\t2\t3",
      [
        [1, ["a", "b,c", "d"]],
        [2, ["1", "2", "3"]],
      ],
    ],
  ])("%s", (_name, text, rows) => {
    const read = readCsv(text);
    expect(read.ok && read.rows.map((row) => [row.line, row.cells])).toEqual(rows);
  });

  it.each([
    ['a,b\n1,"x\n2,z\n3,q', "open-quote", 2],
    ['a,b\n1,"x"y\n2,z', "after-quote", 2],
    [`a\n${"x,".repeat(300)}`, "columns", 2],
    [`a\n${"x".repeat(30_000)}`, "cell", 2],
    [`a\n${"x\n".repeat(60_000)}`, "rows", 50_002],
  ])("%#: says what is wrong, and where", (text, fault, line) => {
    expect(readCsv(text)).toEqual({ ok: false, fault, line });
  });

  it.each(ENCODINGS)("knows %s by its bytes", (encoding) => {
    const text = "品目,区分,備考\n".padEnd(400, "髙橋さんのごみ、㈱①燃やすごみ,プラスチック製の容器\n");
    const plain = encoding === "euc-jp" ? text.replace(/[髙㈱①]/g, "高") : text;
    expect(sniffEncoding(iconv.encode(plain, encoding))).toBe(encoding);
    if (encoding.startsWith("utf"))
      expect(sniffEncoding(iconv.encode(plain, encoding, { addBOM: true }))).toBe(encoding);
  });

  it("guesses columns without a heading from what stands in them", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      cells: [
        String(i),
        i % 2 ? "燃やすごみ" : "金属",
        `品目の名前その${"一二三四五"[i % 5]}${i}`,
        "ひんもくのなまえ".slice(0, 3 + (i % 5)) + "あ".repeat(i % 7),
      ],
    }));
    expect(guessMapping(rows)).toMatchObject({ title: 2, category: 1, hasHeading: false });
  });

  it.each([
    ["2025/12/29", "2025-12-29"],
    ["2023/1/3", "2023-01-03"],
    ["２０２６年１月４日", "2026-01-04"],
    ["20260229", null],
    ["あした", null],
  ])("the day %s", (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });
});

describe("rows of a dictionary", () => {
  it("are all kept, merged or told to be unusable, with their lines", () => {
    const text = `品目,区分,よみ,備考\nなべ,金属,,洗う\nナベ,金属,なべ,乾かす\nなべ,不燃,,\n,金属,,\n畳,,,\n=1+1,金属,,\n${"長".repeat(200)},金属,,`;
    const planned = planOf(text);
    expect(planned.files[0]?.tally).toEqual({ rows: 7, kept: 3, merged: 1, unusable: 3 });
    expect(planned.garbage?.entries.map((one) => [one.title, one.category, one.note, one.synonyms])).toEqual([
      ["なべ", "金属", "洗う\n乾かす", ["ナベ"]],
      ["なべ", "不燃", null, []],
      ["=1+1", "金属", null, []],
    ]);
    const lines = said(text).map((one) => one.split(":").slice(0, 2).join(":"));
    expect(lines.toSorted()).toEqual(["3:merged", "4:look", "5:unusable", "6:unusable", "8:unusable"]);
  });

  it("reads a heading with a slip, and says so", () => {
    expect(said("品目,分別区文\nなべ,金属\n畳,自己搬入").join()).toContain("書きまちがいとして読みました");
  });

  it("takes away NUL and other signs that no screen shows, and says so", () => {
    const planned = planOf("品目,区分\nな\u0000べ\u0007,金属\n畳,自己搬入");
    expect(planned.garbage?.entries[0]?.title).toBe("なべ");
    expect(planned.problems[0]).toMatchObject({ line: 2, level: "look" });
  });

  it("keeps keys when a category changes, when rows move, and when a twin comes", () => {
    const first = planOf("品目,区分\nなべ,金属\n畳,自己搬入").garbage;
    const present = { ...NOTHING, categories: first?.categories ?? [], entries: first?.entries ?? [] };
    const next = planOf("品目,区分\n畳,自己搬入\nなべ,不燃\nなべ,金属", present).garbage?.entries;
    const [pan, mat] = first?.entries ?? [];
    expect(next?.map((one) => one.key)).toEqual([
      mat?.key,
      expect.not.stringMatching(pan?.key ?? ""),
      pan?.key,
    ]);
  });

  it.each([
    ["燃やるごみ", true],
    ["燃やすごみです", true],
    ["やすごみ", true],
    ["燃やすごみですよ", false],
    ["埋めるごみ", false],
    ["金属のもの", false],
  ])("of many 燃やすごみ, a single %s is a slip: %s", (name, isSlip) => {
    const many = Array.from({ length: 5 }, (_, i) => `品${i},燃やすごみ`).join("\n");
    const problems = said(`品目,区分\n${many}\n畳,${name}`).join();
    expect(problems.includes("書きまちがいかもしれません")).toBe(isSlip);
  });

  it("knows a category by its label, however it is written, and by its key", () => {
    const first = planOf("品目,区分\nなべ,カン\n畳,自己搬入").garbage;
    const categories = (first?.categories ?? []).map((one) =>
      one.key === "自己搬入" ? { ...one, label: { ja: "持ち込み" } } : one,
    );
    const next = planOf("品目,区分\nなべ,ｶﾝ\n畳,自己搬入\n椅子,持ち込み", { ...NOTHING, categories }).garbage;
    expect(next?.categories).toEqual(categories);
    expect(next?.entries.map((one) => one.category)).toEqual(["カン", "自己搬入", "自己搬入"]);
  });

  it("keeps the keys of twins however many there are, without trying all of them for each", () => {
    const many = Array.from({ length: 20_000 }, () => ({ folded: "なべ", category: "金属" }));
    const keys = keysFor(many, []);
    const words = [["なべ"], ["なべ", "金属"], ["なべ", "金属", "2"], ["なべ", "金属", "3"]];
    expect(keys.slice(0, 4)).toEqual(words.map((one) => `i-${hashOf(...one)}`));
    expect(new Set(keys).size).toBe(many.length);
    const known = keys.map((key) => ({ key, title: "ナベ", category: "金属" }));
    expect(keysFor(many, known)).toEqual(keys);
  });

  it("gives no key twice, whatever the names", () => {
    const names = fc.constantFrom("なべ", "ナベ", "ﾅﾍﾞ", "畳", "（畳）", "x");
    const item = fc.record({ folded: names, category: fc.constantFrom("a", "b") });
    const known = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom("1", "2", "3"),
        title: names,
        category: fc.constantFrom("a", "b", null),
      }),
      { selector: (one) => one.key },
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), known, (items, before) => {
        expect(new Set(keysFor(items, before)).size).toBe(items.length);
      }),
    );
  });
});

describe("hostile files", () => {
  it.each([
    ["a category a row", 40_000, false],
    ["as many as a book holds", 200, true],
    ["one more", 201, false],
  ])("%s", (_name, n, isTaken) => {
    const rows = Array.from({ length: n }, (_, i) => `品${i},${"区".repeat(50)}${i}`);
    const read = tableOf(`品目,区分\n${rows.join("\n")}`);
    if (!read.ok) throw new Error(read.message);
    const planned = planImport([read.table], importOptions.parse({ step: "read" }), NOTHING, "2026-11-28");
    expect(planned).toMatchObject(isTaken ? { ok: true } : { ok: false, reason: "too-many-categories" });
  });

  const check = (bytes: Uint8Array) => {
    for (const encoding of [null, ...ENCODINGS]) {
      const read = readTable({ name: "x", bytes, encoding });
      if (!read.ok) {
        expect(read.message).not.toBe("");
        continue;
      }
      const options = importOptions.parse({
        step: "read",
        mapping: { title: 0, category: 1, reading: 2, note: 3, synonyms: 4, hasHeading: true },
      });
      const planned = planImport([read.table], options, NOTHING, "2026-11-28");
      if (!planned.ok) continue;
      for (const { tally } of planned.files)
        expect(tally.kept + tally.merged + tally.unusable).toBe(tally.rows);
      expect(JSON.stringify(planned.garbage).includes("\\u0000")).toBe(false);
    }
  };

  it("any bytes are read or refused, never thrown at", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 150 });
  });

  it("any cells reconcile", () => {
    const sign = fc.constantFrom(..."\"',\t\n\r;あ品目区分地名センター=+-@\u0000\u202e𠮷1月*");
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 200 }), (text) =>
        check(utf8(`品目,区分,よみ,備考\n${text}`)),
      ),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 120 }), (text) =>
        check(utf8(`地名,センター,燃やす\n${text}`)),
      ),
      { numRuns: 100 },
    );
  });

  const data = process.env.TRIAL_DATA;
  it.skipIf(!data)("515 naughty strings in every column (TRIAL_DATA)", () => {
    const list = JSON.parse(fs.readFileSync(path.join(data ?? "", "text/blns.json"), "utf8")) as string[];
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = list.map((text, i) => [`品${i} ${text}`, "金属", text, text, text].map(quote).join(","));
    const planned = planOf(`品目,区分,よみ,備考,別名\n${rows.join("\n")}`);
    const tally = planned.files[0]?.tally;
    expect(tally?.rows).toBe(list.length);
    expect((tally?.kept ?? 0) + (tally?.merged ?? 0) + (tally?.unusable ?? 0)).toBe(list.length);
    expect(planned.problems.filter((one) => one.level === "unusable").length).toBe(tally?.unusable);
  });
});
