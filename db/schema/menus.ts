import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { MENU_JOB_KINDS, MENU_JOB_STATES, MENU_MODES, VERSION_STATES } from "../enums";
import { staff } from "./staff";

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * The rich menus of a mode, as data (lib/menus/plan.ts). A mode has at most one `live` and one `draft` version; a
 * published one never changes again.
 */
export const menuVersions = pgTable(
  "menu_versions",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    mode: text("mode", { enum: MENU_MODES }).notNull(),
    /** Counts up within a mode, from 1. */
    number: integer("number").notNull(),
    state: text("state", { enum: VERSION_STATES }).notNull().default("draft"),
    content: jsonb("content").notNull(),
    /** Guards two people at once while it is a draft. */
    revision: integer("revision").notNull().default(1),
    /** Null: came with the city's content. */
    createdBy: integer("created_by").references(() => staff.id),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    publishedBy: integer("published_by").references(() => staff.id),
    publishedAt: at("published_at"),
  },
  (t) => [
    unique("menu_versions_number").on(t.mode, t.number),
    uniqueIndex("menu_versions_one_live").on(t.mode).where(sql`${t.state} = 'live'`),
    uniqueIndex("menu_versions_one_draft").on(t.mode).where(sql`${t.state} = 'draft'`),
  ],
);

/** The one row: which mode is wanted, who works on LINE now, and what LINE itself last said. */
export const menuState = pgTable("menu_state", {
  id: integer("id").primaryKey(),
  mode: text("mode", { enum: MENU_MODES }).notNull().default("normal"),
  switchedAt: at("switched_at"),
  switchedBy: integer("switched_by").references(() => staff.id),
  /** One worker at a time changes LINE's menus. */
  leaseOwner: text("lease_owner"),
  leaseUntil: at("lease_until"),
  /** lib/menus/seen.ts: what LINE answered; null: never asked. */
  seen: jsonb("seen"),
  seenAt: at("seen_at"),
  /** Why LINE could not be asked the last time; null: it could. */
  seenError: text("seen_error"),
});

/** What has to be done at LINE, written in the transaction of its cause and worked by one worker at a time. */
export const menuJobs = pgTable(
  "menu_jobs",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: MENU_JOB_KINDS }).notNull(),
    /** Publish: whose menus changed. Switch: the mode it turned to. Null: both. */
    mode: text("mode", { enum: MENU_MODES }),
    versionId: integer("version_id").references(() => menuVersions.id),
    state: text("state", { enum: MENU_JOB_STATES }).notNull().default("pending"),
    /** The step under way, in a short English word. */
    step: text("step"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: at("next_attempt_at").notNull().defaultNow(),
    /** Residents who had opened a tab were given back the common menu. */
    releasedAt: at("released_at"),
    lastError: text("last_error"),
    askedBy: integer("asked_by").references(() => staff.id),
    askedAt: at("asked_at").notNull().defaultNow(),
    /** Everybody sees what was asked for; null: not yet. The rest (uploads, deletions) may take longer. */
    shownAt: at("shown_at"),
    finishedAt: at("finished_at"),
  },
  (t) => [index("menu_jobs_open").on(t.nextAttemptAt).where(sql`${t.state} in ('pending', 'running')`)],
);
