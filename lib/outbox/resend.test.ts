import { expect, it } from "vitest";
import type { OutboxKind, OutboxState } from "@/db/enums";
import { canResend } from "./resend";

it.each<[OutboxKind, OutboxState, string | null, string]>([
  ["mail", "failed", "smtp-550", "yes"],
  ["mail", "failed", null, "yes"],
  ["mail", "failed", "bad-address", "hopeless"],
  ["mail", "failed", "report-gone", "hopeless"],
  ["mail", "pending", "smtp-421", "not-failed"],
  ["mail", "attempting", null, "not-failed"],
  ["mail", "sent", null, "not-failed"],
  ["mail", "unknown", "silent-timeout", "not-failed"],
  ["push", "failed", "refused-by-line", "not-mail"],
  ["push", "unknown", "silent-timeout", "not-mail"],
  ["reply", "failed", "refused-by-line", "not-mail"],
  ["reply", "unknown", "token-too-old-to-tell", "not-mail"],
])("a %s that is %s (%s) may be sent again: %s", (kind, state, error, expected) => {
  const verdict = canResend({ kind, state, error });
  expect(verdict.ok ? "yes" : verdict.reason).toBe(expected);
});
