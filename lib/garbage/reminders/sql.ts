import { and, eq, gt, isNull, lte, ne } from "drizzle-orm";
import { friendGarbage, friends } from "@/db/schema";
import type { Due } from "./due";

/** A friend whom a reminder would reach. */
export const isReachable = and(ne(friends.state, "blocked"), isNull(friends.stoppedAt));

/** Whom a notice is written to, and in which language. */
export const recipient = {
  friendId: friendGarbage.friendId,
  remindAt: friendGarbage.remindAt,
  lineUserId: friends.lineUserId,
  language: friends.language,
  spoken: friends.spoken,
  spokenChosenAt: friends.spokenChosenAt,
};

/** Their time has come, and is not over. */
export const isTheirTime = (due: Pick<Due, "on" | "after" | "until">) =>
  and(
    eq(friendGarbage.remindOn, due.on),
    gt(friendGarbage.remindAt, due.after),
    lte(friendGarbage.remindAt, due.until),
  );
