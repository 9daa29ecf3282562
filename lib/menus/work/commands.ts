import { and, desc, eq, inArray, lt, lte, ne, sql } from "drizzle-orm";
import type { MenuMode } from "@/db/enums";
import { menuJobs, menuState } from "@/db/schema";
import { type Ctx, within } from "@/lib/core/context";
import { type Batch, readBatch } from "../batch";
import type { AfterFailure } from "../outcome";
import { findLiveContents } from "../queries";
import type { Seen } from "../seen";
import type { MenuContents } from "../wanted";

/** What one worker took: the newest job, which does the work of all older ones. */
export type Work = {
  jobId: number;
  attempts: number;
  mode: MenuMode;
  contents: MenuContents;
  /** Somebody may still have a tab of the other mode as their own menu. */
  mustRelease: boolean;
  /** What an earlier round of this job asked LINE for, and nobody knows yet how it ended. */
  batch: Batch | null;
};
type Holder = { owner: string; leaseMs: number };

const open = inArray(menuJobs.state, ["pending", "running"]);
const one = eq(menuState.id, 1);
const until = (leaseMs: number) => sql`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`;

/**
 * Takes the newest job that is due, with the right to change LINE's menus. A worker that died leaves its job `running`;
 * once its lease is over the next one begins it anew, which is safe.
 */
export async function claimWork(ctx: Ctx, { owner, leaseMs }: Holder): Promise<Work | null> {
  const [glance] = await ctx.db
    .select({ id: menuJobs.id })
    .from(menuJobs)
    .where(and(open, lte(menuJobs.nextAttemptAt, sql`now()`)))
    .limit(1);
  if (!glance) return null;
  return ctx.db.transaction(async (tx) => {
    const [state] = await tx
      .select({
        mode: menuState.mode,
        isFree: sql<boolean>`${menuState.leaseUntil} is null or ${menuState.leaseUntil} <= clock_timestamp()
          or ${menuState.leaseOwner} = ${owner}`,
      })
      .from(menuState)
      .where(one)
      .for("update");
    if (!state?.isFree) return null;
    const [job] = await tx
      .select({
        id: menuJobs.id,
        step: menuJobs.step,
        isDue: sql<boolean>`${menuJobs.nextAttemptAt} <= clock_timestamp()`,
      })
      .from(menuJobs)
      .where(open)
      .orderBy(desc(menuJobs.id))
      .limit(1);
    if (!job?.isDue) return null;
    const contents = await findLiveContents(within(ctx, tx));
    if (!contents) return null;
    const [unreleased] = await tx
      .select({ id: menuJobs.id })
      .from(menuJobs)
      .where(and(inArray(menuJobs.kind, ["switch", "repair"]), sql`${menuJobs.releasedAt} is null`))
      .limit(1);
    const batch = unreleased ? readBatch(job.step) : null;
    const [taken] = await tx
      .update(menuJobs)
      .set({
        state: "running",
        attempts: sql`${menuJobs.attempts} + 1`,
        step: batch ? job.step : "look",
      })
      .where(eq(menuJobs.id, job.id))
      .returning({ attempts: menuJobs.attempts });
    await tx
      .update(menuJobs)
      .set({ state: "superseded", finishedAt: sql`now()`, step: null })
      .where(and(open, lt(menuJobs.id, job.id)));
    await tx
      .update(menuState)
      .set({ leaseOwner: owner, leaseUntil: until(leaseMs) })
      .where(one);
    return {
      jobId: job.id,
      attempts: taken?.attempts ?? 1,
      mode: state.mode,
      contents,
      mustRelease: unreleased !== undefined,
      batch,
    };
  });
}

/** `lost`: another worker has the right now. `overtaken`: a newer job asks for something else. */
export type Footing = "firm" | "lost" | "overtaken";

/** Before each step: is it still ours to do? Keeps the lease. */
export async function holdWork(ctx: Ctx, input: Holder & { jobId: number; step: string }): Promise<Footing> {
  const held = await ctx.db
    .update(menuState)
    .set({ leaseUntil: until(input.leaseMs) })
    .where(and(one, eq(menuState.leaseOwner, input.owner)))
    .returning({ id: menuState.id });
  if (held.length === 0) return "lost";
  await ctx.db
    .update(menuJobs)
    .set({ step: input.step })
    .where(and(eq(menuJobs.id, input.jobId), ne(sql`coalesce(${menuJobs.step}, '')`, input.step)));
  const [newest] = await ctx.db
    .select({ id: menuJobs.id })
    .from(menuJobs)
    .orderBy(desc(menuJobs.id))
    .limit(1);
  return newest?.id === input.jobId ? "firm" : "overtaken";
}

/** Everybody sees what was asked for. */
export async function noteShown(ctx: Ctx, jobId: number): Promise<void> {
  await ctx.db
    .update(menuJobs)
    .set({ shownAt: sql`coalesce(${menuJobs.shownAt}, now())` })
    .where(eq(menuJobs.id, jobId));
}

/** Nobody keeps a menu of the other mode: for this job and whatever came before it. */
export async function noteReleased(ctx: Ctx, jobId: number): Promise<void> {
  await ctx.db
    .update(menuJobs)
    .set({ releasedAt: sql`now()` })
    .where(and(lte(menuJobs.id, jobId), sql`${menuJobs.releasedAt} is null`));
}

const givenBack = { leaseOwner: null, leaseUntil: null };

/** Lets go of the right without a word about the job: a newer one is there. */
export async function leaveWork(ctx: Ctx, owner: string): Promise<void> {
  await ctx.db
    .update(menuState)
    .set(givenBack)
    .where(and(one, eq(menuState.leaseOwner, owner)));
}

/** `wait`: nothing went wrong, and LINE needs some time. It is no attempt. */
export type WorkOutcome = "done" | { next: "wait"; afterMs: number } | (AfterFailure & { error: string });

const after = (ms: number) => sql`now() + make_interval(secs => ${ms / 1000})`;

/** Writes down what came of it. A worker that lost the right meanwhile changes nothing. */
export async function settleWork(
  ctx: Ctx,
  input: { owner: string; jobId: number; outcome: WorkOutcome },
): Promise<boolean> {
  const { outcome } = input;
  return ctx.db.transaction(async (tx) => {
    const held = await tx
      .update(menuState)
      .set(givenBack)
      .where(and(one, eq(menuState.leaseOwner, input.owner)))
      .returning({ id: menuState.id });
    if (held.length === 0) return false;
    const change =
      outcome === "done"
        ? { state: "done" as const, step: null, lastError: null, finishedAt: sql`now()` }
        : outcome.next === "failed"
          ? { state: "failed" as const, lastError: outcome.error, finishedAt: sql`now()` }
          : outcome.next === "wait"
            ? {
                state: "pending" as const,
                lastError: null,
                attempts: sql`greatest(${menuJobs.attempts} - 1, 0)`,
                nextAttemptAt: after(outcome.afterMs),
              }
            : {
                state: "pending" as const,
                lastError: outcome.error,
                nextAttemptAt: after(outcome.afterMs),
              };
    await tx.update(menuJobs).set(change).where(eq(menuJobs.id, input.jobId));
    return true;
  });
}

/** What LINE said when it was asked, or that it could not be. */
export async function noteSeen(ctx: Ctx, answer: { seen: Seen } | { error: string }): Promise<void> {
  const change =
    "seen" in answer
      ? { seen: answer.seen, seenAt: sql`now()`, seenError: null }
      : { seenError: answer.error };
  await ctx.db.update(menuState).set(change).where(one);
}
