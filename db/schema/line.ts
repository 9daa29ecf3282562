import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { EVENT_STATES } from "../enums";

/**
 * The inbox. `payload` is the event as JSON text, not jsonb: jsonb refuses the \u0000 escape that a resident can type.
 */
export const lineEvents = pgTable(
  "line_events",
  {
    webhookEventId: text("webhook_event_id").primaryKey(),
    lineUserId: text("line_user_id"),
    type: text("type").notNull(),
    payload: text("payload").notNull(),
    isRedelivery: boolean("is_redelivery").notNull().default(false),
    occurredAt: timestamp("occurred_at", { withTimezone: true, precision: 3 }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull().defaultNow(),
    state: text("state", { enum: EVENT_STATES }).notNull().default("pending"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: timestamp("next_attempt_at", { withTimezone: true }).notNull().defaultNow(),
    processedAt: timestamp("processed_at", { withTimezone: true }),
    lastError: text("last_error"),
  },
  (t) => [
    index("line_events_pending").on(t.occurredAt).where(sql`${t.state} = 'pending'`),
    index("line_events_by_user").on(t.lineUserId, t.occurredAt),
    index("line_events_parked").on(t.receivedAt).where(sql`${t.state} = 'parked'`),
  ],
);

/** One row a resident whose events a worker holds now. A worker whose lease ran out may not complete its work. */
export const inboxLeases = pgTable("inbox_leases", {
  lineUserId: text("line_user_id").primaryKey(),
  owner: text("owner").notNull(),
  leaseUntil: timestamp("lease_until", { withTimezone: true }).notNull(),
});
