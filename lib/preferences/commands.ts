import { eq, sql } from "drizzle-orm";
import { friends, preferenceChanges } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Change, type Choices, type Part, settle } from "./choices";
import { choicesOf, type FriendRow, listStamps } from "./queries";

export type Applied = { choices: Choices; applied: Part[] };

/** Locked until the transaction ends: changes of one friend come one after the other. */
async function lockFriend(ctx: Ctx, friendId: number): Promise<FriendRow> {
  const [row] = await ctx.db.select().from(friends).where(eq(friends.id, friendId)).for("update");
  if (!row) throw new AppError("not-found", "friend");
  return row;
}

async function save(
  ctx: Ctx,
  row: FriendRow,
  input: {
    choices: Choices;
    stamps: Readonly<Record<string, number>>;
    applied: Part[];
    at: Date;
    isAnswer: boolean;
  },
): Promise<void> {
  const { choices, stamps, applied } = input;
  const at = (part: Part) => new Date(stamps[part] ?? input.at.getTime());
  await ctx.db
    .update(friends)
    .set({
      ageBand: choices.ageBand,
      gender: choices.gender,
      areaId: choices.areaId,
      interests: choices.interests,
      ...(applied.includes("spoken") ? { spoken: choices.spoken, spokenChosenAt: at("spoken") } : {}),
      ...(applied.includes("stopped") ? { stoppedAt: choices.stopped === 1 ? at("stopped") : null } : {}),
      ...(input.isAnswer
        ? { answeredAt: sql`greatest(${friends.answeredAt}, ${input.at.toISOString()}::timestamptz)` }
        : {}),
    })
    .where(eq(friends.id, row.id));
  if (applied.length === 0) return;
  await ctx.db
    .insert(preferenceChanges)
    .values(applied.map((part) => ({ friendId: row.id, part, at: at(part) })))
    .onConflictDoUpdate({
      target: [preferenceChanges.friendId, preferenceChanges.part],
      set: { at: sql`excluded.at` },
    });
}

/** Stopping and resuming are written down: 「なぜ届かない?」 is asked of them. Other changes keep their time only. */
async function noteStop(ctx: Ctx, row: FriendRow, choices: Choices, applied: Part[]): Promise<void> {
  if (!applied.includes("stopped") || choicesOf(row).stopped === choices.stopped) return;
  await recordAudit(ctx, {
    action: choices.stopped === 1 ? "friend.stop" : "friend.resume",
    subjectKind: "friend",
    subjectId: row.id,
    fields: ["stoppedAt"],
  });
}

/**
 * Changes a resident made at `at`, LINE's time of the tap, inside the caller's transaction. One that comes late does
 * not undo a newer one. `isAnswer`: with it they went through 受信設定.
 */
export async function applyChanges(
  ctx: Ctx,
  input: { friendId: number; changes: readonly Change[]; at: Date; isAnswer: boolean },
): Promise<Applied> {
  const row = await lockFriend(ctx, input.friendId);
  const before = choicesOf(row);
  const stamps = await listStamps(ctx, row.id);
  const result = settle(before, stamps, input.changes, input.at.getTime());
  if (result.applied.length > 0 || input.isAnswer) await save(ctx, row, { ...input, ...result });
  await noteStop(ctx, row, result.choices, result.applied);
  return { choices: result.choices, applied: result.applied };
}

/** A change made on the settings page, now: it counts whatever the clocks of LINE and of this machine say. */
export async function changeOnPage(
  ctx: Ctx<{ kind: "friend"; friendId: number }>,
  input: { change: Change; isAnswer: boolean },
): Promise<Applied> {
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const { friendId } = ctx.actor;
    await lockFriend(inside, friendId);
    const known = (await listStamps(inside, friendId))[input.change.part] ?? 0;
    const at = new Date(Math.max(ctx.now.getTime(), known + 1));
    return applyChanges(inside, { friendId, changes: [input.change], at, isAnswer: input.isAnswer });
  });
}
