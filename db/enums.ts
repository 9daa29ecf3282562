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

export const ACTOR_KINDS = ["staff", "friend", "system", "public"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
