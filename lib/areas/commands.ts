import { eq } from "drizzle-orm";
import { areaShapes, areas } from "@/db/schema/index";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { ImportedShape } from "./import-plan";

/** Puts imported borders in the place of those imported before. Our own outline stays beneath them. */
export async function replaceImportedShapes(ctx: Ctx, shapes: ImportedShape[]): Promise<void> {
  if (shapes.length === 0) throw new AppError("invalid", "an import without shapes would leave no borders");
  await ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const rows = await tx.select({ id: areas.id, key: areas.key }).from(areas);
    const idByKey = new Map(rows.map((row) => [row.key, row.id]));
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
