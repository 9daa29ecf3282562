import { index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Files to be removed from the storage: written in the transaction that stops naming them, so that no crash leaves a
 * resident's photo behind that nothing knows of.
 */
export const storageRemovals = pgTable(
  "storage_removals",
  {
    key: text("key").primaryKey(),
    nextAttemptAt: timestamp("next_attempt_at", { withTimezone: true }).notNull(),
  },
  (t) => [index("storage_removals_due").on(t.nextAttemptAt)],
);
