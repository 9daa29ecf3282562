import { eq } from "drizzle-orm";
import { areaShapes, areas, settings } from "@/db/schema/index";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { ImportedShape } from "./import-plan";
import { outlineGeometry } from "./outline";
import type { MapSketch } from "./sketch";

/**
 * The city's drawn map and the outlines of its areas. Imported borders stay. Safe to repeat. Content like the rest of
 * a city: written by the command line as the city is loaded, before there is anyone to audit.
 */
export async function loadCityMap(ctx: Ctx, sketch: MapSketch): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const idByKey = await areaIds(within(ctx, tx));
    const values = sketch.areas.map((area) => {
      const areaId = idByKey.get(area.key);
      if (areaId === undefined) throw new AppError("invalid", `the sketch draws an unknown area ${area.key}`);
      return { areaId, source: "outline" as const, name: area.name, geometry: outlineGeometry(area) };
    });
    await tx.delete(areaShapes).where(eq(areaShapes.source, "outline"));
    await tx.insert(areaShapes).values(values);
    const setting = { value: sketch, updatedAt: ctx.now };
    await tx
      .insert(settings)
      .values({ key: "sketch", ...setting })
      .onConflictDoUpdate({ target: settings.key, set: setting });
  });
}

async function areaIds(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db.select({ id: areas.id, key: areas.key }).from(areas);
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Puts imported borders in the place of those imported before. Our own outline stays beneath them. */
export async function replaceImportedShapes(ctx: Ctx, shapes: ImportedShape[]): Promise<void> {
  if (shapes.length === 0) throw new AppError("invalid", "an import without shapes would leave no borders");
  await ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const idByKey = await areaIds(inside);
    const values = shapes.map(({ areaKey, name, geometry }) => {
      const areaId = areaKey === null ? null : idByKey.get(areaKey);
      if (areaId === undefined) throw new AppError("invalid", `no area ${areaKey} in this city`);
      return { areaId, source: "import" as const, name, geometry };
    });
    await tx.delete(areaShapes).where(eq(areaShapes.source, "import"));
    await tx.insert(areaShapes).values(values);
    await recordAudit(inside, {
      action: "area.import-borders",
      subjectKind: "area-shapes",
      subjectId: "import",
      fields: ["geometry"],
    });
  });
}
