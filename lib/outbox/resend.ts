import type { OutboxKind, OutboxState } from "@/db/enums";

/** Words of lib/notifications/jobs.ts for mails that would fail again whatever anybody mends. */
const HOPELESS: readonly string[] = ["bad-address", "bad-payload", "report-gone"];

type Row = { kind: OutboxKind; state: OutboxState; error: string | null };
export type ResendVerdict = { ok: true } | { ok: false; reason: "not-mail" | "not-failed" | "hopeless" };

/**
 * May a person have this message sent again as it is? Only a mail that surely failed: it keeps its Message-ID, so that
 * a mailbox knows it again. Of a message to a resident LINE may have taken the first one; they are written to anew from
 * the case.
 */
export function canResend({ kind, state, error }: Row): ResendVerdict {
  if (kind !== "mail") return { ok: false, reason: "not-mail" };
  if (state !== "failed") return { ok: false, reason: "not-failed" };
  return error !== null && HOPELESS.includes(error) ? { ok: false, reason: "hopeless" } : { ok: true };
}
