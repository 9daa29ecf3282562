/** Stored vocabularies. Plain data: client code may import this file. */

export const REPORT_STATUSES = [
  "received",
  "checking",
  "working",
  "done",
  "not_needed",
  "referred",
  "duplicate",
] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const REPORT_SOURCES = ["line", "phone", "counter", "mail"] as const;
export type ReportSource = (typeof REPORT_SOURCES)[number];

/** How a report's area was found, strongest first. `staff` means a person placed it. */
export const AREA_SOURCES = ["staff", "address", "polygon", "outline"] as const;
export type AreaSource = (typeof AREA_SOURCES)[number];

export const ENTRY_KINDS = [
  "submitted",
  "amended",
  "status",
  "assigned",
  "placed",
  "priority",
  "note",
  "message",
  "photo",
  "unsent",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_VISIBILITIES = ["public", "internal"] as const;
export type EntryVisibility = (typeof ENTRY_VISIBILITIES)[number];

/** `waiting` photos are still to be fetched from LINE (写真取得待ち). */
export const PHOTO_STATES = ["waiting", "ready", "refused", "failed", "deleted"] as const;
export type PhotoState = (typeof PHOTO_STATES)[number];

/** `parked` events failed too often and wait for a person; `skipped` are kinds we keep but do not handle. */
export const EVENT_STATES = ["pending", "done", "skipped", "parked"] as const;

export const CONVERSATION_STATES = ["open", "submitted", "cancelled", "stopped", "expired"] as const;

export const OUTBOX_KINDS = ["reply", "push", "mail"] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

/**
 * `attempting` is committed before the call; `unknown` means LINE's answer was lost and cannot be had any more:
 * it is shown to staff and never sent again by itself.
 */
export const OUTBOX_STATES = ["pending", "attempting", "sent", "unknown", "failed", "cancelled"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export const ROLES = ["administrator", "triage", "section", "author", "approver", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const FRIEND_STATES = ["following", "blocked", "unknown"] as const;

/** What is known of a friend's coming and going. `met`: they wrote to us, and no follow event of theirs is known. */
export const FRIEND_MOVES = ["follow", "block", "met"] as const;

export const ACTOR_KINDS = ["staff", "friend", "system", "public"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** What a resident may be asked, beside interests and area. */
export const TRAITS = ["age_band", "gender"] as const;
export type Trait = (typeof TRAITS)[number];

/** The questions of 受信設定. */
export const QUESTION_KEYS = ["age_band", "gender", "area", "interests", "language"] as const;
export type QuestionKey = (typeof QUESTION_KEYS)[number];

/** Languages residents are written to; stored as their place in this list. */
export const SPOKEN = ["ja", "easy", "en", "zh", "ko"] as const;
export type Spoken = (typeof SPOKEN)[number];

/**
 * `draft` → `submitted` → `approved` → `scheduled` → `held` → `sending` → `sent`. `returned` is a draft that came back.
 * `paused` waits for a person or for LINE; `stopped` was ended by a person; `partly_failed` has batches that failed or
 * are unknown; `late` was found more than 15 minutes after its time; `cancelled` never sent anything.
 */
export const BROADCAST_STATES = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "scheduled",
  "late",
  "held",
  "sending",
  "paused",
  "sent",
  "partly_failed",
  "stopped",
  "cancelled",
] as const;
export type BroadcastState = (typeof BROADCAST_STATES)[number];

/** A drill reaches registered staff only, by the query and not by the screen. */
export const BROADCAST_KINDS = ["routine", "emergency", "drill"] as const;
export type BroadcastKind = (typeof BROADCAST_KINDS)[number];

export const CORRECTION_KINDS = ["correction", "withdrawal"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/**
 * `sending` is committed before the call. `unknown`: LINE's answer was lost for so long that the retry key is too old to
 * be tried again. `split`: LINE refused a recipient; the halves are batches of their own. `skipped`: stopped before.
 */
export const BATCH_STATES = [
  "pending",
  "sending",
  "accepted",
  "failed",
  "unknown",
  "split",
  "skipped",
] as const;

export const BROADCAST_ENTRY_KINDS = [
  "created",
  "submitted",
  "withdrawn",
  "returned",
  "approved",
  "approval_owed",
  "approved_after",
  "objected_after",
  "scheduled",
  "unscheduled",
  "late",
  "held",
  "grown",
  "short",
  "altered",
  "undone",
  "released",
  "paused",
  "resumed",
  "stopped",
  "finished",
  "corrected",
  "tested",
  "cancelled",
] as const;
export type BroadcastEntryKind = (typeof BROADCAST_ENTRY_KINDS)[number];

/** What the bot knows is published book by book: keywords and FAQ, the garbage dictionary, the collection calendar. */
export const BOOKS = ["faq", "garbage", "calendar"] as const;
export type Book = (typeof BOOKS)[number];

/** A published version is `live` until the next one takes its place. */
export const VERSION_STATES = ["draft", "live", "retired"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** In the order in which they are asked. */
export const BOT_ENTRY_KINDS = ["keyword", "garbage", "faq"] as const;
export type BotEntryKind = (typeof BOT_ENTRY_KINDS)[number];

/**
 * `answered`: one entry was sure. `asked_back`: several were meant, the resident chose or was asked to. `not_found`: an
 * honest 「見つかりません」, with the nearest ones as buttons. `command`: a fixed word such as 「明日のごみ」.
 */
export const BOT_OUTCOMES = ["answered", "asked_back", "not_found", "command"] as const;
export type BotOutcome = (typeof BOT_OUTCOMES)[number];

/** `settled`: turned into a synonym or an entry. `left`: a person decided that nothing is to be done. */
export const BOT_MISS_STATES = ["open", "settled", "left"] as const;
export type BotMissState = (typeof BOT_MISS_STATES)[number];

export const REMINDER_DAYS = ["eve", "morning"] as const;
export type ReminderDay = (typeof REMINDER_DAYS)[number];

/** Which of the two rich menus everybody sees: 平常時 or 災害時. */
export const MENU_MODES = ["normal", "disaster"] as const;
export type MenuMode = (typeof MENU_MODES)[number];

/** `publish`: new menus take the place of old ones. `switch`: the other mode's are shown. `repair`: LINE differs from what is wanted. */
export const MENU_JOB_KINDS = ["publish", "switch", "repair"] as const;
export type MenuJobKind = (typeof MENU_JOB_KINDS)[number];

/** `superseded`: a newer one came before it was done, and did its work too. `failed` waits for a person. */
export const MENU_JOB_STATES = ["pending", "running", "done", "failed", "superseded"] as const;
export type MenuJobState = (typeof MENU_JOB_STATES)[number];
