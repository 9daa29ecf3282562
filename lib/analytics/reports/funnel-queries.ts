import { inArray } from "drizzle-orm";
import { CONVERSATION_STATES } from "@/db/enums";
import { scenarioVersions } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { type ScenarioDefinition, scenarioDefinition } from "@/lib/scenarios/schema";
import { type Sum, sumCounts } from "../counts/queries";
import { ENDS, STEPS } from "../messages";
import { METRICS } from "../metric";
import { type Both, byName, mapBoth, ofBoth, plainBars, totalOf } from "../timeline";
import type { Funnel, FunnelStep, Period, Range } from "../view";

const readWalks = async (ctx: Ctx, period: Period): Promise<Sum[]> =>
  (
    await sumCounts(ctx, {
      metrics: METRICS.walks,
      period,
      byMonth: true,
      groups: [["metric", "key", "value", "part"]],
    })
  )[0] ?? [];

const labelOf = (step: ScenarioDefinition["steps"][number]): string =>
  step.kind === "confirm" || step.kind === "stop" ? STEPS[step.kind] : step.label.ja;

/** In the order in which the scenario has its steps; those that nobody reached are left out. */
function stepsOf(definition: ScenarioDefinition, rows: readonly Sum[]): FunnelStep[] {
  const of = (metric: string, id: string) =>
    totalOf(rows.filter((row) => row.metric === metric && row.part === id));
  return definition.steps
    .map((step) => ({
      id: step.id,
      label: labelOf(step),
      reached: of("walk.reached", step.id),
      left: of("walk.left", step.id),
      open: of("walk.open", step.id),
    }))
    .filter(({ reached }) => reached > 0);
}

function funnelOf(walks: Both<Sum[]>, key: string, version: number, definition: ScenarioDefinition): Funnel {
  const own = mapBoth(walks, (rows) => rows.filter((row) => row.key === key && row.value === version));
  const states = mapBoth(own, (rows) =>
    byName(
      rows.filter((row) => row.metric === "walk.state"),
      (row) => row.part,
    ),
  );
  return {
    key,
    version,
    title: definition.title.ja,
    started: mapBoth(states, (of) => [...of.values()].reduce((sum, n) => sum + n, 0)),
    submitted: mapBoth(states, (of) => of.get("submitted") ?? 0),
    ended: {
      unit: "件",
      rough: false,
      bars: plainBars(
        states,
        CONVERSATION_STATES.map((state) => ({ key: state, label: ENDS[state] })),
      ),
    },
    steps: stepsOf(definition, own.now),
  };
}

/** Of each version that was walked in the period, the most walked first. */
export async function readFunnels(ctx: Ctx, range: Range): Promise<Funnel[]> {
  const walks = await ofBoth(range, (period) => readWalks(ctx, period));
  const keys = [...new Set(walks.now.map(({ key }) => key))];
  if (keys.length === 0) return [];
  const versions = await ctx.db
    .select()
    .from(scenarioVersions)
    .where(inArray(scenarioVersions.scenarioKey, keys));
  return versions
    .filter(({ scenarioKey, version }) =>
      walks.now.some(({ key, value }) => key === scenarioKey && value === version),
    )
    .map(({ scenarioKey, version, definition }) =>
      funnelOf(walks, scenarioKey, version, scenarioDefinition.parse(definition)),
    )
    .sort((a, b) => (b.started.now ?? 0) - (a.started.now ?? 0));
}
