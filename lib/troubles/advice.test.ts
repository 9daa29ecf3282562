import { expect, it } from "vitest";
import { type Advice, adviceFor } from "./advice";

type Message = Parameters<typeof adviceFor>[0];
it.each<[Message["kind"], Message["state"], string | null, boolean, Advice]>([
  ["mail", "failed", "smtp-550", true, "check-mailbox"],
  ["mail", "failed", "smtp-421", true, "check-mail-server"],
  ["mail", "failed", "smtp-auth", true, "check-mail-server"],
  ["mail", "failed", null, true, "check-mail-server"],
  ["mail", "failed", "bad-address", true, "tell-section"],
  ["mail", "failed", "report-gone", false, "nothing-to-do"],
  ["push", "unknown", "silent-timeout", true, "look-at-report"],
  ["push", "failed", "refused-by-line", true, "write-again"],
  ["reply", "unknown", "token-too-old-to-tell", true, "look-at-report"],
  ["reply", "unknown", "token-too-old-to-tell", false, "wait-for-resident"],
  ["reply", "failed", "refused-by-line", false, "wait-for-resident"],
])("%s %s %s (about a report: %s): %s", (kind, state, error, aboutReport, advice) =>
  expect(adviceFor({ kind, state, error, aboutReport })).toBe(advice),
);
