import { eq } from "drizzle-orm";
import { sections, settings } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";

/** What the seed program wrote down about itself: the value of the settings key `seed`. */
export type SeedMark = { city: string; loadedAt: string; life: boolean };

export async function findSeedMark(ctx: Ctx): Promise<SeedMark | null> {
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, "seed"));
  return row ? (row.value as SeedMark) : null;
}

export async function listSectionIds(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db.select({ key: sections.key, id: sections.id }).from(sections);
  return new Map(rows.map((row) => [row.key, row.id]));
}
