import type { CaseRows } from "./rows";

/** Some things go wrong in any city: a message nobody can vouch for, one that LINE refused, mails that bounced. */
export function troubleSome(cases: CaseRows[]): void {
  const recent = cases.slice(-120).flatMap((c) => c.outbox);
  const pushes = recent.filter((row) => row.kind === "push");
  const [unknown, failed] = [pushes.at(-3), pushes.at(-9)];
  if (unknown)
    Object.assign(unknown, {
      state: "unknown",
      sentAt: null,
      httpStatus: null,
      lastError: "silent-timeout",
      mayHaveArrived: true,
    });
  if (failed)
    Object.assign(failed, { state: "failed", sentAt: null, httpStatus: 400, lastError: "refused-by-line" });
  const mails = recent.filter((row) => row.kind === "mail");
  for (const [row, error] of [
    [mails.at(-5), "smtp-550"],
    [mails.at(-28), "smtp-552"],
  ] as const) {
    if (row) Object.assign(row, { state: "failed", sentAt: null, attempts: 1, lastError: error });
  }
}
