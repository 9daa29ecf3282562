import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { FRIEND_MOVES } from "../enums";
import { broadcasts } from "./broadcasts";
import { friends } from "./friends";

/**
 * Every follow and block, once an event: friends' rows only know the last of each. `met`: no follow event is known, but
 * they wrote to us. Append only; what a move is worth follows from those before it, so a late one is just added.
 */
export const friendMoves = pgTable(
  "friend_moves",
  {
    /** webhookEventId; of what was known before this table, and of demo data, a name of its own. */
    eventId: text("event_id").primaryKey(),
    friendId: bigint("friend_id", { mode: "number" })
      .notNull()
      .references(() => friends.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: FRIEND_MOVES }).notNull(),
    /** LINE's time of the event. */
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    index("friend_moves_of").on(t.friendId, t.at, t.eventId),
    index("friend_moves_blocks").on(t.at, t.friendId).where(sql`${t.kind} = 'block'`),
  ],
);

/** What a count is of. Which columns a metric uses: lib/analytics/metric.ts; the others are 0 or empty. */
const dimensions = {
  metric: text("metric").notNull(),
  /** Civil day in Tokyo of the event itself, whenever we heard of it. */
  day: date("day").notNull(),
  sectionId: integer("section_id").notNull().default(0),
  areaId: integer("area_id").notNull().default(0),
  key: text("key").notNull().default(""),
  part: text("part").notNull().default(""),
  value: bigint("value", { mode: "number" }).notNull().default(0),
};

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Roll-ups. Together with count_deltas they are at every moment what a recount of the raw rows finds. */
export const dailyCounts = pgTable(
  "daily_counts",
  { ...dimensions, n: bigint("n", { mode: "number" }).notNull() },
  (t) => [
    primaryKey({ columns: [t.metric, t.day, t.sectionId, t.areaId, t.key, t.part, t.value] }),
    // The most asked words of a day, without going through all of them.
    index("daily_counts_words").on(t.metric, t.day, t.n.desc()).where(sql`${t.metric} = 'bot.word'`),
  ],
);

/**
 * The same by the month (`day` is its first), so that years are not summed up day by day: written with daily_counts, in one
 * statement. Without the metrics of daily_values.
 */
export const monthlyCounts = pgTable(
  "monthly_counts",
  { ...dimensions, n: bigint("n", { mode: "number" }).notNull() },
  (t) => [
    primaryKey({ columns: [t.metric, t.day, t.sectionId, t.areaId, t.key, t.part, t.value] }),
    index("monthly_counts_words").on(t.metric, t.day, t.n.desc()).where(sql`${t.metric} = 'bot.word'`),
  ],
);

/**
 * Metrics of many values (PACKED in lib/analytics/metric.ts): all of a day and section in one row. In daily_counts they
 * would be hundreds of thousands.
 */
export const dailyValues = pgTable(
  "daily_values",
  {
    metric: text("metric").notNull(),
    day: date("day").notNull(),
    sectionId: integer("section_id").notNull().default(0),
    /** Each as often as it came, in order: int4, the high byte first. The function `unpacked` reads them. */
    packed: bytes("packed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.day, t.sectionId] })],
);

/**
 * What changed since, written by triggers in the transaction of the change itself: nobody waits for a row that everybody
 * counts in. A worker folds them into daily_counts.
 */
export const countDeltas = pgTable("count_deltas", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  ...dimensions,
  n: bigint("n", { mode: "number" }).notNull(),
});

/** Residents who blocked the account within a day of a broadcast. Counted again as long as it may still change. */
export const broadcastBlocks = pgTable("broadcast_blocks", {
  broadcastId: uuid("broadcast_id")
    .primaryKey()
    .references(() => broadcasts.id),
  blocks: integer("blocks").notNull(),
  countedAt: timestamp("counted_at", { withTimezone: true, precision: 3 }).notNull(),
});

/** LINE's own numbers of a day, fetched the night after. Nulls where LINE does not tell. */
export const lineFollowers = pgTable("line_followers", {
  day: date("day").primaryKey(),
  /** Ever added the account: never falls. */
  followers: integer("followers"),
  /** Whom a message by attributes could reach. */
  targetedReaches: integer("targeted_reaches"),
  blocks: integer("blocks"),
  /** LINE's guess of who they are, as it was told that night. */
  demographic: jsonb("demographic"),
  fetchedAt: timestamp("fetched_at", { withTimezone: true, precision: 3 }),
  /** LINE is asked again then; null: nothing more is to come. */
  nextAt: timestamp("next_at", { withTimezone: true, precision: 3 }),
  attempts: integer("attempts").notNull().default(0),
});
