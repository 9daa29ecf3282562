/**
 * Why staff leave an event unprocessed. A closed list: the word goes into the audit entry, which must never hold
 * anything of a person.
 */
export const DISMISSAL_REASONS = ["handled", "outdated", "trial", "unsupported"] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/**
 * May this kind of event be left unprocessed? Not an unsend: the resident took words back, and LINE asks to honour
 * that (Messaging API, unsend event).
 */
export const canDismiss = (type: string): boolean => type !== "unsend";
