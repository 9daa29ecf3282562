import { eq, inArray, lt, sql } from "drizzle-orm";
import { signInThrottles } from "@/db/schema/index";
import type { Ctx } from "@/lib/core/context";
import { sha256 } from "@/lib/core/id";
import { type Result, refused } from "@/lib/core/result";
import { days } from "@/lib/core/time";
import { networkOf } from "./peer";
import { type ThrottleKind, type ThrottleState, takeTry } from "./throttle";

export type AttemptKey = { kind: ThrottleKind; key: string };

export const accountKey = (email: string): AttemptKey => ({
  kind: "account",
  key: sha256(`account:${email}`),
});
/** The present password, asked again of who is signed in: no name that anybody can type at the door reaches it. */
export const ownKey = (staffId: number): AttemptKey => ({ kind: "account", key: sha256(`own:${staffId}`) });
/** A browser its owner has signed in with before: strangers failing on the account do not slow it. */
export const browserKey = (id: string): AttemptKey => ({ kind: "account", key: sha256(`browser:${id}`) });
export const addressKey = (address: string): AttemptKey => ({
  kind: "address",
  key: sha256(`address:${networkOf(address)}`),
});

/** Takes a try of every key, or of none when one has to wait. */
export async function takeAttempt(
  ctx: Ctx,
  keys: readonly AttemptKey[],
): Promise<Result<null, "wait"> & { waitSeconds?: number }> {
  const sorted = [...keys].sort((a, b) => (a.key < b.key ? -1 : 1)); // one order for all: no deadlock
  return ctx.db.transaction(async (tx) => {
    await tx
      .insert(signInThrottles)
      .values(sorted.map(({ key }) => ({ key, failures: 0, windowStartedAt: ctx.now })))
      .onConflictDoNothing();
    const rows = await tx
      .select()
      .from(signInThrottles)
      .where(
        inArray(
          signInThrottles.key,
          sorted.map((k) => k.key),
        ),
      )
      .orderBy(signInThrottles.key)
      .for("update");
    const states = new Map<string, ThrottleState>(rows.map((row) => [row.key, row]));
    const tries = sorted.map(({ key, kind }) => ({
      key,
      result: takeTry(kind, states.get(key) ?? null, ctx.now),
    }));
    const waits = tries.flatMap(({ result }) => (result.ok ? [] : [result.waitSeconds]));
    if (waits.length > 0) return { ...refused("wait"), waitSeconds: Math.max(...waits) };
    for (const { key, result } of tries) {
      if (result.ok) await tx.update(signInThrottles).set(result.next).where(eq(signInThrottles.key, key));
    }
    return { ok: true, value: null };
  });
}

/** After a success: the account starts afresh, the address gets its one try back. */
export async function giveBackAttempt(ctx: Ctx, keys: readonly AttemptKey[]): Promise<void> {
  for (const { kind, key } of keys) {
    if (kind === "account") await ctx.db.delete(signInThrottles).where(eq(signInThrottles.key, key));
    else {
      await ctx.db
        .update(signInThrottles)
        .set({ failures: sql`greatest(0, ${signInThrottles.failures} - 1)`, blockedUntil: null })
        .where(eq(signInThrottles.key, key));
    }
  }
}

export async function forgetOldAttempts(ctx: Ctx): Promise<void> {
  await ctx.db
    .delete(signInThrottles)
    .where(lt(signInThrottles.windowStartedAt, new Date(ctx.now.getTime() - days(1))));
}
