import { isDeepStrictEqual } from "node:util";
import { asc, desc, eq } from "drizzle-orm";
import { categories, scenarios, scenarioVersions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, within } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import type { Problem } from "./problem";
import { type ScenarioDefinition, scenarioDefinition } from "./schema";
import { validateScenario } from "./validate";

type Published = { version: number; isNew: boolean };
export type Refusal = { ok: false; reason: "invalid"; problems: Problem[] };

/**
 * Publishes a definition as the scenario's next version; the same definition again changes nothing. Open talks stay on
 * the version they began with. `phoneKeys`: the phones of the city profile.
 */
export async function publishScenario(
  ctx: Ctx,
  input: { definition: ScenarioDefinition; phoneKeys: string[] },
): Promise<Extract<Result<Published>, { ok: true }> | Refusal> {
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const known = await tx
      .select({ key: categories.key, parentKey: categories.parentKey })
      .from(categories)
      .orderBy(asc(categories.position));
    const problems = validateScenario(input.definition, { categories: known, phoneKeys: input.phoneKeys });
    if (problems.length > 0) return { ok: false, reason: "invalid", problems };

    const definition = scenarioDefinition.parse(input.definition);
    const title = definition.title.ja;
    await tx.insert(scenarios).values({ key: definition.key, title }).onConflictDoNothing();
    // Two who publish at once get two versions.
    await tx.select().from(scenarios).where(eq(scenarios.key, definition.key)).for("update");
    const [latest] = await tx
      .select()
      .from(scenarioVersions)
      .where(eq(scenarioVersions.scenarioKey, definition.key))
      .orderBy(desc(scenarioVersions.version))
      .limit(1);
    if (latest && isDeepStrictEqual(scenarioDefinition.parse(latest.definition), definition)) {
      await tx
        .update(scenarios)
        .set({ title, publishedVersion: latest.version })
        .where(eq(scenarios.key, definition.key));
      return ok({ version: latest.version, isNew: false });
    }
    const version = (latest?.version ?? 0) + 1;
    await tx
      .insert(scenarioVersions)
      .values({ scenarioKey: definition.key, version, definition, publishedAt: ctx.now });
    await tx
      .update(scenarios)
      .set({ title, publishedVersion: version })
      .where(eq(scenarios.key, definition.key));
    await recordAudit(inside, {
      action: "scenario.publish",
      subjectKind: "scenario",
      subjectId: `${definition.key}@${version}`,
    });
    return ok({ version, isNew: true });
  });
}
