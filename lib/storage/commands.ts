import { asc, inArray, lte, sql } from "drizzle-orm";
import { storageRemovals } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";

/**
 * These files go, `afterMs` from now at the earliest. Call it in the transaction that stops naming them; or before they
 * are stored, with the time the storing may take, and `dropRemovals` in the transaction that names them.
 */
export async function removeFiles(ctx: Ctx, input: { keys: string[]; afterMs?: number }): Promise<void> {
  if (input.keys.length === 0) return;
  const nextAttemptAt = sql`now() + make_interval(secs => ${(input.afterMs ?? 0) / 1000})`;
  await ctx.db
    .insert(storageRemovals)
    .values(input.keys.map((key) => ({ key, nextAttemptAt })))
    .onConflictDoUpdate({
      target: storageRemovals.key,
      set: { nextAttemptAt: sql`least(${storageRemovals.nextAttemptAt}, excluded.next_attempt_at)` },
    });
}

/** These files are named now and stay, or they are gone. */
export async function dropRemovals(ctx: Ctx, input: { keys: string[] }): Promise<void> {
  if (input.keys.length > 0)
    await ctx.db.delete(storageRemovals).where(inArray(storageRemovals.key, input.keys));
}

/** Takes files whose time has come; what is not removed is due again after `retryMs`. */
export async function claimRemovals(ctx: Ctx, input: { limit: number; retryMs: number }): Promise<string[]> {
  const due = ctx.db
    .select({ key: storageRemovals.key })
    .from(storageRemovals)
    .where(lte(storageRemovals.nextAttemptAt, sql`now()`))
    .orderBy(asc(storageRemovals.nextAttemptAt))
    .limit(input.limit)
    .for("update", { skipLocked: true });
  const rows = await ctx.db
    .update(storageRemovals)
    .set({ nextAttemptAt: sql`now() + make_interval(secs => ${input.retryMs / 1000})` })
    .where(inArray(storageRemovals.key, due))
    .returning({ key: storageRemovals.key });
  return rows.map((row) => row.key);
}
