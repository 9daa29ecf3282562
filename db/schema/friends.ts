import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
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
    /** BCP 47, as LINE tells it. */
    language: text("language"),
    /**
     * What they chose to be written in, or else what LINE's language amounts to: a place in SPOKEN. Answers are numbers
     * and 0 stands for none, never null: a rule and its opposite then always divide everybody in two.
     */
    spoken: smallint("spoken").notNull().default(0),
    /** True once they chose a language themselves: LINE's then changes nothing. */
    spokenChosenAt: timestamp("spoken_chosen_at", { withTimezone: true, precision: 3 }),
    /** Codes of trait_options; 0: not answered. */
    ageBand: smallint("age_band").notNull().default(0),
    gender: smallint("gender").notNull().default(0),
    /** areas.id; 0: not answered; -1: outside the city. */
    areaId: integer("area_id").notNull().default(0),
    /** Bit n: the interest whose `bit` is n. */
    interests: bigint("interests", { mode: "bigint" }).notNull().default(sql`0`),
    /** When they last went through 受信設定, whatever they answered; null: never. */
    answeredAt: timestamp("answered_at", { withTimezone: true, precision: 3 }),
    /** They asked for no broadcasts at all; emergencies too stay away. */
    stoppedAt: timestamp("stopped_at", { withTimezone: true, precision: 3 }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("friends_state").on(t.state),
    // Who left within a day of a broadcast.
    index("friends_blocked").on(t.blockedAt).where(sql`${t.blockedAt} is not null`),
    // Counting a segment reads this index alone.
    index("friends_segment")
      .on(t.areaId, t.ageBand, t.gender, t.spoken, t.interests, t.id)
      .where(sql`${t.state} = 'following' and ${t.stoppedAt} is null`),
  ],
);

const bitVarying = customType<{ data: string }>({ dataType: () => "bit varying" });

/**
 * For counting: of each 65,536 friends in a row of ids, one bit a friend and fact (`key`: see lib/segments/slabs/slab.ts).
 * True of everybody but those in friend_changes.
 */
export const friendSlabs = pgTable(
  "friend_slabs",
  {
    slab: integer("slab").notNull(),
    key: text("key").notNull(),
    bits: bitVarying("bits").notNull(),
  },
  (t) => [primaryKey({ columns: [t.slab, t.key] })],
);

/**
 * Whoever changed since their bits were set, written by a trigger in the same transaction as the change: a count masks
 * their bits and asks their rows instead.
 */
export const friendChanges = pgTable("friend_changes", {
  n: bigint("n", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  friendId: bigint("friend_id", { mode: "number" }).notNull(),
});
