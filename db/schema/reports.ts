import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ACTOR_KINDS,
  AREA_SOURCES,
  ENTRY_KINDS,
  ENTRY_VISIBILITIES,
  PHOTO_STATES,
  REPORT_SOURCES,
  REPORT_STATUSES,
} from "../enums";
import { areas, sections } from "./city";
import { friends } from "./friends";
import { staff } from "./staff";

/** One answer of the resident as staff read it. `display` is Japanese text ready to show. */
export type ReportAnswer = { stepId: string; label: string; display: string };

export const reports = pgTable(
  "reports",
  {
    id: uuid("id").primaryKey(),
    /** R8-000123: 令和 fiscal year of receipt (April), then a running number. Gaps are allowed. */
    number: text("number").notNull().unique(),
    source: text("source", { enum: REPORT_SOURCES }).notNull(),
    /** The conversation's id for LINE reports: submitting twice makes one report. */
    sourceKey: text("source_key").notNull().unique(),
    friendId: bigint("friend_id", { mode: "number" }).references(() => friends.id),
    scenarioKey: text("scenario_key"),
    scenarioVersion: integer("scenario_version"),
    categoryKey: text("category_key").notNull(),
    subcategoryKey: text("subcategory_key"),
    answers: jsonb("answers").$type<ReportAnswer[]>().notNull(),
    /** The resident's own words, joined; may be empty. */
    body: text("body").notNull().default(""),
    lat: doublePrecision("lat"),
    lng: doublePrecision("lng"),
    /** Web Mercator cell at zoom 22 (0 … 2^22-1), for clusters: shift right for a coarser zoom. Null without a point. */
    cellX: integer("cell_x"),
    cellY: integer("cell_y"),
    address: text("address"),
    areaId: integer("area_id").references(() => areas.id),
    areaSource: text("area_source", { enum: AREA_SOURCES }),
    /** When it was seen, as the resident said it: an instant if known, and always the words. */
    seenAt: timestamp("seen_at", { withTimezone: true }),
    seenText: text("seen_text"),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    status: text("status", { enum: REPORT_STATUSES }).notNull().default("received"),
    statusAt: timestamp("status_at", { withTimezone: true }).notNull(),
    /** When staff first did something with it; kept by a trigger on report_entries. */
    firstLookAt: timestamp("first_look_at", { withTimezone: true }),
    sectionId: integer("section_id").references(() => sections.id),
    assigneeId: integer("assignee_id").references(() => staff.id),
    priority: text("priority", { enum: ["normal", "high"] })
      .notNull()
      .default("normal"),
    dueAt: timestamp("due_at", { withTimezone: true }),
    duplicateOfId: uuid("duplicate_of_id").references((): AnyPgColumn => reports.id),
    photoCount: integer("photo_count").notNull().default(0),
    /** Optimistic lock: a save names the revision it saw. */
    revision: integer("revision").notNull().default(1),
    /** Lower-cased NFKC of number, category, address, body and answers, for the text filter. */
    searchText: text("search_text").notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("reports_received").on(t.receivedAt, t.id),
    index("reports_status_received").on(t.status, t.receivedAt, t.id),
    index("reports_section_received").on(t.sectionId, t.receivedAt, t.id),
    index("reports_cells").on(t.cellX, t.cellY),
    index("reports_friend").on(t.friendId),
    index("reports_updated").on(t.updatedAt, t.id),
    index("reports_number").on(sql`length(${t.number})`, t.number, t.id),
    index("reports_duplicates").on(t.duplicateOfId).where(sql`${t.duplicateOfId} is not null`),
    index("reports_no_point").on(t.receivedAt).where(sql`${t.lat} is null`),
  ],
);

/** The timeline. Append only, but for `body` of an entry whose words the resident unsent. */
export const reportEntries = pgTable(
  "report_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    at: timestamp("at", { withTimezone: true }).notNull(),
    kind: text("kind", { enum: ENTRY_KINDS }).notNull(),
    visibility: text("visibility", { enum: ENTRY_VISIBILITIES }).notNull(),
    actorKind: text("actor_kind", { enum: ACTOR_KINDS }).notNull(),
    actorId: integer("actor_id").references(() => staff.id),
    fromStatus: text("from_status", { enum: REPORT_STATUSES }),
    toStatus: text("to_status", { enum: REPORT_STATUSES }),
    body: text("body").notNull().default(""),
    /** The outbox row that carries this entry to the resident, when there is one. */
    outboxId: uuid("outbox_id"),
    /** Why the resident was not told of a status change, when staff chose 知らせない. */
    silentReason: text("silent_reason"),
    /** Made by the form that asked for it: a double click or a repeated request adds no second entry. */
    requestKey: text("request_key").unique(),
  },
  (t) => [index("report_entries_report").on(t.reportId, t.at, t.id)],
);

export const reportPhotos = pgTable(
  "report_photos",
  {
    id: uuid("id").primaryKey(),
    conversationId: text("conversation_id"),
    reportId: uuid("report_id").references(() => reports.id),
    lineMessageId: text("line_message_id").unique(),
    /** near / far / plate …, from the scenario's step. */
    label: text("label"),
    position: integer("position").notNull().default(0),
    state: text("state", { enum: PHOTO_STATES }).notNull().default("waiting"),
    /** Why it was refused or failed: a word from lib/photos/verdict.ts. */
    reason: text("reason"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: timestamp("next_attempt_at", { withTimezone: true }).notNull().defaultNow(),
    leaseOwner: text("lease_owner"),
    leaseUntil: timestamp("lease_until", { withTimezone: true }),
    /** Keys in the storage gateway: the two renditions. */
    fullKey: text("full_key"),
    thumbKey: text("thumb_key"),
    width: integer("width"),
    height: integer("height"),
    bytes: integer("bytes"),
    contentHash: text("content_hash"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    fetchedAt: timestamp("fetched_at", { withTimezone: true }),
    /** A resident unsent it, or staff hid it. */
    hidden: boolean("hidden").notNull().default(false),
  },
  (t) => [
    index("report_photos_report").on(t.reportId, t.position),
    index("report_photos_conversation").on(t.conversationId),
    index("report_photos_waiting").on(t.nextAttemptAt).where(sql`${t.state} = 'waiting'`),
  ],
);

export const reportNumbers = pgTable("report_numbers", {
  fiscalYear: integer("fiscal_year").primaryKey(),
  last: integer("last").notNull(),
});
