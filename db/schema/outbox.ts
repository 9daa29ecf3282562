import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { OUTBOX_KINDS, OUTBOX_STATES } from "../enums";
import { friends } from "./friends";

/**
 * Messages to one resident or one mailbox, written in the transaction that causes them. `payload` is JSON text:
 * LINE messages for reply and push, a mail's parts (lib/notifications/mail.ts) for mail.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind", { enum: OUTBOX_KINDS }).notNull(),
    /** Same cause, same key: the second insert does nothing. */
    dedupeKey: text("dedupe_key").notNull().unique(),
    friendId: bigint("friend_id", { mode: "number" }).references(() => friends.id),
    lineUserId: text("line_user_id"),
    mailTo: text("mail_to"),
    reportId: uuid("report_id"),
    payload: text("payload").notNull(),
    /** Reply only. */
    replyToken: text("reply_token"),
    tokenReceivedAt: timestamp("token_received_at", { withTimezone: true }),
    /** Push only: X-Line-Retry-Key, fixed before the first attempt. */
    retryKey: uuid("retry_key"),
    /** 0: somebody waits for it. 1: one of very many that were due at the same minute; it lets the others pass. */
    priority: smallint("priority").notNull().default(0),
    /** After this it would say something that is no longer true: it is cancelled instead of sent. */
    sendBefore: timestamp("send_before", { withTimezone: true }),
    state: text("state", { enum: OUTBOX_STATES }).notNull().default("pending"),
    attempts: integer("attempts").notNull().default(0),
    /** An earlier attempt ended without an answer: the message may have arrived. */
    mayHaveArrived: boolean("may_have_arrived").notNull().default(false),
    firstAttemptAt: timestamp("first_attempt_at", { withTimezone: true }),
    nextAttemptAt: timestamp("next_attempt_at", { withTimezone: true }).notNull().defaultNow(),
    leaseOwner: text("lease_owner"),
    leaseUntil: timestamp("lease_until", { withTimezone: true }),
    httpStatus: integer("http_status"),
    lineRequestId: text("line_request_id"),
    /** Short English word for the log and the console's label table, never the message's text. */
    lastError: text("last_error"),
    sentAt: timestamp("sent_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("outbox_due").on(t.priority, t.nextAttemptAt).where(sql`${t.state} in ('pending', 'attempting')`),
    index("outbox_report").on(t.reportId),
    index("outbox_trouble").on(t.createdAt).where(sql`${t.state} in ('unknown', 'failed')`),
  ],
);

export const workerBeats = pgTable("worker_beats", {
  workerId: text("worker_id").primaryKey(),
  startedAt: timestamp("started_at", { withTimezone: true }).notNull(),
  beatAt: timestamp("beat_at", { withTimezone: true }).notNull(),
});
