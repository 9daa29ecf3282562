import { eq, like } from "drizzle-orm";
import { sections, settings, staff, staffRoles } from "@/db/schema";
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

export type DemoWorker = { id: number; email: string; name: string; sectionIds: number[] };

/** The demo's staff with the sections they work in. */
export async function listDemoWorkers(ctx: Ctx): Promise<DemoWorker[]> {
  const rows = await ctx.db
    .select({ id: staff.id, email: staff.email, name: staff.name, sectionId: staffRoles.sectionId })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(like(staff.email, "%@demo.example"))
    .orderBy(staff.id);
  const workers = new Map<number, DemoWorker>();
  for (const { id, email, name, sectionId } of rows) {
    const worker = workers.get(id) ?? { id, email, name, sectionIds: [] };
    if (sectionId !== null) worker.sectionIds.push(sectionId);
    workers.set(id, worker);
  }
  return [...workers.values()];
}
