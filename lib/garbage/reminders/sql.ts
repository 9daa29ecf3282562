import { and, eq, gt, isNull, lte, ne } from "drizzle-orm";
import { friendGarbage, friends } from "@/db/schema";
import type { Due } from "./due";

/** A friend whom a reminder would reach. */
export const isReachable = and(ne(friends.state, "blocked"), isNull(friends.stoppedAt));

/** Their time has come, and is not over. */
export const isTheirTime = (due: Pick<Due, "on" | "after" | "until">) =>
  and(
    eq(friendGarbage.remindOn, due.on),
    gt(friendGarbage.remindAt, due.after),
    lte(friendGarbage.remindAt, due.until),
  );
