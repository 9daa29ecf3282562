import type { StaffCtx } from "@/lib/auth/gate";
import { minutes } from "@/lib/core/time";
import { type LiveEvent, sseFrame } from "@/lib/reports/event";
import { listNewSince } from "@/lib/reports/queries";
import { getHub, type Subscriber } from "../store";

/** A transaction may commit this long after its clock was read: what a browser missed is asked for from before that. */
const OVERLAP_MS = minutes(1);
const MOST_MISSED = 100;
/** A browser that takes nothing for so many events is closed; it comes back and reads again. */
const MOST_UNREAD = 500;

/** What a browser sends as Last-Event-ID: milliseconds, as `send` numbers its events; null for anything else. */
export const readLastSeen = (given: string | null): Date | null =>
  given !== null && /^\d{13}$/.test(given) ? new Date(Number(given)) : null;

/** The stream of one page, beginning with what it missed since `lastSeen`. Null when there are too many pages. */
export async function openFeed(
  ctx: StaffCtx,
  lastSeen: Date | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let leave: (() => void) | null = null;
  const write = (text: string) => {
    try {
      if ((controller?.desiredSize ?? 0) < -MOST_UNREAD) leave?.();
      else controller?.enqueue(encoder.encode(text));
    } catch {
      leave?.();
    }
  };
  const subscriber: Subscriber = {
    actor: ctx.actor,
    send: (event: LiveEvent, id: number) => write(sseFrame(event, id)),
    beat: () => write(": beat\n\n"),
    close: () => {
      try {
        controller?.close();
      } catch {
        // Closed by the browser already.
      }
      controller = undefined;
    },
  };
  const stream = new ReadableStream<Uint8Array>({
    start(c) {
      controller = c;
    },
    cancel() {
      controller = undefined;
      leave?.();
    },
  });
  leave = getHub().subscribe(subscriber);
  if (!leave) return null;
  signal.addEventListener("abort", () => leave?.(), { once: true });
  write(`retry: 1500\nid: ${ctx.now.getTime()}\n\n: welcome\n\n`);
  if (!lastSeen) return stream;
  try {
    await sendMissed(ctx, lastSeen, subscriber);
  } catch (error) {
    leave(); // nobody will ever read this stream
    throw error;
  }
  return stream;
}

async function sendMissed(ctx: StaffCtx, lastSeen: Date, subscriber: Subscriber): Promise<void> {
  const since = new Date(lastSeen.getTime() - OVERLAP_MS);
  const missed = await listNewSince(ctx, { since, limit: MOST_MISSED + 1 });
  const id = ctx.now.getTime();
  if (missed.length > MOST_MISSED) {
    subscriber.send({ kind: "resync" }, id);
    return;
  }
  for (const { number, created } of missed)
    subscriber.send({ kind: created ? "created" : "changed", number }, id);
}
