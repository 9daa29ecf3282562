import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  BATCH_STATES,
  BROADCAST_ENTRY_KINDS,
  BROADCAST_KINDS,
  BROADCAST_STATES,
  CORRECTION_KINDS,
} from "../enums";
import { sections } from "./city";
import { staff } from "./staff";

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A named rule tree (lib/segments/rule.ts). */
export const segments = pgTable("segments", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  rule: jsonb("rule").notNull(),
  sectionId: integer("section_id").references(() => sections.id),
  createdBy: integer("created_by").references(() => staff.id),
  revision: integer("revision").notNull().default(1),
  archivedAt: at("archived_at"),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

/**
 * One message to many. The draft may change while it is a draft (`revision` guards two people at once); what is asked
 * for approval is frozen in broadcast_versions and never changes.
 */
export const broadcasts = pgTable(
  "broadcasts",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind", { enum: BROADCAST_KINDS }).notNull(),
    state: text("state", { enum: BROADCAST_STATES }).notNull().default("draft"),
    /** For staff; residents never see it. */
    title: text("title").notNull(),
    sectionId: integer("section_id").references(() => sections.id),
    authorId: integer("author_id")
      .notNull()
      .references(() => staff.id),
    /** Everybody who had a hand in it. None of them may approve it. */
    writerIds: integer("writer_ids").array().notNull().default([]),
    /** lib/broadcasts/content.ts, lib/segments/rule.ts and lib/broadcasts/schedule.ts: as they are being edited. */
    content: jsonb("content").notNull(),
    rule: jsonb("rule").notNull(),
    schedule: jsonb("schedule").notNull(),
    revision: integer("revision").notNull().default(1),
    /** The frozen version that is being decided or sent; null while none was asked for. */
    version: integer("version"),
    /** An emergency went out alone: a second person still has to look. */
    approvalOwed: boolean("approval_owed").notNull().default(false),
    /** At freezing: the LINE messages by language, byte for byte as every attempt sends them. */
    rendered: jsonb("rendered"),
    dueAt: at("due_at"),
    /** Released by itself at this time unless undone. */
    heldUntil: at("held_until"),
    frozenAt: at("frozen_at"),
    releasedAt: at("released_at"),
    firstAcceptedAt: at("first_accepted_at"),
    finishedAt: at("finished_at"),
    /** Sending goes on where it stopped: a short English word, why it does not now. */
    pausedReason: text("paused_reason"),
    countAtApproval: integer("count_at_approval"),
    countAtFreeze: integer("count_at_freeze"),
    /** This one sets right that one, and goes to exactly those it reached. */
    correctsId: uuid("corrects_id").references((): AnyPgColumn => broadcasts.id),
    correctionKind: text("correction_kind", { enum: CORRECTION_KINDS }),
    seriesId: uuid("series_id").references((): AnyPgColumn => broadcastSeries.id),
    /** The occurrence's own due time: one run a series and time, however many schedulers look. */
    occurrenceAt: at("occurrence_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    index("broadcasts_by_state").on(t.state, t.dueAt),
    index("broadcasts_newest").on(t.createdAt, t.id),
    index("broadcasts_corrects").on(t.correctsId),
    uniqueIndex("broadcasts_occurrence").on(t.seriesId, t.occurrenceAt),
  ],
);

/** Who has a draft open, so that two people see each other; old rows mean nothing. */
export const broadcastPresence = pgTable(
  "broadcast_presence",
  {
    broadcastId: uuid("broadcast_id")
      .notNull()
      .references(() => broadcasts.id),
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    seenAt: at("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.broadcastId, t.staffId] })],
);

/** What was asked for approval, word for word. Only the decision columns are ever filled in, once. */
export const broadcastVersions = pgTable(
  "broadcast_versions",
  {
    broadcastId: uuid("broadcast_id")
      .notNull()
      .references(() => broadcasts.id),
    version: integer("version").notNull(),
    kind: text("kind", { enum: BROADCAST_KINDS }).notNull(),
    title: text("title").notNull(),
    content: jsonb("content").notNull(),
    rule: jsonb("rule").notNull(),
    schedule: jsonb("schedule").notNull(),
    /** SHA-256 over kind, content, rule and schedule in canonical JSON, hex. */
    hash: text("hash").notNull(),
    countThen: integer("count_then"),
    submittedBy: integer("submitted_by")
      .notNull()
      .references(() => staff.id),
    submittedAt: at("submitted_at").notNull(),
    decision: text("decision", { enum: ["approved", "returned"] }),
    decidedBy: integer("decided_by").references(() => staff.id),
    decidedAt: at("decided_at"),
    reason: text("reason"),
    countAtDecision: integer("count_at_decision"),
  },
  (t) => [primaryKey({ columns: [t.broadcastId, t.version] })],
);

/** What happened to a broadcast, who did it and why. */
export const broadcastEntries = pgTable(
  "broadcast_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    broadcastId: uuid("broadcast_id")
      .notNull()
      .references(() => broadcasts.id),
    at: at("at").notNull().defaultNow(),
    kind: text("kind", { enum: BROADCAST_ENTRY_KINDS }).notNull(),
    actorId: integer("actor_id").references(() => staff.id),
    version: integer("version"),
    reason: text("reason"),
    /** Counts and the like; never what a resident wrote. */
    detail: jsonb("detail"),
  },
  (t) => [index("broadcast_entries_of").on(t.broadcastId, t.id)],
);

const bigintArray = customType<{ data: number[]; driverData: string[] | string }>({
  dataType: () => "bigint[]",
  toDriver: (ids) => `{${ids.join(",")}}`,
  fromDriver: (value) => (Array.isArray(value) ? value : value.slice(1, -1).split(",")).map(Number),
});

/**
 * At most 500 recipients of one wording, frozen with the key under which LINE takes them once. Neither `friendIds` nor
 * `retryKey` ever changes: the same key with other recipients is undefined at LINE.
 */
export const broadcastBatches = pgTable(
  "broadcast_batches",
  {
    broadcastId: uuid("broadcast_id")
      .notNull()
      .references(() => broadcasts.id),
    n: integer("n").notNull(),
    /** A place in SPOKEN: the wording these residents get. */
    spoken: smallint("spoken").notNull(),
    friendIds: bigintArray("friend_ids").notNull(),
    size: integer("size").notNull(),
    retryKey: uuid("retry_key").notNull().unique(),
    /** 0 emergency, 1 routine: the order in which batches are taken. */
    lane: smallint("lane").notNull(),
    state: text("state", { enum: BATCH_STATES }).notNull().default("pending"),
    attempts: integer("attempts").notNull().default(0),
    firstAttemptAt: at("first_attempt_at"),
    nextAttemptAt: at("next_attempt_at"),
    leaseOwner: text("lease_owner"),
    leaseUntil: at("lease_until"),
    /** An attempt ended without an answer. */
    mayHaveArrived: boolean("may_have_arrived").notNull().default(false),
    httpStatus: integer("http_status"),
    lineRequestId: text("line_request_id"),
    lastError: text("last_error"),
    settledAt: at("settled_at"),
    /** The batch this one is a part of, after LINE refused one recipient of it. */
    splitFrom: integer("split_from"),
  },
  (t) => [
    primaryKey({ columns: [t.broadcastId, t.n] }),
    index("broadcast_batches_open")
      .on(t.lane, t.broadcastId, t.n)
      .where(sql`${t.state} in ('pending', 'sending')`),
  ],
);

/** A repeating broadcast: each time makes one of its own, already approved. */
export const broadcastSeries = pgTable("broadcast_series", {
  id: uuid("id").primaryKey(),
  title: text("title").notNull(),
  sectionId: integer("section_id").references(() => sections.id),
  /** Whose approved version is sent each time. */
  templateId: uuid("template_id").notNull(),
  templateVersion: integer("template_version").notNull(),
  /** lib/broadcasts/recurrence.ts */
  recurrence: jsonb("recurrence").notNull(),
  nextAt: at("next_at"),
  endedAt: at("ended_at"),
  endedBy: integer("ended_by").references(() => staff.id),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** Pictures of messages, sized to LINE's rules, served without sign-in under an address nobody can guess. */
export const media = pgTable("media", {
  id: uuid("id").primaryKey(),
  /** Random, in the public address. */
  token: text("token").notNull().unique(),
  kind: text("kind", { enum: ["image", "imagemap", "card"] }).notNull(),
  /** { original, preview, 1040, 700 … } → storage keys. */
  renditions: jsonb("renditions").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  sha256: text("sha256").notNull(),
  altText: text("alt_text").notNull(),
  createdBy: integer("created_by").references(() => staff.id),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** Nightly numbers of LINE for one broadcast, by aggregation unit. `figures` as LINE gave them, nulls and all. */
export const broadcastInsights = pgTable("broadcast_insights", {
  broadcastId: uuid("broadcast_id")
    .primaryKey()
    .references(() => broadcasts.id),
  unit: text("unit").notNull().unique(),
  figures: jsonb("figures"),
  fetchedAt: at("fetched_at"),
  /** The last day that `figures` count, in Tokyo: `2026-11-22`. */
  asOf: text("as_of"),
  /** LINE is asked again then; null: not planned yet. */
  nextAt: at("next_at"),
  /** Nothing changes any more, or we have given up. */
  endedAt: at("ended_at"),
  /** Failed ones since the last answer. */
  attempts: integer("attempts").notNull().default(0),
});

/** The one channel's sending: armed or not, paused or not, its breaker, its rate. One row, `id` 1. */
export const channelState = pgTable("channel_state", {
  id: smallint("id").primaryKey().default(1),
  /** The same token stands in a file outside the database, with the system identifier and the database's OID. */
  armToken: text("arm_token"),
  systemIdentifier: text("system_identifier"),
  databaseOid: text("database_oid"),
  /** Which file that is, as the file system tells: a copy of it is another file. */
  armFileMark: text("arm_file_mark"),
  armedAt: at("armed_at"),
  armedBy: integer("armed_by").references(() => staff.id),
  pausedReason: text("paused_reason"),
  pausedAt: at("paused_at"),
  /** Calls without an answer or with a 5xx in a row, over all workers. */
  breakerFailures: integer("breaker_failures").notNull().default(0),
  breakerFailingSince: at("breaker_failing_since"),
  /** Set while the breaker is open: the next probe may go out then. */
  breakerOpenUntil: at("breaker_open_until"),
  /** LINE tells its numbers 60 times an hour: the next time all workers together may ask. */
  nextInsightAt: at("next_insight_at"),
  /** LINE said 429 a moment ago: half the rate until then. */
  slowUntil: at("slow_until"),
});

/** Calls a second that each worker may begin, as lib/delivery/pace.ts divides them; by the database's clock. */
export const channelShares = pgTable("channel_shares", {
  owner: text("owner").primaryKey(),
  share: integer("share").notNull(),
  was: integer("was").notNull(),
  wasUntil: at("was_until").notNull(),
  until: at("until").notNull(),
});
