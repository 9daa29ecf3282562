import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import { areas, categories, routes, sections, settings } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type CityProfile, cityProfile } from "./profile";

export type Area = typeof areas.$inferSelect;
export type Section = typeof sections.$inferSelect;
type Category = typeof categories.$inferSelect;
type Route = typeof routes.$inferSelect;

export async function findCityProfile(ctx: Ctx): Promise<CityProfile | null> {
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, "profile"));
  return row ? cityProfile.parse(row.value) : null;
}

/** Throws `unavailable` while no city is loaded. */
export async function getCityProfile(ctx: Ctx): Promise<CityProfile> {
  const profile = await findCityProfile(ctx);
  if (!profile)
    throw new AppError("unavailable", "no city is loaded: run npm run db:seed -- --city kumamoto");
  return profile;
}

export const listAreas = (ctx: Ctx): Promise<Area[]> =>
  ctx.db.select().from(areas).orderBy(asc(areas.position), asc(areas.id));
export const listSections = (ctx: Ctx): Promise<Section[]> =>
  ctx.db.select().from(sections).orderBy(asc(sections.position), asc(sections.id));
export const listCategories = (ctx: Ctx): Promise<Category[]> =>
  ctx.db.select().from(categories).orderBy(asc(categories.position), asc(categories.id));

/** Who works a top category there: the area's own route before the one for everywhere. */
export async function findRoute(
  ctx: Ctx,
  args: { categoryKey: string; areaId: number | null },
): Promise<Route | null> {
  const inArea =
    args.areaId === null ? isNull(routes.areaId) : or(eq(routes.areaId, args.areaId), isNull(routes.areaId));
  const [row] = await ctx.db
    .select()
    .from(routes)
    .where(and(eq(routes.categoryKey, args.categoryKey), inArea))
    .orderBy(desc(sql`${routes.areaId} is not null`))
    .limit(1);
  return row ?? null;
}
