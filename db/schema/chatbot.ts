import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  time,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  BOOKS,
  BOT_ENTRY_KINDS,
  BOT_MISS_STATES,
  BOT_OUTCOMES,
  REMINDER_DAYS,
  VERSION_STATES,
} from "../enums";
import { sections } from "./city";
import { friends } from "./friends";
import { staff } from "./staff";

/**
 * What the bot knows, in books that are published as a whole. A book has at most one `live` and one `draft` version; a
 * published one never changes again, and rolling back publishes a copy of an older one.
 */
export const botVersions = pgTable(
  "bot_versions",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    book: text("book", { enum: BOOKS }).notNull(),
    /** Counts up within a book, from 1. */
    number: integer("number").notNull(),
    state: text("state", { enum: VERSION_STATES }).notNull().default("draft"),
    /** What belongs to the book as a whole: lib/garbage/categories.ts, lib/garbage/calendar.ts, lib/chatbot/faq/content.ts. */
    content: jsonb("content").notNull().default({}),
    /** What changed and why, in the words of whoever published it, or the imported file's name. */
    note: text("note").notNull().default(""),
    /** The version it was begun from; null: from nothing. */
    basedOn: integer("based_on"),
    createdBy: integer("created_by").references(() => staff.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    publishedBy: integer("published_by").references(() => staff.id),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique("bot_versions_number").on(t.book, t.number),
    uniqueIndex("bot_versions_one_live").on(t.book).where(sql`${t.state} = 'live'`),
    uniqueIndex("bot_versions_one_draft").on(t.book).where(sql`${t.state} = 'draft'`),
  ],
);

/** One thing the bot can answer. `key` is the same in every version of its book. */
export const botEntries = pgTable(
  "bot_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    versionId: integer("version_id")
      .notNull()
      .references(() => botVersions.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    kind: text("kind", { enum: BOT_ENTRY_KINDS }).notNull(),
    /** The keyword, the item as the dictionary names it, or the question as a resident would put it. */
    title: text("title").notNull(),
    /** Kana; null: not known. */
    reading: text("reading"),
    /** Other words for it, of whole questions too. */
    synonyms: jsonb("synonyms").$type<string[]>().notNull().default([]),
    /** Garbage: key of the book's category. FAQ and keywords: the topic. */
    category: text("category"),
    /** Garbage: what to mind when putting it out. */
    note: text("note"),
    /** lib/chatbot/answer.ts; null for garbage, whose answer follows from category, note and calendar. */
    answer: jsonb("answer"),
    /** Civil days, Asia/Tokyo, both included; null: always. */
    validFrom: date("valid_from"),
    validUntil: date("valid_until"),
    sectionId: integer("section_id").references(() => sections.id),
    reviewedOn: date("reviewed_on"),
    position: integer("position").notNull().default(0),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
    updatedBy: integer("updated_by").references(() => staff.id),
  },
  (t) => [
    unique("bot_entries_key").on(t.versionId, t.key),
    index("bot_entries_list").on(t.versionId, t.kind, t.position),
  ],
);

/**
 * Every question asked, once an event. No friend stands here: what was asked is counted, not who asked. `asked` is masked
 * (phone numbers and the like) before it is stored.
 */
export const botQuestions = pgTable(
  "bot_questions",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** webhookEventId of the message: a redelivered one counts once. */
    eventId: text("event_id").notNull().unique(),
    askedAt: timestamp("asked_at", { withTimezone: true, precision: 3 }).notNull(),
    asked: text("asked").notNull(),
    /** What likeness is judged by: lib/chatbot/fold.ts. */
    folded: text("folded").notNull(),
    outcome: text("outcome", { enum: BOT_OUTCOMES }).notNull(),
    /** Of the answer; null: none was given. */
    kind: text("kind", { enum: BOT_ENTRY_KINDS }),
    topic: text("topic"),
    entryKey: text("entry_key"),
    /** The resident's word on the answer; null: said nothing. */
    helpful: boolean("helpful"),
    /** When that was said, and when an entry was chosen, by LINE's clock: an older tap that comes late changes nothing. */
    helpfulAt: timestamp("helpful_at", { withTimezone: true, precision: 3 }),
    chosenAt: timestamp("chosen_at", { withTimezone: true, precision: 3 }),
  },
  (t) => [
    index("bot_questions_asked_at").on(t.askedAt),
    /** What stands behind a line of `bot_misses`: the condition is that of lib/chatbot/count/sql.ts. */
    index("bot_questions_misses")
      .on(t.folded, t.askedAt)
      .where(sql`(${t.outcome} = 'not_found' and ${t.entryKey} is null) or ${t.helpful} = false`),
  ],
);

/** Questions that found nothing, or an answer that did not help, by their folded words: what 未回答 lists. */
export const botMisses = pgTable(
  "bot_misses",
  {
    folded: text("folded").primaryKey(),
    /** As it was last asked, masked. */
    sample: text("sample").notNull(),
    unanswered: integer("unanswered").notNull().default(0),
    unhelpful: integer("unhelpful").notNull().default(0),
    firstAt: timestamp("first_at", { withTimezone: true, precision: 3 }).notNull(),
    lastAt: timestamp("last_at", { withTimezone: true, precision: 3 }).notNull(),
    state: text("state", { enum: BOT_MISS_STATES }).notNull().default("open"),
    /** What it was turned into. */
    entryKey: text("entry_key"),
    settledBy: integer("settled_by").references(() => staff.id),
    settledAt: timestamp("settled_at", { withTimezone: true }),
    /** Why nothing is to be done, in the words of whoever decided it. */
    reason: text("reason"),
  },
  (t) => [
    index("bot_misses_open").on(t.lastAt).where(sql`${t.state} = 'open'`),
    /** The most missed first: the words are those of lib/chatbot/misses/sql.ts. */
    index("bot_misses_rank")
      .on(sql`(${t.unanswered} + ${t.unhelpful}) desc`, sql`${t.lastAt} desc`)
      .where(sql`${t.state} = 'open'`),
    /** Settled, and missed again since. */
    index("bot_misses_again")
      .on(t.lastAt)
      .where(sql`${t.state} = 'settled' and ${t.lastAt} > ${t.settledAt}`),
    /** What somebody has decided about: thousands beside hundreds of thousands. */
    index("bot_misses_decided").on(t.state, t.settledAt).where(sql`${t.state} <> 'open'`),
  ],
);

/** Where a resident puts out their garbage, and when they want to be reminded of it. */
export const friendGarbage = pgTable(
  "friend_garbage",
  {
    friendId: bigint("friend_id", { mode: "number" })
      .primaryKey()
      .references(() => friends.id),
    /** Key of an area of the live calendar; kept as it is when a later calendar lacks it. */
    areaKey: text("area_key").notNull(),
    /** Clock time in Tokyo; null: no reminder wanted. */
    remindAt: time("remind_at", { precision: 0 }),
    /** On the evening before, or on the morning of the collection. */
    remindOn: text("remind_on", { enum: REMINDER_DAYS }).notNull().default("eve"),
    /** Version of their words: an event older than this changes nothing. */
    changedAt: timestamp("changed_at", { withTimezone: true, precision: 3 }).notNull(),
    /** The day for which the last reminder was written. */
    remindedFor: date("reminded_for"),
  },
  (t) => [index("friend_garbage_reminders").on(t.remindOn, t.remindAt).where(sql`${t.remindAt} is not null`)],
);
