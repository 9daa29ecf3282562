import { REPORT_STATUSES, type ReportStatus } from "@/db/enums";
import type { Bounds } from "@/lib/core/geo";
import { cleanText } from "@/lib/core/text";
import { parseIsoDate } from "@/lib/core/time";

export const REPORT_SORTS = ["received", "updated", "number", "status", "due"] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

/** What the list, the map and the counts show. Everything of it is in the URL. */
export type ReportFilter = {
  status: ReportStatus[];
  /** Keys of top categories or of sub-categories. */
  category: string[];
  /** Keys of sections; `none` stands for reports that no section has yet. */
  section: string[];
  /** Keys of areas; `none` stands for reports whose area is not known. */
  area: string[];
  /** Civil dates of receipt (2026-11-22), both included. */
  from: string | null;
  to: string | null;
  /** Words, all of which must occur; or a report number. */
  text: string;
  point: "any" | "missing";
  assignee: "any" | "me" | "none";
  /** Open and past their due date. */
  overdue: boolean;
  bbox: Bounds | null;
  sort: ReportSort;
  descending: boolean;
  /** Where the page starts; made by the list query, opaque to everyone else. */
  cursor: string | null;
};

export const NONE = "none";

export const EMPTY_FILTER: ReportFilter = {
  status: [],
  category: [],
  section: [],
  area: [],
  from: null,
  to: null,
  text: "",
  point: "any",
  assignee: "any",
  overdue: false,
  bbox: null,
  sort: "received",
  descending: true,
  cursor: null,
};

export type SearchSource = URLSearchParams | Record<string, string | string[] | undefined>;

const KEY = /^[a-z0-9][a-z0-9_.-]{0,63}$/i;
const MAX_VALUES = 60;
const MAX_TEXT = 100;

/** Both `status=a,b` and `status=a&status=b`. */
function listOf(source: SearchSource, name: string): string[] {
  const raw = source instanceof URLSearchParams ? source.getAll(name) : [source[name] ?? []].flat();
  return [...new Set(raw.flatMap((v) => v.split(",")).filter((v) => KEY.test(v)))].slice(0, MAX_VALUES);
}

function oneOf(source: SearchSource, name: string): string | null {
  if (source instanceof URLSearchParams) return source.get(name);
  return [source[name] ?? []].flat()[0] ?? null;
}

const dateOf = (text: string | null): string | null => (text && parseIsoDate(text) ? text : null);

/** `south,west,north,east` in degrees. */
export function parseBounds(text: string | null): Bounds | null {
  const parts = text?.split(",") ?? [];
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = parts.map((p) =>
    /^-?\d{1,3}(\.\d{1,15})?$/.test(p) ? Number(p) : Number.NaN,
  );
  if (parts.length !== 4 || !(south < north) || !(west < east)) return null;
  if (south < -90 || north > 90 || west < -180 || east > 180) return null;
  return { south, west, north, east };
}

/** Five decimals, about a metre. */
export const formatBounds = (b: Bounds): string =>
  [b.south, b.west, b.north, b.east].map((v) => String(Math.round(v * 1e5) / 1e5)).join(",");

/** The one parser of page, query, toolbar, map and links. What it does not understand, it leaves out. */
export function parseReportSearch(source: SearchSource): ReportFilter {
  const sort = oneOf(source, "sort") ?? "";
  const column = REPORT_SORTS.find((s) => s === sort.replace(/^-/, ""));
  const assignee = oneOf(source, "assignee");
  const cursor = oneOf(source, "cursor");
  return {
    status: listOf(source, "status").filter((s): s is ReportStatus =>
      (REPORT_STATUSES as readonly string[]).includes(s),
    ),
    category: listOf(source, "category"),
    section: listOf(source, "section"),
    area: listOf(source, "area"),
    from: dateOf(oneOf(source, "from")),
    to: dateOf(oneOf(source, "to")),
    text: cleanText((oneOf(source, "q") ?? "").slice(0, MAX_TEXT)),
    point: oneOf(source, "point") === "missing" ? "missing" : "any",
    assignee: assignee === "me" || assignee === "none" ? assignee : "any",
    overdue: oneOf(source, "overdue") === "1",
    bbox: parseBounds(oneOf(source, "bbox")),
    sort: column ?? EMPTY_FILTER.sort,
    descending: column ? sort.startsWith("-") : EMPTY_FILTER.descending,
    cursor: cursor && /^[ab]\.[\w.:~-]{1,120}$/.test(cursor) ? cursor : null,
  };
}

/** The filter as a query: only what differs from the empty one, always in the same order. */
export function toSearchParams(filter: ReportFilter): URLSearchParams {
  const out = new URLSearchParams();
  const put = (name: string, value: string | null) => value && out.set(name, value);
  put("status", filter.status.join(","));
  put("category", filter.category.join(","));
  put("section", filter.section.join(","));
  put("area", filter.area.join(","));
  put("from", filter.from);
  put("to", filter.to);
  put("q", filter.text);
  put("point", filter.point === "missing" ? "missing" : null);
  put("assignee", filter.assignee === "any" ? null : filter.assignee);
  put("overdue", filter.overdue ? "1" : null);
  put("bbox", filter.bbox && formatBounds(filter.bbox));
  const unsorted = filter.sort === EMPTY_FILTER.sort && filter.descending === EMPTY_FILTER.descending;
  put("sort", unsorted ? null : `${filter.descending ? "-" : ""}${filter.sort}`);
  put("cursor", filter.cursor);
  return out;
}

/** A link to the list with some of the filter changed; the page starts at the top again. */
export function reportsHref(filter: Partial<ReportFilter> = {}): string {
  const query = toSearchParams({ ...EMPTY_FILTER, ...filter, cursor: filter.cursor ?? null }).toString();
  return query ? `/reports?${query}` : "/reports";
}

/** Anything set that narrows the list? Sort and page do not. */
export const isNarrowed = (filter: ReportFilter): boolean =>
  toSearchParams({ ...filter, sort: EMPTY_FILTER.sort, descending: EMPTY_FILTER.descending, cursor: null })
    .size > 0;
