import type { lineEvents } from "@/db/schema";
import { idFrom } from "@/lib/core/id";
import { minutes } from "@/lib/core/time";
import type { CaseRows, Town } from "./rows";

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

/** What stopped while the database was away for a moment, and one that nobody had foreseen. */
const STOPPED = [
  {
    minutesAgo: 212,
    error: "DrizzleQueryError",
    said: { message: { type: "text", text: "直してくれてありがとう" } },
  },
  { minutesAgo: 211, error: "DrizzleQueryError", said: { message: { type: "text", text: "市民レポート" } } },
  { minutesAgo: 211, error: "DrizzleQueryError", said: { message: { type: "image" } } },
  {
    minutesAgo: 74,
    error: "TypeError",
    said: { message: { type: "sticker", packageId: "446", stickerId: "1988" } },
  },
] as const;

/** Events that failed five times and wait on /troubles. Processed again they are like any others: nothing is amiss now. */
export function parkedEvents(
  seed: string,
  residents: Town["residents"],
  now: Date,
): (typeof lineEvents.$inferInsert)[] {
  return STOPPED.flatMap(({ minutesAgo, error, said }, i) => {
    const resident = residents[i * 7 + 3];
    if (!resident) return [];
    const at = new Date(now.getTime() - minutes(minutesAgo) - i * 1_300);
    const id = idFrom(`parked:${seed}:${i}`);
    return {
      webhookEventId: id,
      lineUserId: resident.lineUserId,
      type: "message",
      payload: JSON.stringify({
        type: "message",
        mode: "active",
        timestamp: at.getTime(),
        webhookEventId: id,
        deliveryContext: { isRedelivery: false },
        source: { type: "user", userId: resident.lineUserId },
        replyToken: id.replaceAll("-", ""),
        message: { id: String(510_000_000_000_000 + i), ...said.message },
      }),
      occurredAt: at,
      receivedAt: at,
      state: "parked" as const,
      attempts: 5,
      nextAttemptAt: at,
      lastError: error,
    };
  });
}
