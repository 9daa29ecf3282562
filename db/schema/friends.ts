import { bigint, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { FRIEND_STATES } from "../enums";

/** A resident's LINE account. Nothing here names a person. */
export const friends = pgTable(
  "friends",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    lineUserId: text("line_user_id").notNull().unique(),
    state: text("state", { enum: FRIEND_STATES }).notNull().default("unknown"),
    /**
     * Time of the newest follow/unfollow event applied, or of the message we met them by: an older one that arrives
     * late changes nothing.
     */
    stateAt: timestamp("state_at", { withTimezone: true, precision: 3 }),
    followedAt: timestamp("followed_at", { withTimezone: true }),
    blockedAt: timestamp("blocked_at", { withTimezone: true }),
    language: text("language"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("friends_state").on(t.state)],
);
