import { z } from "zod";
import { parseIsoDate } from "@/lib/core/time";
import { rangeOf } from "./period";
import { fittingGranularity, PRESETS, type Preset, periodOf } from "./preset";
import {
  COMPARISONS,
  type Comparison,
  GRANULARITIES,
  type Granularity,
  type Period,
  type Range,
} from "./view";

export const TABS = ["friends", "bot", "reports", "broadcasts"] as const;
export type Tab = (typeof TABS)[number];

/** What is looked at. Everything of it is in the URL, so that a link opens the same view again. */
export type AnalyticsSearch = {
  tab: Tab;
  /** A named period moves on with the days; days of one's own stay. */
  period: Preset | Period;
  /** Null: what fits the period. */
  granularity: Granularity | null;
  comparison: Comparison;
  /** Cards that are shown as tables. */
  tables: string[];
};

export const DEFAULT_SEARCH: AnalyticsSearch = {
  tab: "friends",
  period: "30d",
  granularity: null,
  comparison: "previous",
  tables: [],
};

type Source = URLSearchParams | Record<string, string | string[] | undefined>;
const oneOf = (source: Source, name: string): string | undefined =>
  (source instanceof URLSearchParams ? source.get(name) : [source[name] ?? []].flat()[0]) ?? undefined;

const CARD = /^[a-z][a-z0-9-]{0,40}$/;
const MOST_TABLES = 30;

/** The one reader of such an address; what it does not understand counts as not said. */
export function parseAnalyticsSearch(source: Source): AnalyticsSearch {
  const [from, to] = [oneOf(source, "from") ?? "", oneOf(source, "to") ?? ""];
  const own = parseIsoDate(from) && parseIsoDate(to) ? { from, to } : null;
  return {
    tab: z.enum(TABS).catch(DEFAULT_SEARCH.tab).parse(oneOf(source, "tab")),
    period: own ?? z.enum(PRESETS).catch("30d").parse(oneOf(source, "period")),
    granularity: z
      .enum(GRANULARITIES)
      .nullable()
      .catch(null)
      .parse(oneOf(source, "by") ?? null),
    comparison: z.enum(COMPARISONS).catch(DEFAULT_SEARCH.comparison).parse(oneOf(source, "compare")),
    tables: [...new Set((oneOf(source, "table") ?? "").split(","))]
      .filter((card) => CARD.test(card))
      .slice(0, MOST_TABLES),
  };
}

/** The same as a query: only what differs from the default, always in the same order. */
export function toAnalyticsParams(search: AnalyticsSearch): URLSearchParams {
  const out = new URLSearchParams();
  if (search.tab !== DEFAULT_SEARCH.tab) out.set("tab", search.tab);
  if (typeof search.period === "object") {
    out.set("from", search.period.from);
    out.set("to", search.period.to);
  } else if (search.period !== DEFAULT_SEARCH.period) out.set("period", search.period);
  if (search.granularity) out.set("by", search.granularity);
  if (search.comparison !== DEFAULT_SEARCH.comparison) out.set("compare", search.comparison);
  if (search.tables.length > 0) out.set("table", search.tables.join(","));
  return out;
}

export function analyticsHref(search: AnalyticsSearch): string {
  const query = toAnalyticsParams(search).toString();
  return query ? `/analytics?${query}` : "/analytics";
}

/** The days that are asked for on a day, and in what steps they are shown. */
export function rangeOfSearch(search: AnalyticsSearch, today: string): Range {
  const period = typeof search.period === "object" ? search.period : periodOf(search.period, today);
  const asked = { period, comparison: search.comparison };
  const range = rangeOf({ ...asked, granularity: "day" }, today);
  return { ...range, granularity: search.granularity ?? fittingGranularity(range.period) };
}

/** The same view on fixed days: what a colleague opens tomorrow shows today's numbers. */
export const fixedSearch = (search: AnalyticsSearch, range: Range): AnalyticsSearch => ({
  ...search,
  period: range.period,
  granularity: range.granularity,
});
