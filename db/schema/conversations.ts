import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { CONVERSATION_STATES } from "../enums";
import { friends } from "./friends";

/**
 * One walk of a resident through a scenario. `id` is derived from the event that started it, so that a replay makes
 * the same one. `draft` is what lib/conversations/step.ts computed: lib/conversations/draft.ts.
 */
export const conversations = pgTable(
  "conversations",
  {
    id: text("id").primaryKey(),
    friendId: bigint("friend_id", { mode: "number" })
      .notNull()
      .references(() => friends.id),
    scenarioKey: text("scenario_key").notNull(),
    scenarioVersion: integer("scenario_version").notNull(),
    state: text("state", { enum: CONVERSATION_STATES }).notNull().default("open"),
    draft: jsonb("draft").notNull(),
    /** Ids of the steps on the way so far, the one it stands at last: lib/conversations/progress.ts. Empty: not counted. */
    reached: text("reached").array().notNull().default([]),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3 }).notNull(),
    /** Newest event applied, by LINE's clock: an event older than this is a late one and re-plays the talk. */
    lastEventAt: timestamp("last_event_at", { withTimezone: true, precision: 3 }).notNull(),
    lastEventId: text("last_event_id").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("conversations_one_open").on(t.friendId).where(sql`${t.state} = 'open'`),
    index("conversations_by_friend").on(t.friendId, t.startedAt),
    index("conversations_expiring").on(t.expiresAt).where(sql`${t.state} = 'open'`),
  ],
);
