import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { TRAITS } from "../enums";
import { friends } from "./friends";
import { staff } from "./staff";

/** What a resident can want news of; 2 to 60. `bit` is its place in friends.interests and is never given out again. */
export const interests = pgTable(
  "interests",
  {
    bit: smallint("bit").primaryKey(),
    key: text("key").notNull().unique(),
    /** { ja, easy?, en?, zh?, ko? }, like every text for residents. */
    label: jsonb("label").notNull(),
    description: jsonb("description"),
    icon: text("icon"),
    position: integer("position").notNull(),
    /** Shown and counted from / until; null: always. */
    validFrom: timestamp("valid_from", { withTimezone: true }),
    validUntil: timestamp("valid_until", { withTimezone: true }),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [check("interests_bit", sql`${t.bit} between 0 and 59`)],
);

/** The questions of 受信設定: age_band, gender, area, interests, language. Order, wording, and whether they are asked. */
export const preferenceQuestions = pgTable("preference_questions", {
  key: text("key").primaryKey(),
  prompt: jsonb("prompt").notNull(),
  note: jsonb("note"),
  position: integer("position").notNull(),
  isAsked: boolean("is_asked").notNull().default(true),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

/** The answers to age_band and gender. `code` 1… stands in friends and is never given out again. */
export const traitOptions = pgTable(
  "trait_options",
  {
    trait: text("trait", { enum: TRAITS }).notNull(),
    code: smallint("code").notNull(),
    label: jsonb("label").notNull(),
    position: integer("position").notNull(),
    validUntil: timestamp("valid_until", { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.trait, t.code] })],
);

/**
 * When each part of a friend's settings was last changed, by LINE's time or the page's: a change that arrives late does
 * not undo a newer one. `part`: age_band, gender, area, spoken, stopped, or interest:<bit>.
 */
export const preferenceChanges = pgTable(
  "preference_changes",
  {
    friendId: bigint("friend_id", { mode: "number" })
      .notNull()
      .references(() => friends.id),
    part: text("part").notNull(),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.friendId, t.part] })],
);

/** Sessions of the residents' settings page; the cookie's token is kept as a hash. */
export const friendSessions = pgTable("friend_sessions", {
  tokenHash: text("token_hash").primaryKey(),
  friendId: bigint("friend_id", { mode: "number" })
    .notNull()
    .references(() => friends.id),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
});

/** Staff who receive tests and drills: their own LINE account, bound by a code they sent in the talk. */
export const staffFriends = pgTable(
  "staff_friends",
  {
    friendId: bigint("friend_id", { mode: "number" })
      .primaryKey()
      .references(() => friends.id),
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    boundAt: timestamp("bound_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique("staff_friends_staff_friend").on(t.staffId, t.friendId)],
);

/** One-time codes with which a member of staff binds their LINE account. */
export const staffFriendCodes = pgTable("staff_friend_codes", {
  staffId: integer("staff_id")
    .primaryKey()
    .references(() => staff.id),
  codeHash: text("code_hash").notNull().unique(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
});
