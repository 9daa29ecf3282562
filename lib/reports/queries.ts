import { and, asc, count, eq, gte, max, min, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { REPORT_STATUSES } from "@/db/enums";
import { areas, categories, reports, sections, staff } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { type Bounds, CELL_ZOOM } from "@/lib/core/geo";
import { cutGraphemes } from "@/lib/core/text";
import { formatCursor, parseCursor } from "./cursor";
import { markPoint } from "./mark";
import { viewerOf } from "./scope";
import type { ReportFilter } from "./search";
import { hasPoint, isOverdueSql, pageOrder, whereReports, whereVisible } from "./sql";
import type {
  CategoryName,
  ReportCluster,
  ReportMap,
  ReportPage,
  ReportPin,
  ReportRow,
  ReportSummary,
  StatusCounts,
} from "./view";

const PAGE_SIZE = 50;

const topCategory = alias(categories, "top_category");
const subCategory = alias(categories, "sub_category");

/** Columns of a row of the list; `selectRows` joins what they need. */
const rowColumns = (now: Date) => ({
  id: reports.id,
  number: reports.number,
  source: reports.source,
  categoryKey: reports.categoryKey,
  subcategoryKey: reports.subcategoryKey,
  topLabel: topCategory.label,
  subLabel: subCategory.label,
  icon: topCategory.icon,
  status: reports.status,
  priority: reports.priority,
  receivedAt: reports.receivedAt,
  updatedAt: reports.updatedAt,
  dueAt: reports.dueAt,
  overdue: sql<boolean>`${isOverdueSql(now)}`,
  lat: reports.lat,
  lng: reports.lng,
  address: reports.address,
  areaId: reports.areaId,
  areaName: areas.name,
  sectionId: reports.sectionId,
  sectionName: sections.name,
  assigneeId: reports.assigneeId,
  assigneeName: staff.name,
  body: reports.body,
  photoCount: reports.photoCount,
});

/** Rows of reports with every name resolved. The caller adds condition, order and limit. */
export function selectRows(ctx: Ctx, keysAsText: SQL<string[]> = sql<string[]>`array[]::text[]`) {
  return ctx.db
    .select({ ...rowColumns(ctx.now), keys: keysAsText })
    .from(reports)
    .leftJoin(topCategory, eq(topCategory.key, reports.categoryKey))
    .leftJoin(subCategory, eq(subCategory.key, reports.subcategoryKey))
    .leftJoin(areas, eq(areas.id, reports.areaId))
    .leftJoin(sections, eq(sections.id, reports.sectionId))
    .leftJoin(staff, eq(staff.id, reports.assigneeId))
    .$dynamic();
}
type SelectedRow = Awaited<ReturnType<typeof selectRows>>[number];

/** 道路 > 舗装の穴; a key without its row stands for itself. */
const categoryName = (row: {
  categoryKey: string;
  subcategoryKey: string | null;
  topLabel: string | null;
  subLabel: string | null;
  icon: string | null;
}): CategoryName => ({
  key: row.categoryKey,
  subKey: row.subcategoryKey,
  label: [row.topLabel ?? row.categoryKey, row.subLabel ?? row.subcategoryKey].filter(Boolean).join(" > "),
  icon: row.icon,
});

const named = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? "" });

export const toRow = (row: SelectedRow): ReportRow => ({
  id: row.id,
  number: row.number,
  source: row.source,
  category: categoryName(row),
  status: row.status,
  priority: row.priority,
  receivedAt: row.receivedAt,
  updatedAt: row.updatedAt,
  dueAt: row.dueAt,
  overdue: row.overdue,
  point: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
  address: row.address,
  area: named(row.areaId, row.areaName),
  section: named(row.sectionId, row.sectionName),
  assignee: named(row.assigneeId, row.assigneeName),
  summary: cutGraphemes(row.body.replace(/\s+/g, " "), 80),
  photoCount: row.photoCount,
});

