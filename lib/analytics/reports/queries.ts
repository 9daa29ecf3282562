import { reachOf } from "@/lib/auth/permission";
import { listAreas, listCategories, listSections } from "@/lib/city/queries";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { holidaysOf } from "@/lib/core/holiday";
import { isoDate } from "@/lib/core/time";
import { type Sum, sumCounts } from "../counts/queries";
import { type BucketSpread, type Hours, hourCounts, spreadCounts } from "../counts/values-queries";
import { NO_AREA, NO_SECTION, RECEIVED, SPREAD, TIMES, WEEKDAYS } from "../messages";
import { cellOf, HEAT_ZOOM } from "../metric";
import { upTo, weekdayOf } from "../period";
import {
  type Both,
  byName,
  daysOf,
  mapBoth,
  ofBoth,
  plainBars,
  sumDays,
  timelineOf,
  totalOf,
} from "../timeline";
import type { Bars, Duration, Figure, Period, Range, ReportsView, Timeline } from "../view";
import { readFunnels } from "./funnel-queries";

type Scope = readonly number[] | null;
type Read = {
  received: { category: Sum[]; section: Sum[]; area: Sum[] };
  open: number;
  /** Each report came in one hour: so many came that day. */
  hours: Hours;
  look: BucketSpread[];
  fix: BucketSpread[];
};

/** The row behind the seven of the week. */
const HOLIDAY = 7;

/** Holidays of the years that a period touches. */
const holidaysIn = ({ from, to }: Period): string[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years.flatMap((year) => [...holidaysOf(year).keys()]);
};

async function readPeriod(ctx: Ctx, range: Range, period: Period, sections: Scope): Promise<Read> {
  const of = { period, sections };
  const { granularity } = range;
  const holidays = new Set(holidaysIn(period));
  const [[category = [], section = [], area = []], [sums = []], hours, look, fix] = await Promise.all([
    sumCounts(ctx, {
      ...of,
      metrics: ["report.received"],
      byMonth: true,
      groups: [["key"], ["section_id"], ["area_id"]],
    }),
    sumCounts(ctx, {
      metrics: ["report.received", "report.closed"],
      period: upTo(period.to),
      sections,
      byMonth: true,
      groups: [["metric"]],
    }),
    hourCounts(ctx, {
      ...of,
      metrics: ["report.hour"],
      rowOf: (day) => (holidays.has(day) ? HOLIDAY : weekdayOf(day)),
    }),
    spreadCounts(ctx, { ...of, metrics: ["report.look"], granularity }),
    spreadCounts(ctx, { ...of, metrics: ["report.fix"], granularity }),
  ]);
  const open = sums.reduce((sum, { metric, n }) => sum + (metric === "report.closed" ? -n : n), 0);
  return { received: { category, section, area }, open, hours, look, fix };
}

const ofAll = (spread: readonly BucketSpread[]) => spread.find(({ bucket }) => bucket === null);

function durationOf(read: Both<Read>, which: "look" | "fix"): Duration {
  const told = mapBoth(read, (of) => ofAll(of[which]));
  const pick = (what: "n" | "median" | "p90"): Figure => ({
    now: told.now?.[what] ?? (what === "n" ? 0 : null),
    before: read.before && (told.before?.[what] ?? (what === "n" ? 0 : null)),
  });
  return { n: pick("n"), median: pick("median"), p90: pick("p90") };
}

function spreadLine(range: Range, today: string, read: Both<Read>, which: "look" | "fix"): Timeline {
  const byBucket = mapBoth(read, (of) => new Map(of[which].map((each) => [each.bucket, each])));
  const line = (what: "median" | "p90") => ({
    key: what,
    label: SPREAD[what],
    read: (spreads: ReadonlyMap<string | null, BucketSpread>, from: string) =>
      spreads.get(from)?.[what] ?? null,
  });
  return timelineOf({ range, today, unit: "分" }, byBucket, [line("median"), line("p90")]);
}

/** Offices are shut from six in the evening to eight in the morning, and on days off. */
const isNight = (hour: number) => hour >= 18 || hour < 8;
const timeOf = ({ row, column }: { row: number; column: number }): keyof typeof TIMES =>
  row >= 5 ? "off" : isNight(column) ? "night" : "day";

