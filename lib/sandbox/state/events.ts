import type { Journal } from "../journal";
import type { WebhookEvent } from "../records";

export type StoredEvent = {
  event: WebhookEvent;
  i: number | null;
  held: boolean;
  attempts: number;
  settled: null | "delivered" | "gave-up";
};

/** Payloads of settled events kept for a redelivery on request. */
const SETTLED_KEPT = 10_000;

export type Events = {
  find(id: string): StoredEvent | undefined;
  /** Not yet settled, in order of appearance. */
  open(): StoredEvent[];
  counts(): { open: number; held: number };
  gaveUp(): StoredEvent[];
};

export function createEvents(journal: Journal): Events {
  const open = new Map<string, StoredEvent>();
  const settled = new Map<string, StoredEvent>();
  let held = 0;
  const hold = (stored: StoredEvent, value: boolean): void => {
    if (stored.held === value) return;
    stored.held = value;
    held += value ? 1 : -1;
  };

  journal.on("event", ({ event, i, held: wanted }) => {
    const stored: StoredEvent = { event, i, held: false, attempts: 0, settled: null };
    open.set(event.webhookEventId, stored);
    hold(stored, wanted);
  });
  journal.on("released", ({ ids }) => {
    for (const id of ids) {
      const stored = open.get(id);
      if (stored) hold(stored, false);
    }
  });
  journal.on("attempt", ({ ids, fresh }) => {
    for (const id of ids) {
      const stored = open.get(id) ?? settled.get(id);
      if (stored && fresh) stored.attempts += 1;
    }
  });
  journal.on("settled", ({ ids, delivered }) => {
    for (const id of ids) {
      const stored = open.get(id) ?? settled.get(id);
      if (!stored) continue;
      hold(stored, false);
      stored.settled = delivered ? "delivered" : "gave-up";
      open.delete(id);
      settled.set(id, stored);
    }
    for (const id of settled.keys()) {
      if (settled.size <= SETTLED_KEPT) break;
      settled.delete(id);
    }
  });

  return {
    find: (id) => open.get(id) ?? settled.get(id),
    open: () => [...open.values()],
    counts: () => ({ open: open.size, held }),
    gaveUp: () => [...settled.values()].filter((stored) => stored.settled === "gave-up"),
  };
}