export async function countReports(ctx: Ctx, args: { filter: ReportFilter }): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(reports)
    .where(whereReports(args.filter, viewerOf(ctx)));
  return row?.n ?? 0;
}

/** One page, in the filter's order, from its cursor on. A cursor of another order starts at the top. */
export async function listReports(
  ctx: Ctx,
  args: { filter: ReportFilter; limit?: number },
): Promise<ReportPage> {
  const { filter, limit = PAGE_SIZE } = args;
  const cursor = parseCursor(filter.cursor, filter.sort);
  const order = pageOrder(filter, cursor);
  const [found, total] = await Promise.all([
    selectRows(ctx, order.keysAsText)
      .where(and(whereReports(filter, viewerOf(ctx)), order.where))
      .orderBy(...order.orderBy)
      .limit(limit + 1),
    countReports(ctx, { filter }),
  ]);
  const more = found.length > limit;
  const page = found.slice(0, limit);
  const backwards = cursor?.direction === "before";
  if (backwards) page.reverse();
  const point = (row: SelectedRow | undefined, direction: "after" | "before") =>
    row ? formatCursor({ direction, sort: filter.sort, keys: row.keys, id: row.id }) : null;
  return {
    rows: page.map(toRow),
    total,
    next: backwards || more ? point(page.at(-1), "after") : null,
    previous: (backwards ? more : cursor !== null) ? point(page[0], "before") : null,
  };
}

const noCounts = (): StatusCounts =>
  Object.fromEntries(REPORT_STATUSES.map((status) => [status, 0])) as StatusCounts;

/** Counts over the filter: by status, what is late, what has no point. */
export async function summarizeReports(ctx: Ctx, args: { filter: ReportFilter }): Promise<ReportSummary> {
  const rows = await ctx.db
    .select({
      status: reports.status,
      n: count(),
      overdue: sql<number>`(count(*) filter (where ${isOverdueSql(ctx.now)}))::int`,
      withoutPoint: sql<number>`(count(*) filter (where ${reports.lat} is null))::int`,
    })
    .from(reports)
    .where(whereReports(args.filter, viewerOf(ctx)))
    .groupBy(reports.status);
  const summary: ReportSummary = { byStatus: noCounts(), overdue: 0, withoutPoint: 0, total: 0 };
  for (const row of rows) {
    summary.byStatus[row.status] = row.n;
    summary.overdue += row.overdue;
    summary.withoutPoint += row.withoutPoint;
    summary.total += row.n;
  }
  return summary;
}

/** Counts by status with every part of the filter but the status itself: what the status tabs show. */
export const countByStatus = async (ctx: Ctx, args: { filter: ReportFilter }): Promise<StatusCounts> =>
  (await summarizeReports(ctx, { filter: { ...args.filter, status: [] } })).byStatus;

/** 地図外 n件: those of the filter without a point. A box on the map leaves them out of it, so it is not asked. */
export const countWithoutPoint = (ctx: Ctx, args: { filter: ReportFilter }): Promise<number> =>
  countReports(ctx, { filter: { ...args.filter, bbox: null, point: "missing" } });

/** More marks than this make a map slow and unreadable: the cells then become coarser. */
export const MAX_MARKS = 300;
/** 64 screen pixels: a quarter of a 256-pixel tile each way. */
const CELLS_PER_TILE_POWER = 2;

const each = <T>(make: (status: (typeof REPORT_STATUSES)[number]) => T) =>
  Object.fromEntries(REPORT_STATUSES.map((status) => [status, make(status)])) as Record<
    (typeof REPORT_STATUSES)[number],
    T
  >;

