import { and, desc, eq, sql } from "drizzle-orm";
import { MENU_MODES, type MenuJobKind, type MenuMode } from "@/db/enums";
import { menuJobs, menuState, menuVersions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan } from "@/lib/auth/permission";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import type { ArmFile } from "@/lib/delivery/arm-gateway";
import { checkArming } from "@/lib/delivery/queries";
import { type MenuProblem, problemsOf } from "./check";
import { missingLetters } from "./draw-gateway";
import { MENU_REFUSED, type MenuRefusal } from "./messages";
import { type MenuContent, menuContent } from "./plan";
import { findVersion, findVersionById, listStarts, listTopics } from "./queries";
import type { SeenDraft } from "./view";

type StaffCtx = Ctx<StaffActor>;
const no = <R extends MenuRefusal>(reason: R) => {
  const text = MENU_REFUSED[reason];
  return refused(reason, typeof text === "string" ? text : undefined);
};
const note = (ctx: Ctx, action: string, subjectId: string | number, fields: string[]) =>
  recordAudit(ctx, { action, subjectKind: "menu", subjectId, fields });

/** Everything about menus happens one after the other: numbers, drafts, the wanted mode, the order of jobs. */
async function alone<C extends Ctx, T>(ctx: C, work: (inside: C) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    await tx.insert(menuState).values({ id: 1 }).onConflictDoNothing();
    await tx.select({ id: menuState.id }).from(menuState).where(eq(menuState.id, 1)).for("update");
    return work({ ...ctx, db: tx });
  });
}

async function nextNumber(ctx: Ctx, mode: MenuMode): Promise<number> {
  const [last] = await ctx.db
    .select({ number: menuVersions.number })
    .from(menuVersions)
    .where(eq(menuVersions.mode, mode))
    .orderBy(desc(menuVersions.number))
    .limit(1);
  return (last?.number ?? 0) + 1;
}

async function enqueue(
  ctx: Ctx,
  job: { kind: MenuJobKind; mode?: MenuMode; versionId?: number },
): Promise<number> {
  const askedBy = ctx.actor.kind === "staff" ? ctx.actor.staffId : null;
  const [row] = await ctx.db
    .insert(menuJobs)
    .values({ ...job, askedBy })
    .returning({ id: menuJobs.id });
  return row?.id ?? 0;
}

/** For `line:setup`: whatever LINE lacks is to be brought there. */
export const requestSetup = (ctx: Ctx): Promise<number> =>
  alone(ctx, (inside) => enqueue(inside, { kind: "publish" }));

const sameContent = (one: unknown, other: MenuContent): boolean =>
  JSON.stringify(menuContent.parse(one)) === JSON.stringify(menuContent.parse(other));

/**
 * The city's own content, when its data is loaded: the first version, or the next one as long as no person has published
 * another. What staff made is never written over.
 */
export async function adoptMenus(ctx: Ctx, menus: Record<MenuMode, MenuContent>): Promise<void> {
  await alone(ctx, async (inside) => {
    for (const mode of MENU_MODES) {
      const live = await findVersion(inside, mode, "live");
      if (live && (live.publishedBy !== null || sameContent(live.content, menus[mode]))) continue;
      if (live)
        await inside.db.update(menuVersions).set({ state: "retired" }).where(eq(menuVersions.id, live.id));
      await inside.db.insert(menuVersions).values({
        mode,
        number: await nextNumber(inside, mode),
        state: "live",
        content: menuContent.parse(menus[mode]),
        publishedAt: ctx.now,
      });
    }
  });
}

/** Is this what somebody saw? Of two drafts that were begun one after the other the revision alone says nothing. */
const isSeen = (draft: SeenDraft | null, seen: SeenDraft | null): boolean =>
  draft?.id === seen?.id && draft?.revision === seen?.revision;

