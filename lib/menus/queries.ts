import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { MENU_MODES, type MenuMode } from "@/db/enums";
import { menuJobs, menuState, menuVersions, scenarios, scenarioVersions, staff } from "@/db/schema";
import { findLive } from "@/lib/chatbot/books/queries";
import { faqContent } from "@/lib/chatbot/faq/content";
import type { Ctx } from "@/lib/core/context";
import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import { stepName } from "./batch";
import { menuContent } from "./plan";
import { pulseOf } from "./pulse";
import { type Seen, seenSchema } from "./seen";
import type { JobRow, LiveMode, MenuPulse, StartChoice, TopicChoice, VersionRow } from "./view";
import type { MenuContents } from "./wanted";

/** The contents that residents are to see, by mode; null while a mode has none yet. */
export async function findLiveContents(ctx: Ctx): Promise<MenuContents | null> {
  const rows = await ctx.db.select().from(menuVersions).where(eq(menuVersions.state, "live"));
  const of = (mode: MenuMode) => rows.find((row) => row.mode === mode)?.content;
  const [normal, disaster] = MENU_MODES.map(of);
  if (!normal || !disaster) return null;
  return { normal: menuContent.parse(normal), disaster: menuContent.parse(disaster) };
}

export type StateRow = typeof menuState.$inferSelect;

export async function findState(ctx: Ctx): Promise<StateRow | null> {
  const [row] = await ctx.db.select().from(menuState).where(eq(menuState.id, 1));
  return row ?? null;
}

/** What LINE last said; null: never asked, or an answer of another form than today's. */
export const readSeen = (state: StateRow | null): Seen | null => {
  const parsed = seenSchema.safeParse(state?.seen);
  return parsed.success ? parsed.data : null;
};

/** Which mode is wanted and since when: for the frame of every page. */
export async function findLiveMode(ctx: Ctx): Promise<LiveMode> {
  const [row] = await ctx.db
    .select({ mode: menuState.mode, since: menuState.switchedAt, by: staff.name })
    .from(menuState)
    .leftJoin(staff, eq(staff.id, menuState.switchedBy))
    .where(eq(menuState.id, 1));
  return row ?? { mode: "normal", since: null, by: null };
}

export async function findVersion(
  ctx: Ctx,
  mode: MenuMode,
  state: "live" | "draft",
): Promise<typeof menuVersions.$inferSelect | null> {
  const [row] = await ctx.db
    .select()
    .from(menuVersions)
    .where(and(eq(menuVersions.mode, mode), eq(menuVersions.state, state)));
  return row ?? null;
}

export async function findVersionById(ctx: Ctx, id: number) {
  const [row] = await ctx.db.select().from(menuVersions).where(eq(menuVersions.id, id));
  return row ?? null;
}

/** Versions of a mode that were published, newest first. */
export async function listVersions(ctx: Ctx, mode: MenuMode): Promise<VersionRow[]> {
  return ctx.db
    .select({
      id: menuVersions.id,
      number: menuVersions.number,
      state: menuVersions.state,
      publishedAt: menuVersions.publishedAt,
      publishedBy: staff.name,
    })
    .from(menuVersions)
    .leftJoin(staff, eq(staff.id, menuVersions.publishedBy))
    .where(and(eq(menuVersions.mode, mode), inArray(menuVersions.state, ["live", "retired"])))
    .orderBy(desc(menuVersions.number))
    .limit(20);
}

/** What was asked for, newest first. */
export async function listJobs(ctx: Ctx, limit: number): Promise<JobRow[]> {
  const rows = await ctx.db
    .select({
      id: menuJobs.id,
      kind: menuJobs.kind,
      mode: menuJobs.mode,
      version: menuVersions.number,
      state: menuJobs.state,
      step: menuJobs.step,
      attempts: menuJobs.attempts,
      lastError: menuJobs.lastError,
      askedAt: menuJobs.askedAt,
      askedBy: staff.name,
      shownAt: menuJobs.shownAt,
      finishedAt: menuJobs.finishedAt,
    })
    .from(menuJobs)
    .leftJoin(staff, eq(staff.id, menuJobs.askedBy))
    .leftJoin(menuVersions, eq(menuVersions.id, menuJobs.versionId))
    .orderBy(desc(menuJobs.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, step: stepName(row.step) }));
}

/** Scenarios and their branches, for buttons that start one. */
export async function listStarts(ctx: Ctx): Promise<StartChoice[]> {
  const rows = await ctx.db
    .select({ key: scenarios.key, definition: scenarioVersions.definition })
    .from(scenarios)
    .innerJoin(
      scenarioVersions,
      and(
        eq(scenarioVersions.scenarioKey, scenarios.key),
        eq(scenarioVersions.version, sql`${scenarios.publishedVersion}`),
      ),
    )
    .orderBy(scenarios.id);
  return rows.flatMap(({ key, definition }) => {
    const { title, shortcuts } = definition as ScenarioDefinition;
    return [
      { id: key, label: title.ja },
      ...shortcuts.map((shortcut) => ({
        id: `${key}.${shortcut.key}`,
        label: `${title.ja} › ${shortcut.title.ja}`,
      })),
    ];
  });
}

export async function findJob(ctx: Ctx, id: number) {
  const [row] = await ctx.db
    .select({ state: menuJobs.state, lastError: menuJobs.lastError })
    .from(menuJobs)
    .where(eq(menuJobs.id, id));
  return row ?? null;
}

/** What open pages of the console ask for again and again. */
export async function findPulse(ctx: Ctx): Promise<MenuPulse & { live: LiveMode }> {
  const [state, jobs, live] = await Promise.all([findState(ctx), listJobs(ctx, 1), findLiveMode(ctx)]);
  return { ...pulseOf(state, jobs), live };
}

/** The bot's topics as they are live, for buttons that open one. */
export async function listTopics(ctx: Ctx): Promise<TopicChoice[]> {
  const live = await findLive(ctx, { book: "faq" });
  const content = faqContent.safeParse(live?.content ?? {});
  return content.success ? content.data.topics.map(({ key, label }) => ({ id: key, label: label.ja })) : [];
}
