import { settings } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { WANTED_KEY } from "./queries";

/** Somebody was refused for want of messages and may buy some now: LINE is asked each minute for the next hour. */
export async function wantQuota(ctx: Ctx): Promise<void> {
  await ctx.db
    .insert(settings)
    .values({ key: WANTED_KEY, value: true, updatedAt: ctx.now })
    .onConflictDoUpdate({ target: settings.key, set: { updatedAt: ctx.now } });
}
