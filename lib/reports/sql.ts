import {
  and,
  between,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { REPORT_STATUSES } from "@/db/enums";
import { areas, reports, sections } from "@/db/schema";
import { type Bounds, cellOf } from "@/lib/core/geo";
import { searchKey } from "@/lib/core/text";
import { days, parseIsoDate } from "@/lib/core/time";
import { type Cursor, microsToIso } from "./cursor";
import { parseReportNumber } from "./number";
import type { Viewer } from "./scope";
import { NONE, type ReportFilter, type ReportSort } from "./search";
import { OPEN_STATUSES } from "./status";

/** Conditions only; nothing here runs. The list, the map, every count and the live feed share them. */

const query = new QueryBuilder();

/** What this person may see at all. */
export function whereVisible(viewer: Viewer): SQL | undefined {
  if (viewer.scope.kind === "all") return undefined;
  const ids = viewer.scope.sectionIds;
  return ids.length === 0 ? sql`false` : inArray(reports.sectionId, [...ids]);
}

const isOpenSql: SQL = inArray(reports.status, [...OPEN_STATUSES]);

export const isOverdueSql = (now: Date): SQL =>
  sql`(${isOpenSql} and ${reports.dueAt} is not null and ${reports.dueAt} < ${now})`;

/** Inside the box. The cells are asked as well: they are what the index knows. */
export function inBounds(bounds: Bounds): SQL | undefined {
  const northWest = cellOf({ lat: bounds.north, lng: bounds.west });
  const southEast = cellOf({ lat: bounds.south, lng: bounds.east });
  return and(
    between(reports.cellX, northWest.x, southEast.x),
    between(reports.cellY, northWest.y, southEast.y),
    between(reports.lat, bounds.south, bounds.north),
    between(reports.lng, bounds.west, bounds.east),
  );
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Every word must occur somewhere; something that reads as a number may be that report instead. */
function matches(text: string): SQL | undefined {
  const words = searchKey(text).split(" ").filter(Boolean).slice(0, 8);
  if (words.length === 0) return undefined;
  const everyWord = and(...words.map((word) => sql`${reports.searchText} like ${`%${escapeLike(word)}%`}`));
  const number = parseReportNumber(text);
  return number ? or(eq(reports.number, number), everyWord) : everyWord;
}

function inSections(keys: string[]): SQL | undefined {
  const named = keys.filter((k) => k !== NONE);
  const ids = query.select({ id: sections.id }).from(sections).where(inArray(sections.key, named));
  return or(
    keys.includes(NONE) ? isNull(reports.sectionId) : undefined,
    named.length > 0 ? inArray(reports.sectionId, ids) : undefined,
  );
}

/** A key names an area, or the larger area (吉祥寺地域) that several belong to. */
function inAreas(keys: string[]): SQL | undefined {
  const named = keys.filter((k) => k !== NONE);
  const same = and(eq(areas.id, reports.areaId), inArray(areas.key, named));
  return or(
    keys.includes(NONE) ? isNull(reports.areaId) : undefined,
    named.length > 0 ? exists(query.select({ one: sql`1` }).from(areas).where(same)) : undefined,
  );
}

function assignedTo(assignee: ReportFilter["assignee"], viewer: Viewer): SQL | undefined {
  if (assignee === "none") return isNull(reports.assigneeId);
  if (assignee === "any") return undefined;
  return viewer.staffId === null ? sql`false` : eq(reports.assigneeId, viewer.staffId);
}

/** The filter and the scope as one condition. Sort and page are not part of it. */
export function whereReports(filter: ReportFilter, viewer: Viewer): SQL | undefined {
  const from = filter.from ? parseIsoDate(filter.from) : null;
  const to = filter.to ? parseIsoDate(filter.to) : null;
  return and(
    whereVisible(viewer),
    filter.status.length > 0 ? inArray(reports.status, filter.status) : undefined,
    filter.category.length > 0
      ? or(inArray(reports.categoryKey, filter.category), inArray(reports.subcategoryKey, filter.category))
      : undefined,
    filter.section.length > 0 ? inSections(filter.section) : undefined,
    filter.area.length > 0 ? inAreas(filter.area) : undefined,
    from ? gte(reports.receivedAt, from) : undefined,
    to ? lt(reports.receivedAt, new Date(to.getTime() + days(1))) : undefined,
    matches(filter.text),
    filter.point === "missing" ? isNull(reports.lat) : undefined,
    assignedTo(filter.assignee, viewer),
    filter.overdue ? isOverdueSql(viewer.now) : undefined,
    filter.bbox ? inBounds(filter.bbox) : undefined,
  );
}

export const hasPoint: SQL = and(isNotNull(reports.cellX), isNotNull(reports.cellY)) ?? sql`true`;

type TimeColumn = typeof reports.receivedAt | typeof reports.updatedAt;
const micros = (column: SQL | TimeColumn): SQL =>
  sql`(extract(epoch from ${column}) * 1000000)::bigint::text`;
const instant = (text: string): SQL => sql`${microsToIso(text)}::timestamptz`;

const rank: SQL = sql`array_position(${sql.raw(`array['${REPORT_STATUSES.join("','")}']`)}, ${reports.status})`;
/** Closed reports are never due: they come last. */
const due: SQL = sql`(case when ${isOpenSql} then coalesce(${reports.dueAt}, 'infinity') else 'infinity' end)`;

/** One part of a sort order: the columns it compares, and how a cursor writes and reads them. */
type SortKey = { by: SQL[]; asText: SQL; fromText: (text: string) => SQL[] };
const time = (column: TimeColumn): SortKey => ({
  by: [sql`${column}`],
  asText: micros(column),
  fromText: (text) => [instant(text)],
});
const SORT_KEYS: Record<ReportSort, SortKey[]> = {
  received: [time(reports.receivedAt)],
  updated: [time(reports.updatedAt)],
  // R10 comes after R9: the longer number is the later one.
  number: [
    {
      by: [sql`length(${reports.number})`, sql`${reports.number}`],
      asText: sql`${reports.number}`,
      fromText: (text) => [sql`${text.length}::int`, sql`${text}::text`],
    },
  ],
  status: [
    { by: [rank], asText: sql`${rank}::text`, fromText: (text) => [sql`${Number(text)}::int`] },
    time(reports.receivedAt),
  ],
  due: [
    {
      by: [due],
      asText: sql`(case when ${due} = 'infinity' then '-' else ${micros(due)} end)`,
      fromText: (text) => [text === "-" ? sql`'infinity'::timestamptz` : instant(text)],
    },
  ],
};

/** How a page is read: its order, where it starts, and the sort keys of each row as a cursor keeps them. */
export function pageOrder(filter: Pick<ReportFilter, "sort" | "descending">, cursor: Cursor | null) {
  const keys = SORT_KEYS[filter.sort];
  const descending = filter.descending !== (cursor?.direction === "before");
  const columns = [...keys.flatMap((key) => key.by), sql`${reports.id}`];
  const start = cursor && [
    ...keys.flatMap((key, i) => key.fromText(cursor.keys[i] ?? "")),
    sql`${cursor.id}::uuid`,
  ];
  const row = (parts: SQL[]) => sql`(${sql.join(parts, sql`, `)})`;
  const texts = keys.map((key) => key.asText);
  return {
    orderBy: columns.map((column) => (descending ? sql`${column} desc` : sql`${column} asc`)),
    where: start ? sql`${row(columns)} ${sql.raw(descending ? "<" : ">")} ${row(start)}` : undefined,
    keysAsText: sql<string[]>`array[${sql.join(texts, sql`, `)}]`,
  };
}
