import { describe, expect, it } from "vitest";
import type { ReportPage, ReportRow } from "@/lib/reports/view";
import { freeze } from "./frozen-page";

const row = (id: string, status: ReportRow["status"] = "received") => ({ id, status }) as ReportRow;
const page = (rows: ReportRow[], total = rows.length): ReportPage => ({
  rows,
  total,
  next: null,
  previous: null,
});
const ids = (rows: ReportRow[]) => rows.map((r) => r.id);

describe("a page that changes while somebody looks", () => {
  const shown = page([row("b"), row("a")]);
  it("shows what came when nothing is in hand, and marks it", () => {
    const result = freeze(shown, page([row("c"), row("b"), row("a")]), true);
    expect([ids(result.page.rows), result.fresh, result.waiting]).toEqual([["c", "b", "a"], ["c"], 0]);
  });
  it("keeps rows in place otherwise and counts what waits", () => {
    const result = freeze(shown, page([row("d"), row("c"), row("b"), row("a", "working")]), false);
    expect([ids(result.page.rows), result.fresh, result.waiting]).toEqual([["b", "a"], [], 2]);
    expect(result.page.rows[1]?.status).toBe("working");
  });
  it("keeps a row that left the filter until it is asked to go", () => {
    const result = freeze(shown, page([row("b")]), false);
    expect([ids(result.page.rows), result.waiting]).toEqual([["b", "a"], 0]);
  });
  it("keeps its own neighbours: the newest page ends elsewhere", () => {
    const before: ReportPage = { ...page([row("c"), row("b")], 5), next: "after b", previous: null };
    const after: ReportPage = { ...page([row("b"), row("a")], 4), next: "after a", previous: null };
    const result = freeze(before, after, false);
    expect([ids(result.page.rows), result.page.next, result.page.total]).toEqual([["c", "b"], "after b", 4]);
    expect(freeze(before, after, true).page).toBe(after);
  });
  it("tells of an arrival also when another row left at the same time", () => {
    const before: ReportPage = { ...page([row("c"), row("b")], 5), next: "after b" };
    const after: ReportPage = { ...page([row("d"), row("b")], 5), next: "after b" };
    expect(freeze(before, after, false).waiting).toBe(1);
    expect(freeze(page([row("c"), row("b")]), page([row("b"), row("a")]), false).waiting).toBe(1);
  });
  it("takes what moved up from the next page for no arrival", () => {
    const before: ReportPage = { ...page([row("c"), row("b")], 5), next: "after b" };
    const after: ReportPage = { ...page([row("b"), row("a")], 4), next: "after a" };
    expect(freeze(before, after, false).waiting).toBe(0);
  });
  it("counts arrivals on a later page, where no new row is among its rows", () => {
    expect(freeze(page([row("a")], 80), page([row("a")], 83), false).waiting).toBe(3);
  });
});