async function groupCells(ctx: Ctx, filter: ReportFilter, shift: number) {
  const x = sql<number>`${reports.cellX} >> ${sql.raw(String(shift))}`;
  const y = sql<number>`${reports.cellY} >> ${sql.raw(String(shift))}`;
  return ctx.db
    .select({
      x,
      y,
      n: count(),
      lat: sql<number>`avg(${reports.lat})`.mapWith(Number),
      lng: sql<number>`avg(${reports.lng})`.mapWith(Number),
      south: min(reports.lat),
      north: max(reports.lat),
      west: min(reports.lng),
      east: max(reports.lng),
      // The only one of its cell, when n = 1.
      number: min(reports.number),
      ...each((status) => sql<number>`(count(*) filter (where ${reports.status} = ${status}))::int`),
    })
    .from(reports)
    .where(and(whereReports(filter, viewerOf(ctx)), hasPoint))
    .groupBy(x, y)
    .orderBy(x, y)
    .limit(MAX_MARKS + 1);
}

async function listPins(ctx: Ctx, numbers: string[]): Promise<ReportPin[]> {
  if (numbers.length === 0) return [];
  const rows = await selectRows(ctx)
    .where(and(whereVisible(viewerOf(ctx)), sql`${reports.number} = any(${sql.param(numbers)}::text[])`))
    .orderBy(asc(reports.number));
  return rows.map(toRow).flatMap((row) =>
    row.point
      ? [
          {
            kind: "pin" as const,
            number: row.number,
            point: row.point,
            status: row.status,
            category: row.category,
            priority: row.priority,
            overdue: row.overdue,
          },
        ]
      : [],
  );
}

/** What the map draws in a box at a zoom: single reports as pins, crowded cells as clusters, at most MAX_MARKS in all. */
export async function clusterReports(
  ctx: Ctx,
  args: { filter: ReportFilter; bounds: Bounds; zoom: number },
): Promise<ReportMap> {
  const filter = { ...args.filter, bbox: args.bounds };
  const zoom = Math.max(0, Math.min(CELL_ZOOM - CELLS_PER_TILE_POWER, Math.floor(args.zoom)));
  let shift = CELL_ZOOM - zoom - CELLS_PER_TILE_POWER;
  let cells = await groupCells(ctx, filter, shift);
  while (cells.length > MAX_MARKS) {
    shift += 1;
    cells = await groupCells(ctx, filter, shift);
  }
  const singles = cells.filter((cell) => cell.n === 1).flatMap((cell) => cell.number ?? []);
  const clusters: ReportCluster[] = cells
    .filter((cell) => cell.n > 1)
    .map((cell) => {
      const bounds = {
        south: cell.south ?? cell.lat,
        west: cell.west ?? cell.lng,
        north: cell.north ?? cell.lat,
        east: cell.east ?? cell.lng,
      };
      const place = { x: cell.x, y: cell.y, zoom: CELL_ZOOM - shift };
      return {
        kind: "cluster",
        point: markPoint({ lat: cell.lat, lng: cell.lng }, place, bounds),
        bounds,
        count: cell.n,
        byStatus: each((status) => cell[status]),
      };
    });
  const [pins, withoutPoint] = await Promise.all([listPins(ctx, singles), countWithoutPoint(ctx, args)]);
  return { items: [...clusters, ...pins], total: cells.reduce((sum, cell) => sum + cell.n, 0), withoutPoint };
}

/** Reports of the scope touched since an instant, oldest first: what a browser that was away has missed. */
export async function listNewSince(
  ctx: Ctx,
  args: { since: Date; limit: number },
): Promise<{ number: string; created: boolean; sectionId: number | null; updatedAt: Date }[]> {
  const rows = await ctx.db
    .select({
      number: reports.number,
      receivedAt: reports.receivedAt,
      updatedAt: reports.updatedAt,
      sectionId: reports.sectionId,
    })
    .from(reports)
    .where(and(whereVisible(viewerOf(ctx)), gte(reports.updatedAt, args.since)))
    .orderBy(asc(reports.updatedAt), asc(reports.id))
    .limit(args.limit);
  return rows.map(({ receivedAt, ...row }) => ({ ...row, created: receivedAt >= args.since }));
}
