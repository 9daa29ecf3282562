import { and, asc, eq, isNotNull } from "drizzle-orm";
import { scenarios, scenarioVersions } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type ScenarioVersion, scenarioDefinition } from "./schema";

type VersionRow = typeof scenarioVersions.$inferSelect;

const toVersion = (row: VersionRow): ScenarioVersion => ({
  key: row.scenarioKey,
  version: row.version,
  publishedAt: row.publishedAt.getTime(),
  definition: scenarioDefinition.parse(row.definition),
});

/** The newest published version of each scenario that can be started, in the order they were made. */
export async function listPublishedScenarios(ctx: Ctx): Promise<ScenarioVersion[]> {
  const rows = await ctx.db
    .select({ version: scenarioVersions })
    .from(scenarios)
    .innerJoin(
      scenarioVersions,
      and(
        eq(scenarioVersions.scenarioKey, scenarios.key),
        eq(scenarioVersions.version, scenarios.publishedVersion),
      ),
    )
    .where(isNotNull(scenarios.publishedVersion))
    .orderBy(asc(scenarios.id));
  return rows.map((row) => toVersion(row.version));
}

/** Every version ever published, oldest first: what a `Bot` needs, since open talks stay on theirs. */
export async function listScenarioVersions(ctx: Ctx): Promise<ScenarioVersion[]> {
  const rows = await ctx.db
    .select()
    .from(scenarioVersions)
    .orderBy(asc(scenarioVersions.scenarioKey), asc(scenarioVersions.version));
  return rows.map(toVersion);
}

export async function getScenarioVersion(
  ctx: Ctx,
  args: { key: string; version: number },
): Promise<ScenarioVersion> {
  const [row] = await ctx.db
    .select()
    .from(scenarioVersions)
    .where(and(eq(scenarioVersions.scenarioKey, args.key), eq(scenarioVersions.version, args.version)));
  if (!row) throw new AppError("not-found", `scenario ${args.key} has no version ${args.version}`);
  return toVersion(row);
}
