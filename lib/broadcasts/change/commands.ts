import { eq } from "drizzle-orm";
import { broadcasts } from "@/db/schema";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { REFUSALS } from "../messages";
import { type Locked, lockBroadcast } from "../queries";
import { type Happening, recordHappening } from "../record/commands";
import type { Person, Refusal, Standing, Verdict } from "../status";

type StaffCtx = Ctx<StaffActor>;

/** `version`: the one that the change is about. */
export type Moved = { id: string; version: number | null };
export type Change = {
  set: Partial<typeof broadcasts.$inferInsert>;
  entry: Omit<Happening, "broadcastId">;
};

export const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

/**
 * What all moves of a broadcast share, in one transaction: the row locked, the person read again, the one function that
 * says whether they may (`may`, lib/broadcasts/status.ts), what else this move needs (`decide`), then row, history and audit.
 */
export async function changeBroadcast<R extends string>(
  ctx: StaffCtx,
  input: { id: string },
  may: (standing: Standing, who: Person) => Verdict,
  decide: (inner: StaffCtx, locked: Locked) => Promise<Result<Change, R>>,
): Promise<Result<Moved, Refusal | R>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const locked = await lockBroadcast(inner, input);
    const verdict = may(locked.standing, locked.who);
    if (!verdict.ok) return no(verdict.reason);
    const change = await decide(inner, locked);
    if (!change.ok) return change;
    const { set, entry } = change.value;
    await tx
      .update(broadcasts)
      .set({ ...set, updatedAt: ctx.now })
      .where(eq(broadcasts.id, input.id));
    await recordHappening(inner, { ...entry, broadcastId: input.id });
    return ok({ id: input.id, version: entry.version ?? null });
  });
}
