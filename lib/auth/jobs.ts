import { lt, or } from "drizzle-orm";
import { staffLinks, staffSessions } from "@/db/schema/index";
import type { Ctx } from "@/lib/core/context";
import { days } from "@/lib/core/time";
import { forgetOldAttempts } from "./attempts";
import { clearFriendSessions } from "./friend-sessions";

const KEPT_MS = days(30);

/** Removes what nobody needs any more: throttles of yesterday, sessions and links that ended a month ago. */
export async function clearOldSignIns(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_MS);
  await forgetOldAttempts(ctx);
  await clearFriendSessions(ctx);
  await ctx.db
    .delete(staffSessions)
    .where(or(lt(staffSessions.endedAt, before), lt(staffSessions.expiresAt, before)));
  await ctx.db.delete(staffLinks).where(lt(staffLinks.expiresAt, before));
}
