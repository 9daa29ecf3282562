import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { EMPTY_CALENDAR, type GarbageCalendar } from "../calendar";
import { kindsOn } from "../days";
import { planImport } from "./plan";
import { importOptions } from "./schema";
import { readTable } from "./tables";

const TODAY = "2026-11-01";
const CENTERS = "名称,休止開始日,休止終了日\n";

function planOf(files: Record<string, string | Uint8Array>, calendar = EMPTY_CALENDAR, today = TODAY) {
  const tables = Object.entries(files).map(([name, text]) => {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const read = readTable({ name, bytes, encoding: null });
    if (!read.ok) throw new Error(read.message);
    return read.table;
  });
  const options = importOptions.parse({ step: "read" });
  const planned = planImport(tables, options, { categories: [], entries: [], calendar }, today);
  if (!planned.ok) throw new Error(planned.message);
  return planned;
}
const said = (plan: ReturnType<typeof planOf>) => plan.problems.map((one) => `${one.file}: ${one.text}`);
const collected = (calendar: GarbageCalendar | null, day: string) =>
  calendar?.areas.map((area) => kindsOn(calendar, area, day).join());

describe("days off of a center", () => {
  const DAYS = "地名,センター,燃やすごみ\n京町,東部ｸﾘｰﾝｾﾝﾀｰ,月 木\n本町,北センター,月 木\n";

  it("hold for its areas, however either table writes its name", () => {
    const plan = planOf({
      "area_days.csv": DAYS,
      "center.csv": `${CENTERS}東部クリーンセンター,2026/12/31,2027/1/3\n北センタ－,2026/12/31,2027/1/3\n`,
    });
    expect(said(plan)).toEqual([]);
    expect(collected(plan.calendar, "2026-12-31")).toEqual(["", ""]);
    expect(collected(plan.calendar, "2026-12-28")).toEqual(["燃やすごみ", "燃やすごみ"]);
  });

  it("that no area names are told, whether the areas come with them or were there before", () => {
    const off = `${CENTERS}東部,2026/12/31,2027/1/3\n北センター,2026/12/31,2027/1/3\n`;
    const both = planOf({ "area_days.csv": DAYS, "center.csv": off });
    expect(said(both)).toEqual([
      expect.stringContaining("center.csv: センター「東部」は、収集日の表に出てきません"),
    ]);
    const present = planOf({ "area_days.csv": DAYS }).calendar ?? EMPTY_CALENDAR;
    expect(said(planOf({ "center.csv": off }, present))).toEqual(said(both));
  });

  it("twice in two spellings are one, and so is an area", () => {
    const plan = planOf({
      "area_days.csv": `${DAYS}京町,東部クリーンセンター,月 木\n`,
      "center.csv": `${CENTERS}北センター,2026/12/31,2027/1/3\n北センタ－,2026/12/31,2027/1/3\n`,
    });
    expect(plan.files.map((file) => file.tally.merged)).toEqual([1, 1]);
    expect(plan.calendar?.suspensions).toHaveLength(1);
  });
});

it("a new table of days tells which days off lose their center or kinds", () => {
  const first = planOf({
    "area_days.csv": "地名,センター,燃やすごみ,資源\n京町,東部,月 木,火\n",
    "center.csv": `${CENTERS}東部,2026/12/31,2027/1/3\n`,
  }).calendar;
  if (!first) throw new Error("no calendar");
  const kinds = (...names: string[]) => ({
    from: "2026-12-28",
    until: "2026-12-28",
    center: null,
    kinds: names,
  });
  const calendar = {
    ...first,
    suspensions: [...first.suspensions, kinds("燃やすごみ"), kinds("燃やすごみ", "資源"), kinds("資源")],
  };
  const again = planOf({ "area_days.csv": "地名,センター,燃やすごみ,資源\n京町,東部,火 金,火\n" }, calendar);
  expect(said(again)).toEqual([]);
  const next = planOf(
    { "area_days.csv": "地名,センター,燃えるごみ,資源\n京町,東部クリーンセンター,月 木,火\n" },
    calendar,
  );
  expect(said(next)).toEqual([
    expect.stringContaining("area_days.csv: センター「東部」は"),
    expect.stringContaining("area_days.csv: 休止（2026-12-28）の種類「燃やすごみ」が"),
  ]);
  expect(next.calendar?.suspensions).toEqual(calendar.suspensions);
});

it("150,000 problems of one table are told, not thrown", () => {
  const rows = Array.from({ length: 50_000 }, () => "傘\u0001,燃やす,よけい\n").join("");
  const plan = planOf({ "items.csv": `品目,分別区分\n${rows}` });
  expect(plan.problems.length).toBeGreaterThan(140_000);
  expect(plan.files[0]?.tally).toMatchObject({ rows: 50_000, kept: 1 });
});

const data = process.env.TRIAL_DATA;
it.skipIf(!data).each(["joyo", "fukuchiyama"])("%s: no day off is nobody's (TRIAL_DATA)", (city) => {
  const read = (name: string) => fs.readFileSync(path.join(data ?? "", "garbage", city, name));
  const files = { "area_days.csv": read("area_days.csv"), "center.csv": read("center.csv") };
  const words = said(planOf(files, EMPTY_CALENDAR, "2020-01-01")).join();
  expect(words).not.toContain("収集日の表に出てきません");
});
