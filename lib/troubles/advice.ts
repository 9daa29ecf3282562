import type { OutboxKind } from "@/db/enums";

/** What a person can do about a message that did not arrive; the words are in components/troubles/labels.ts. */
export type Advice =
  | "check-mailbox"
  | "check-mail-server"
  | "tell-section"
  | "nothing-to-do"
  | "look-at-report"
  | "write-again"
  | "wait-for-resident";

type Message = {
  kind: OutboxKind;
  state: "unknown" | "failed";
  error: string | null;
  aboutReport: boolean;
};

export function adviceFor({ kind, state, error, aboutReport }: Message): Advice {
  if (kind === "mail") {
    if (error === "report-gone") return "nothing-to-do";
    if (error === "bad-address" || error === "bad-payload") return "tell-section";
    // 5xx is the mailbox's own refusal; the rest is between us and our mail server.
    return error !== null && /^smtp-5\d\d$/.test(error) ? "check-mailbox" : "check-mail-server";
  }
  // A turn of the talk: nothing of the case hangs on it, and the resident's next message shows the step again.
  if (!aboutReport) return "wait-for-resident";
  return state === "unknown" ? "look-at-report" : "write-again";
}
