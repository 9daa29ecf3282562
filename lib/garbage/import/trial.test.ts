import fs from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { EMPTY_CALENDAR } from "../calendar";
import { nextDay } from "../days";
import type { Encoding } from "./encoding-name";
import { type Plan, type Present, planImport } from "./plan";
import { importOptions } from "./schema";
import { readTable } from "./tables";

/** Dictionaries and calendars that cities publish; they lie outside the project. */
const folder = process.env.TRIAL_DATA ? path.join(process.env.TRIAL_DATA, "garbage") : null;
const NOTHING: Present = { categories: [], entries: [], calendar: EMPTY_CALENDAR };
const OPTIONS = importOptions.parse({ step: "read" });

function plan(files: string[], present = NOTHING, encoding: Encoding = "utf-8"): Plan {
  const tables = files.map((file) => {
    const utf8 = fs.readFileSync(path.join(folder ?? "", file));
    const bytes = encoding === "utf-8" ? utf8 : iconv.encode(iconv.decode(utf8, "utf-8"), encoding);
    const read = readTable({ name: file, bytes, encoding: null });
    if (!read.ok) throw new Error(read.message);
    expect(read.table.encoding).toBe(encoding);
    return read.table;
  });
  const planned = planImport(tables, OPTIONS, present, "2026-11-28");
  if (!planned.ok) throw new Error(planned.message);
  for (const { tally } of planned.files) expect(tally.kept + tally.merged + tally.unusable).toBe(tally.rows);
  return planned;
}
const tallyOf = (planned: Plan, file: string) => planned.files.find((one) => one.name.endsWith(file))?.tally;
const levels = (planned: Plan, level: string) => planned.problems.filter((one) => one.level === level);

describe.skipIf(folder === null)("files that cities publish (TRIAL_DATA)", () => {
  it.each([
    ["fukuchiyama", 180, 177, 326, 8],
    ["joyo", 724, 724, 2, 7],
  ])("5374: %s, dictionary and calendar", (city, rows, kept, areas, categories) => {
    const files = ["target", "description", "area_days", "center"].map((one) => `${city}/${one}.csv`);
    const planned = plan(city === "fukuchiyama" ? [...files, `${city}/remarks.csv`] : files);
    expect(tallyOf(planned, "target.csv")).toEqual({ rows, kept, merged: rows - kept, unusable: 0 });
    expect(tallyOf(planned, "area_days.csv")).toEqual({ rows: areas, kept: areas, merged: 0, unusable: 0 });
    expect(planned.garbage?.entries).toHaveLength(kept);
    expect(new Set(planned.garbage?.entries.map((one) => one.key)).size).toBe(kept);
    expect(planned.garbage?.categories).toHaveLength(categories);
    expect(planned.calendar?.areas).toHaveLength(areas);
    expect(levels(planned, "unusable")).toEqual([]);
  });

  it("knows Kyomachi's days, its group, and what is tied to what", () => {
    const planned = plan(["fukuchiyama/target.csv", "fukuchiyama/area_days.csv", "fukuchiyama/center.csv"]);
    const calendar = planned.calendar ?? EMPTY_CALENDAR;
    const area = calendar.areas.find((one) => one.key === "惇明地区-京町");
    expect(area).toMatchObject({ name: "京町", group: "惇明地区", center: "環境パーク" });
    if (!area) return;
    expect(nextDay(calendar, area, ["燃やすごみ"], "2025-12-29")).toBe("2026-01-05");
    const refused = planned.garbage?.categories.find((one) => one.key === "受け入れできないごみ");
    expect(refused?.collectedAs).toEqual([]);
    expect(planned.garbage?.categories.find((one) => one.key === "空き缶")?.collectedAs).toEqual(["空き缶"]);
  });

  it("tells a category that is a slip of another", () => {
    const planned = plan(["joyo/target.csv", "joyo/description.csv"]);
    expect(planned.problems.map((one) => one.text).join("\n")).toContain("「燃やさないごみ」の書きまちがい");
  });

  it.each(["tsu/items.csv", "tsu/original.csv"])("%s: every row", (file) => {
    const planned = plan([file]);
    const tally = tallyOf(planned, file);
    expect(tally).toMatchObject({ rows: 3984, unusable: 0 });
    expect(planned.garbage?.entries).toHaveLength(tally?.kept ?? 0);
    expect(levels(planned, "merged")).toHaveLength(tally?.merged ?? -1);
    expect(planned.garbage?.entries.find((one) => one.title === "石油ストーブ")?.note).toContain("\n燃料が");
  });

  it("an import again changes nothing, and the other form of the same table keeps every key", () => {
    const first = plan(["tsu/items.csv"]);
    const present: Present = { ...NOTHING, ...first.garbage, calendar: EMPTY_CALENDAR };
    expect(plan(["tsu/items.csv"], present).garbage?.entries).toEqual(first.garbage?.entries);
    const other = plan(["tsu/original.csv"], present).garbage?.entries ?? [];
    const keys = new Set(first.garbage?.entries.map((one) => one.key));
    expect(other.filter((one) => !keys.has(one.key))).toEqual([]);
    expect(other.filter((one) => one.reading === null)).toEqual([]);
  });

  it.each<Encoding>(["cp932", "euc-jp", "utf-16le", "utf-16be"])("the same rows in %s", (encoding) => {
    const files = ["joyo/target.csv", "joyo/area_days.csv"];
    const [plain, other] = [plan(files), plan(files, NOTHING, encoding)];
    expect(other.garbage).toEqual(plain.garbage);
    expect(other.calendar).toEqual(plain.calendar);
  });
});