/** Keeps what was edited. `draft`: the one that was open, as it was seen; null when there was none yet. */
export async function saveDraft(
  ctx: StaffCtx,
  input: { mode: MenuMode; draft: SeenDraft | null; content: MenuContent },
): Promise<Result<SeenDraft, "changed">> {
  assertCan(ctx.actor, "content.manage");
  return alone(ctx, async (inside) => {
    const draft = await findVersion(inside, input.mode, "draft");
    // It was kept, and the answer was lost on its way.
    if (draft && sameContent(draft.content, input.content))
      return ok({ id: draft.id, revision: draft.revision });
    if (!isSeen(draft, input.draft)) return no("changed");
    if (draft) {
      const revision = draft.revision + 1;
      await inside.db
        .update(menuVersions)
        .set({ content: input.content, revision, updatedAt: ctx.now })
        .where(eq(menuVersions.id, draft.id));
      await note(inside, "menu.save", draft.id, ["content"]);
      return ok({ id: draft.id, revision });
    }
    const number = await nextNumber(inside, input.mode);
    const values = { mode: input.mode, number, content: input.content, createdBy: ctx.actor.staffId };
    const [made] = await inside.db
      .insert(menuVersions)
      .values(values)
      .returning({ id: menuVersions.id, revision: menuVersions.revision });
    if (!made) throw new Error("a draft was not inserted");
    await note(inside, "menu.save", made.id, ["content"]);
    return ok(made);
  });
}

export async function discardDraft(
  ctx: StaffCtx,
  input: { mode: MenuMode; draft: SeenDraft },
): Promise<Result<null, "changed">> {
  assertCan(ctx.actor, "content.manage");
  return alone(ctx, async (inside) => {
    const gone = await inside.db
      .delete(menuVersions)
      .where(
        and(
          eq(menuVersions.id, input.draft.id),
          eq(menuVersions.mode, input.mode),
          eq(menuVersions.state, "draft"),
          eq(menuVersions.revision, input.draft.revision),
        ),
      )
      .returning({ id: menuVersions.id });
    const [row] = gone;
    if (!row) return no("changed");
    await note(inside, "menu.discard", row.id, ["content"]);
    return ok(null);
  });
}

/** An older version as the draft, in the place of the one that was seen. */
export async function restoreVersion(
  ctx: StaffCtx,
  input: { id: number; draft: SeenDraft | null },
): Promise<Result<{ mode: MenuMode }, "gone" | "changed">> {
  assertCan(ctx.actor, "content.manage");
  return alone(ctx, async (inside) => {
    const old = await findVersionById(inside, input.id);
    if (!old || old.state === "draft") return no("gone");
    const draft = await findVersion(inside, old.mode, "draft");
    if (!isSeen(draft, input.draft)) return no("changed");
    const values = { content: old.content, updatedAt: ctx.now };
    if (draft)
      await inside.db
        .update(menuVersions)
        .set({ ...values, revision: draft.revision + 1 })
        .where(eq(menuVersions.id, draft.id));
    else
      await inside.db.insert(menuVersions).values({
        ...values,
        mode: old.mode,
        number: await nextNumber(inside, old.mode),
        createdBy: ctx.actor.staffId,
      });
    await note(inside, "menu.restore", old.id, ["content"]);
    return ok({ mode: old.mode });
  });
}

const lettersOf = (content: MenuContent): string =>
  content.tabs
    .flatMap((tab) => [tab.title, ...tab.tiles.flatMap((tile) => [tile.label, tile.note])])
    .join("");

type Unfit = "problems" | "letters" | "unknown-start" | "unknown-topic";