async function readHeat(ctx: Ctx, period: Period, sections: Scope): Promise<ReportsView["heat"]> {
  const [[cells = []], [none = []]] = await Promise.all([
    sumCounts(ctx, { metrics: ["report.cell"], period, sections, byMonth: true, groups: [["value"]] }),
    sumCounts(ctx, { metrics: ["report.no_point"], period, sections, byMonth: true, groups: [[]] }),
  ]);
  return {
    zoom: HEAT_ZOOM,
    withoutPoint: totalOf(none),
    cells: cells.map(({ value, n }) => ({ ...cellOf(value), n })),
  };
}

type Name = { key: string; label: string };
const bars = (
  read: Both<Read>,
  which: keyof Read["received"],
  name: (row: Sum) => string,
  names: Name[],
): Bars => {
  const data = mapBoth(read, (of) => byName(of.received[which], name));
  const isThere = ({ key }: Name) => data.now.has(key) || data.before?.has(key);
  return { unit: "件", rough: false, bars: plainBars(data, names.filter(isThere)) };
};

/** Of the sections in which the person may see numbers. */
export async function getReportsView(ctx: Ctx<StaffActor>, range: Range): Promise<ReportsView> {
  const reach = reachOf(ctx.actor, "analytics.view");
  const scope: Scope = reach === "all" ? null : reach;
  const today = isoDate(ctx.now);
  const [read, heat, funnels, areas, sections, categories] = await Promise.all([
    ofBoth(range, (period) => readPeriod(ctx, range, period, scope)),
    readHeat(ctx, range.period, scope),
    scope === null ? readFunnels(ctx, range) : null,
    listAreas(ctx),
    listSections(ctx),
    listCategories(ctx),
  ]);
  const hours = new Map(read.now.hours.cells.map(({ row, column, n }) => [`${row}/${column}`, n]));
  const figure = (value: (of: Read) => number): Figure => mapBoth(read, value);
  const times = Object.entries(TIMES).map(([key, label]) => ({ key, label }));
  return {
    range,
    sections: scope && sections.filter(({ id }) => scope.includes(id)).map(({ id, name }) => ({ id, name })),
    figures: {
      received: figure((of) => totalOf(of.hours.days)),
      open: figure((of) => of.open),
      fixed: figure((of) => ofAll(of.fix)?.n ?? 0),
    },
    received: timelineOf(
      { range, today, unit: "件" },
      mapBoth(read, (of) => daysOf(of.hours.days)),
      [{ key: "received", label: RECEIVED, read: sumDays }],
    ),
    categories: bars(
      read,
      "category",
      (row) => row.key,
      categories.map(({ key, label }) => ({ key, label })),
    ),
    bySection: bars(read, "section", (row) => String(row.section), [
      ...sections.map(({ id, name }) => ({ key: String(id), label: name })),
      { key: "0", label: NO_SECTION },
    ]),
    byArea: bars(read, "area", (row) => String(row.area), [
      ...areas.map(({ id, name }) => ({ key: String(id), label: name })),
      { key: "0", label: NO_AREA },
    ]),
    hours: {
      unit: "件",
      rough: false,
      rows: WEEKDAYS.map((label, row) => ({ key: String(row), label })),
      columns: Array.from({ length: 24 }, (_, hour) => ({ key: String(hour), label: `${hour}時` })),
      cells: WEEKDAYS.map((_, row) =>
        Array.from({ length: 24 }, (_, hour) => hours.get(`${row}/${hour}`) ?? 0),
      ),
    },
    nightAndHoliday: {
      unit: "件",
      rough: false,
      bars: plainBars(
        mapBoth(read, (of) => byName(of.hours.cells, timeOf)),
        times,
      ),
    },
    firstLook: durationOf(read, "look"),
    fix: durationOf(read, "fix"),
    firstLookLine: spreadLine(range, today, read, "look"),
    fixLine: spreadLine(range, today, read, "fix"),
    heat,
    funnels,
  };
}
