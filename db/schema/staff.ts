import { bigint, index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { ACTOR_KINDS, ROLES } from "../enums";
import { sections } from "./city";

export const staff = pgTable("staff", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  /** NFKC, lower case: a Japanese keyboard types ＠ by default. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  /** argon2id; null until the person has set one by a one-time link. */
  passwordHash: text("password_hash"),
  disabledAt: timestamp("disabled_at", { withTimezone: true }),
  lastSignInAt: timestamp("last_sign_in_at", { withTimezone: true }),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

/** A role a person holds, in one section or (null) in all. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    role: text("role", { enum: ROLES }).notNull(),
    sectionId: integer("section_id").references(() => sections.id),
  },
  (t) => [unique("staff_roles_one").on(t.staffId, t.role, t.sectionId).nullsNotDistinct()],
);

/** `tokenHash` is SHA-256 of the 256-bit token inside the JWT. Asked on every request. */
export const staffSessions = pgTable(
  "staff_sessions",
  {
    id: uuid("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    seenAt: timestamp("seen_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    endedReason: text("ended_reason"),
    /** When the person last typed their password in this session: asked again before accounts are changed. */
    passwordAt: timestamp("password_at", { withTimezone: true }),
    userAgent: text("user_agent"),
  },
  (t) => [index("staff_sessions_staff").on(t.staffId)],
);

/** One-time links: first administrator, invitation, new password. */
export const staffLinks = pgTable("staff_links", {
  tokenHash: text("token_hash").primaryKey(),
  staffId: integer("staff_id")
    .notNull()
    .references(() => staff.id),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  usedAt: timestamp("used_at", { withTimezone: true }),
});

/** Failed sign-ins per key (account or address, hashed). One row a key. */
export const signInThrottles = pgTable("sign_in_throttles", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  windowStartedAt: timestamp("window_started_at", { withTimezone: true }).notNull(),
  blockedUntil: timestamp("blocked_until", { withTimezone: true }),
});

/**
 * Who did what to what. Ids and field names only, never values, so that erasing a person's data stays possible.
 * Insert-only for the application's role.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    actorKind: text("actor_kind", { enum: ACTOR_KINDS }).notNull(),
    actorId: integer("actor_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    fields: text("fields").array().notNull().default([]),
  },
  (t) => [
    index("audit_entries_at").on(t.at),
    index("audit_entries_subject").on(t.subjectKind, t.subjectId),
    index("audit_entries_actor").on(t.actorId, t.at),
  ],
);

/** The chain over committed entries, written by one sealer within 5 s. Insert-only. */
export const auditSeals = pgTable("audit_seals", {
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  entryId: bigint("entry_id", { mode: "number" }).notNull().unique(),
  previousHash: text("previous_hash").notNull(),
  hash: text("hash").notNull(),
  sealedAt: timestamp("sealed_at", { withTimezone: true }).notNull().defaultNow(),
});
