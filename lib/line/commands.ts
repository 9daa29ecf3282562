import { validateSignature } from "@line/bot-sdk";
import type pg from "pg";
import { errorFields, log } from "@/lib/core/log";
import type { Waker } from "@/lib/core/wake-up";
import { type IncomingEvent, parseWebhookBody } from "./events";

/** LINE gives up after 2 s: an answer later than this is as good as none. */
const ANSWER_WITHIN_MS = 1_400;

const COLUMNS = 6;
/** LINE sends a handful of events a request; each count up to this has a statement of its own, prepared by name. */
const MOST_PREPARED = 25;

/**
 * A multi-row INSERT for so many events. Plain parameters, not arrays: escaping arrays costs more than the INSERT. An
 * event whose time cannot be believed gets the time of receipt.
 */
function insertStatement(count: number): { name?: string; text: string } {
  const rows = Array.from({ length: count }, (_, i) => {
    const [id, user, type, payload, redelivered, at] = Array.from(
      { length: COLUMNS },
      (_, c) => `$${i * COLUMNS + c + 1}`,
    );
    return `(${id}, ${user}, ${type}, ${payload}, ${redelivered}::boolean, coalesce(to_timestamp(${at}::double precision / 1000), now()))`;
  });
  const text = `insert into line_events (webhook_event_id, line_user_id, type, payload, is_redelivery, occurred_at) values ${rows.join(", ")} on conflict do nothing`;
  return count <= MOST_PREPARED ? { name: `record-${count}-line-events`, text } : { text };
}
const statements = new Map<number, ReturnType<typeof insertStatement>>();

/** PostgreSQL takes 65,535 parameters a statement; a request of LINE's is far below. */
const MOST_A_STATEMENT = 10_000;

/** Stores events, each once, in one INSERT: the cost of a webhook is the commit, not the number of its events. */
export async function recordEvents(pool: pg.Pool, events: IncomingEvent[]): Promise<void> {
  const now = events.slice(0, MOST_A_STATEMENT);
  const statement = statements.get(now.length) ?? insertStatement(now.length);
  if (statement.name) statements.set(now.length, statement);
  await pool.query({
    ...statement,
    values: now.flatMap((e) => [
      e.webhookEventId,
      e.lineUserId,
      e.type,
      e.payload,
      e.isRedelivery,
      e.occurredAt,
    ]),
  });
  if (events.length > MOST_A_STATEMENT) await recordEvents(pool, events.slice(MOST_A_STATEMENT));
}

export type WebhookAnswer = { status: 200 | 400 | 401 | 413 | 503; message: string };

/**
 * LINE's webhook, whole: signature over the raw bytes, one INSERT, 200 only after it is committed. Used by the route
 * handler and by the intake program alike. `body` null means it was larger than 2 MB.
 */
export async function receiveWebhook(
  deps: { pool: pg.Pool; channelSecret: string; waker: Waker },
  request: { body: Buffer | null; signature: string | null },
): Promise<WebhookAnswer> {
  if (request.body === null) return { status: 413, message: "The request body is larger than 2 MB" };
  if (!request.signature || !validateSignature(request.body, deps.channelSecret, request.signature)) {
    log.warn({ event: "webhook.signature-refused", signed: request.signature !== null });
    return { status: 401, message: "The signature is missing or wrong" };
  }
  const events = parseWebhookBody(request.body.toString("utf8"));
  if (events === null) return { status: 400, message: "The body is not a webhook" };
  if (events.length === 0) return { status: 200, message: "ok" }; // LINE's verify button

  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, ANSWER_WITHIN_MS, "late");
  });
  try {
    // An INSERT that commits after the 503 does no harm: LINE sends the events again and they are known by their ids.
    const outcome = await Promise.race([
      recordEvents(deps.pool, events).then(() => "kept" as const),
      tooLate,
    ]);
    if (outcome === "kept") {
      deps.waker.wake("inbox");
      return { status: 200, message: "ok" };
    }
    log.error({ event: "webhook.database-late", events: events.length });
  } catch (error) {
    log.error({ event: "webhook.not-stored", events: events.length, ...errorFields(error) });
  } finally {
    clearTimeout(timer);
  }
  return { status: 503, message: "The events were not stored; send them again" };
}
