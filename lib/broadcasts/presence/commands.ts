import { and, eq, gt, ne } from "drizzle-orm";
import { broadcastPresence, staff } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { getBroadcast } from "../queries";

/** A page asks every ten seconds; who was silent this long has closed it. */
const PRESENT_MS = 25_000;

export type Presence = { names: string[]; revision: number; state: string };

/** Notes that this person has the draft open; answers who else has, and whether it changed meanwhile. */
export async function touchPresence(ctx: Ctx<StaffActor>, input: { id: string }): Promise<Presence> {
  const { row } = await getBroadcast(ctx, input);
  const { staffId } = ctx.actor;
  await ctx.db
    .insert(broadcastPresence)
    .values({ broadcastId: row.id, staffId, seenAt: ctx.now })
    .onConflictDoUpdate({
      target: [broadcastPresence.broadcastId, broadcastPresence.staffId],
      set: { seenAt: ctx.now },
    });
  const others = await ctx.db
    .select({ name: staff.name })
    .from(broadcastPresence)
    .innerJoin(staff, eq(staff.id, broadcastPresence.staffId))
    .where(
      and(
        eq(broadcastPresence.broadcastId, row.id),
        ne(broadcastPresence.staffId, staffId),
        gt(broadcastPresence.seenAt, new Date(ctx.now.getTime() - PRESENT_MS)),
      ),
    );
  return { names: others.map((o) => o.name), revision: row.revision, state: row.state };
}