/** What keeps a content from being published, beyond its fields; null: nothing. */
async function unfit(
  ctx: Ctx,
  mode: MenuMode,
  content: MenuContent,
): Promise<{ ok: false; reason: Unfit; message?: string } | null> {
  const problems: MenuProblem[] = problemsOf(mode, content);
  if (problems.length > 0) return refused("problems", problems[0]?.message ?? MENU_REFUSED.problems);
  const missing = missingLetters(lettersOf(content));
  if (missing.length > 0) return refused("letters", MENU_REFUSED.letters(missing.join(" ")));
  const starts = new Set((await listStarts(ctx)).map((start) => start.id));
  const actions = content.tabs.flatMap((tab) => tab.tiles.map((tile) => tile.action));
  if (actions.some((action) => action.kind === "start" && !starts.has(action.scenario)))
    return no("unknown-start");
  const topics = new Set(["all", ...(await listTopics(ctx)).map((topic) => topic.id)]);
  return actions.some((action) => action.kind === "topic" && !topics.has(action.topic))
    ? no("unknown-topic")
    : null;
}

const isArmed = async (ctx: Ctx, arm: () => ArmFile): Promise<boolean> =>
  (await checkArming(ctx, arm())).verdict.armed;

/** The draft takes the place of what is live, and LINE is to hear of it. */
export const publishDraft =
  (arm: () => ArmFile) =>
  async (
    ctx: StaffCtx,
    input: { mode: MenuMode; draft: SeenDraft },
  ): Promise<Result<{ jobId: number }, Unfit | "no-draft" | "changed" | "not-armed">> => {
    assertCan(ctx.actor, "content.manage");
    if (!(await isArmed(ctx, arm))) return no("not-armed");
    return alone(ctx, async (inside) => {
      const draft = await findVersion(inside, input.mode, "draft");
      if (!draft) return no("no-draft");
      if (!isSeen(draft, input.draft)) return no("changed");
      const wrong = await unfit(inside, input.mode, menuContent.parse(draft.content));
      if (wrong) return wrong;
      const live = await findVersion(inside, input.mode, "live");
      if (live)
        await inside.db.update(menuVersions).set({ state: "retired" }).where(eq(menuVersions.id, live.id));
      await inside.db
        .update(menuVersions)
        .set({ state: "live", publishedBy: ctx.actor.staffId, publishedAt: ctx.now })
        .where(eq(menuVersions.id, draft.id));
      const jobId = await enqueue(inside, { kind: "publish", mode: input.mode, versionId: draft.id });
      await note(inside, "menu.publish", draft.id, ["state"]);
      return ok({ jobId });
    });
  };

/** Turns everybody's menu to the other mode. Both modes' menus lie at LINE already; the worker only points to them. */
export const switchMenu =
  (arm: () => ArmFile) =>
  async (
    ctx: StaffCtx,
    input: { to: MenuMode },
  ): Promise<Result<{ jobId: number }, "already" | "no-content" | "not-armed">> => {
    assertCan(ctx.actor, "menu.switch");
    if (!(await isArmed(ctx, arm))) return no("not-armed");
    return alone(ctx, async (inside) => {
      if (!(await findVersion(inside, input.to, "live"))) return no("no-content");
      const changed = await inside.db
        .update(menuState)
        .set({ mode: input.to, switchedAt: ctx.now, switchedBy: ctx.actor.staffId })
        .where(and(eq(menuState.id, 1), sql`${menuState.mode} <> ${input.to}`))
        .returning({ id: menuState.id });
      if (changed.length === 0) return no("already");
      const jobId = await enqueue(inside, { kind: "switch", mode: input.to });
      await note(inside, "menu.switch", input.to, ["mode"]);
      return ok({ jobId });
    });
  };

/** LINE differs from what is wanted, or a job failed: everything is compared and put right. */
export const repairMenu =
  (arm: () => ArmFile) =>
  async (ctx: StaffCtx): Promise<Result<{ jobId: number }, "not-armed">> => {
    assertCan(ctx.actor, "menu.switch");
    if (!(await isArmed(ctx, arm))) return no("not-armed");
    return alone(ctx, async (inside) => {
      const jobId = await enqueue(inside, { kind: "repair" });
      await note(inside, "menu.repair", jobId, ["state"]);
      return ok({ jobId });
    });
  };
