import { asc, eq } from "drizzle-orm";
import { areaShapes, areas, settings } from "@/db/schema/index";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { Point } from "@/lib/core/geo";
import type { AddressBook } from "./address";
import { type AreaAnswer, lookUpArea } from "./lookup";
import { type MapSketch, mapSketch, type SketchText } from "./sketch";

type FoundArea = AreaAnswer & { areaId: number | null };
export type AreaFinder = (point: Point | null, address: string | null) => FoundArea;

export async function findSketch(ctx: Ctx): Promise<MapSketch | null> {
  const [row] = await ctx.db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, "sketch"));
  return row ? mapSketch.parse(row.value) : null;
}

/**
 * The sketch as screens get it: in one piece of text, opened by the map itself (`openSketch`). To check its thousands of
 * points and to hand them over one by one took longer than the rest of a page.
 */
export async function findSketchText(ctx: Ctx): Promise<SketchText | null> {
  const [row] = await ctx.db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, "sketch"));
  return row ? { json: JSON.stringify(row.value) } : null;
}

/** Throws `unavailable` while no city has been loaded. */
export async function getSketch(ctx: Ctx): Promise<MapSketch> {
  const sketch = await findSketch(ctx);
  if (!sketch)
    throw new AppError("unavailable", "no sketch in settings: load a city first (npm run db:seed)");
  return sketch;
}

const addressBook = (sketch: MapSketch): AddressBook => ({
  prefecture: sketch.city.prefecture,
  city: sketch.city.name,
  neighbours: sketch.city.neighbours,
  areas: sketch.areas.map((area) => ({ key: area.key, names: [area.name, ...area.aliases] })),
});

/** Reads shapes and names once; the finder itself is pure and may be kept for as long as the borders stand. */
export async function loadAreaFinder(ctx: Ctx): Promise<AreaFinder> {
  const sketch = await findSketch(ctx);
  const areaRows = await ctx.db.select({ id: areas.id, key: areas.key }).from(areas);
  const shapes = await ctx.db
    .select({ areaKey: areas.key, source: areaShapes.source, geometry: areaShapes.geometry })
    .from(areaShapes)
    .leftJoin(areas, eq(areas.id, areaShapes.areaId))
    .orderBy(asc(areaShapes.id));
  const idByKey = new Map(areaRows.map((row) => [row.key, row.id]));
  const atlas = { addresses: sketch ? addressBook(sketch) : null, shapes };
  return (point, address) => {
    const answer = lookUpArea(atlas, point, address);
    return { ...answer, areaId: answer.areaKey === null ? null : (idByKey.get(answer.areaKey) ?? null) };
  };
}
