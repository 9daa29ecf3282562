import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REPORT_STATUSES } from "@/db/enums";
import { formatCursor, microsToIso, parseCursor } from "./cursor";
import {
  EMPTY_FILTER,
  isNarrowed,
  parseReportSearch,
  REPORT_SORTS,
  type ReportFilter,
  reportsHref,
  toSearchParams,
} from "./search";

const keys = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_.-]{0,12}$/), { maxLength: 4 });
const date = fc
  .tuple(
    fc.integer({ min: 2019, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
const degree = (max: number) => fc.integer({ min: -max * 1e5, max: max * 1e5 - 10 }).map((n) => n / 1e5);
const bbox = fc
  .record({
    south: degree(89),
    west: degree(179),
    tall: fc.integer({ min: 1, max: 9999 }),
    wide: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ south, west, tall, wide }) => ({
    south,
    west,
    north: Math.round((south + tall / 1e4) * 1e5) / 1e5,
    east: Math.round((west + wide / 1e4) * 1e5) / 1e5,
  }));
const filters: fc.Arbitrary<ReportFilter> = fc.record({
  status: fc.subarray([...REPORT_STATUSES]),
  category: keys,
  section: keys,
  area: keys,
  from: fc.option(date),
  to: fc.option(date),
  text: fc.constantFrom("", "穴", "道路 100%_\\", "a&b=c,#d", "𠮷"),
  point: fc.constantFrom("any", "missing"),
  assignee: fc.constantFrom("any", "me", "none"),
  overdue: fc.boolean(),
  bbox: fc.option(bbox),
  sort: fc.constantFrom(...REPORT_SORTS),
  descending: fc.boolean(),
  cursor: fc.constantFrom(null, "a.received~1~0b9c2a3e-0000-4000-8000-000000000000"),
});

describe("the filter in the URL", () => {
  it("comes back as it was, whatever it is", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = toSearchParams(filter);
        expect(parseReportSearch(query)).toEqual(filter);
        expect(parseReportSearch(Object.fromEntries(new URLSearchParams(query.toString())))).toEqual(filter);
      }),
    );
  });

  it("leaves nothing in the URL when nothing is set", () => {
    expect(toSearchParams(EMPTY_FILTER).toString()).toBe("");
    expect(reportsHref()).toBe("/reports");
    expect(reportsHref({ status: ["received"], overdue: true })).toBe("/reports?status=received&overdue=1");
    expect(isNarrowed(EMPTY_FILTER)).toBe(false);
    expect(isNarrowed({ ...EMPTY_FILTER, sort: "due", cursor: "x" })).toBe(false);
    expect(isNarrowed({ ...EMPTY_FILTER, point: "missing" })).toBe(true);
  });

  it.each([
    ["status=done,wrong,<script>&status=received", { status: ["done", "received"] }],
    ["from=2026-02-30&to=2026-11-22", { from: null, to: "2026-11-22" }],
    ["bbox=1,2,3", { bbox: null }],
    ["bbox=33,130,32,131", { bbox: null }],
    ["bbox=NaN,130,33,131", { bbox: null }],
    ["bbox=32.5,130.5,33,131", { bbox: { south: 32.5, west: 130.5, north: 33, east: 131 } }],
    ["sort=-due", { sort: "due", descending: true }],
    ["sort=due", { sort: "due", descending: false }],
    ["sort=;drop", { sort: "received", descending: true }],
    ["cursor=%27%20or%201", { cursor: null }],
    ["category=__proto__&section=none", { category: [], section: ["none"] }],
    [`q=${"あ".repeat(500)}`, { text: "あ".repeat(100) }],
    ["q=%00a%1fb", { text: "ab" }],
    ["page=2&utm_source=x", {}],
  ])("reads %j", (query, part) => {
    expect(parseReportSearch(new URLSearchParams(query))).toEqual({ ...EMPTY_FILTER, ...part });
  });
});

describe("cursors", () => {
  const id = "0b9c2a3e-1111-4222-8333-444444444444";
  it.each([
    ["received", ["1795358400123456"]],
    ["updated", ["0"]],
    ["number", ["R8-000123"]],
    ["status", ["2", "1795358400123456"]],
    ["due", ["-"]],
    ["due", ["1795358400000000"]],
  ] as const)("of %s %j", (sort, parts) => {
    const cursor = { direction: "after" as const, sort, keys: [...parts], id };
    expect(parseCursor(formatCursor(cursor), sort)).toEqual(cursor);
    expect(parseReportSearch({ cursor: formatCursor(cursor) }).cursor).toBe(formatCursor(cursor));
    for (const other of REPORT_SORTS)
      if (other !== sort) expect(parseCursor(formatCursor(cursor), other)).toBeNull();
  });
  it.each([
    "a.received~x~1",
    `a.received~1795358400123456999~${id}`,
    `a.received~-1~${id}`,
    "",
    `c.received~1~${id}`,
  ])("refuses %j", (text) => expect(parseCursor(text, "received")).toBeNull());
  it("keeps microseconds", () => {
    expect(microsToIso("1795358400123456")).toBe("2026-11-22T14:40:00.123456Z");
    expect(microsToIso("1795358400000007")).toBe("2026-11-22T14:40:00.000007Z");
  });
});
