import type { Clock } from "../clock";
import type { Journal } from "../journal";
import type { Config, ReleaseHeld, WebhookDelivery, WebhookOptions } from "../protocol";
import { seededRandom, shuffled } from "../random";
import type { WebhookEvent } from "../records";
import type { Events, StoredEvent } from "../state/events";
import type { Register } from "../state/register";
import { createErrorStatistics, createHistory, type History } from "./history";
import type { Outbound } from "./outbound";
import { escapeUnicode } from "./signature";

/** Events that go, and are tried again, together. */
type Batch = { events: StoredEvent[]; attempt: number; redelivery: boolean; duplicate: boolean };

export type Deliverer = {
  submit(event: WebhookEvent, i: number | null, options: WebhookOptions): void;
  release(what: ReleaseHeld): number;
  redeliver(ids: string[] | undefined): number;
  /** Takes up what was open when the process ended. */
  resume(): void;
  /** True once nothing is waiting or in flight, false at the timeout. */
  idle(timeoutMs: number): Promise<boolean>;
  history: History<WebhookDelivery>;
  errors: ReturnType<typeof createErrorStatistics>;
  stop(): void;
};

type Parts = {
  journal: Journal;
  clock: Clock;
  config: Config;
  events: Events;
  register: Register;
  outbound: Outbound;
  destination: string;
};

export function createDeliverer({
  journal,
  clock,
  config,
  events,
  register,
  outbound,
  destination,
}: Parts): Deliverer {
  const history = createHistory<WebhookDelivery>();
  const errors = createErrorStatistics();
  const timers = new Set<NodeJS.Timeout>();
  const queue: Batch[] = [];
  let collected: StoredEvent[] = [];
  let inFlight = 0;
  let sentBatches = 0;
  let stopped = false;

  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!stopped) run();
    }, ms);
    timers.add(timer);
  };
  const enqueue = (batch: Batch): void => {
    queue.push(batch);
    pump();
  };
  const inBatches = (stored: StoredEvent[], size: number): StoredEvent[][] =>
    Array.from({ length: Math.ceil(stored.length / size) }, (_, n) => stored.slice(n * size, (n + 1) * size));

  const collect = (stored: StoredEvent): void => {
    collected.push(stored);
    if (collected.length > 1) return;
    later(config.batchWindowMs, () => {
      const due = collected;
      collected = [];
      for (const part of inBatches(due, config.maxBatchEvents)) {
        enqueue({ events: part, attempt: 1, redelivery: false, duplicate: false });
      }
    });
  };

  const bodyOf = (batch: Batch): string => {
    const json = JSON.stringify({
      destination,
      events: batch.events.map(({ event }) =>
        batch.redelivery ? { ...event, deliveryContext: { isRedelivery: true } } : event,
      ),
    });
    sentBatches += 1;
    const escaped =
      config.escapeUnicode === "always" || (config.escapeUnicode === "sometimes" && sentBatches % 3 === 0);
    return escaped ? escapeUnicode(json) : json;
  };
  const settle = (batch: Batch, delivered: boolean): void => {
    const ids = batch.events
      .filter(({ settled }) => settled !== "delivered")
      .map(({ event }) => event.webhookEventId);
    if (ids.length > 0) journal.commit("settled", { ids, delivered });
  };

  async function send(batch: Batch): Promise<void> {
    const url = config.webhookActive ? config.webhookUrl : null;
    const ids = batch.events.map(({ event }) => event.webhookEventId);
    const at = clock.wall();
    const body = bodyOf(batch);
    if (url !== null) journal.commit("attempt", { ids, at, fresh: !batch.duplicate });
    const outcome =
      url === null
        ? { status: 0, reason: "no_endpoint", detail: "", ms: 0 }
        : await outbound.post(url, body, config.webhookTimeoutMs);
    if (stopped) return;
    history.add({
      at,
      url,
      events: batch.events.map(({ event, i }) => ({
        eventId: event.webhookEventId,
        type: event.type,
        residentId: i === null ? null : register.idOf(i),
      })),
      redelivery: batch.redelivery,
      duplicate: batch.duplicate,
      attempt: batch.attempt,
      status: outcome.status,
      reason: outcome.reason,
      ms: outcome.ms,
      bytes: Buffer.byteLength(body),
    });
    if (outcome.reason === "ok") settle(batch, true);
    else failed(batch, url !== null, { at, reason: outcome.reason }, outcome.detail);
  }

  const failed = (
    batch: Batch,
    hasEndpoint: boolean,
    delivery: { at: number; reason: string },
    detail: string,
  ): void => {
    if (hasEndpoint) errors.add(delivery, detail);
    if (batch.duplicate) return;
    const pauseMs = config.redeliveryDelaysMs[batch.attempt - 1];
    if (!hasEndpoint || !config.redelivery || pauseMs === undefined) settle(batch, false);
    else later(pauseMs, () => enqueue({ ...batch, attempt: batch.attempt + 1, redelivery: true }));
  };

  const pump = (): void => {
    while (!stopped && inFlight < config.webhookConcurrency) {
      const batch = queue.shift();
      if (!batch) return;
      inFlight += 1;
      void send(batch).finally(() => {
        inFlight -= 1;
        pump();
      });
    }
  };
  const isIdle = (): boolean =>
    inFlight === 0 &&
    queue.length === 0 &&
    events.counts().open === events.counts().held &&
    timers.size === 0;

  return {
    history,
    errors,
    submit(event, i, options) {
      journal.commit("event", { event, i, held: options.hold === true });
      const stored = events.find(event.webhookEventId);
      if (!stored || options.hold === true) return;
      const go = (): void => {
        collect(stored);
        for (let copy = 0; copy < (options.duplicate ?? 0); copy += 1) {
          later(config.batchWindowMs, () =>
            enqueue({ events: [stored], attempt: 1, redelivery: false, duplicate: true }),
          );
        }
      };
      if (options.delayMs) later(options.delayMs, go);
      else go();
    },
    release({ shuffle, batchSize, residents }) {
      const only = residents ? new Set(residents.map((id) => register.numberOf(id))) : null;
      const held = events
        .open()
        .filter((stored) => stored.held && (only === null || only.has(stored.i ?? -1)));
      if (held.length === 0) return 0;
      journal.commit("released", { ids: held.map(({ event }) => event.webhookEventId) });
      const order = shuffle === undefined ? held : shuffled(held, seededRandom(shuffle));
      for (const part of inBatches(order, Math.min(batchSize ?? 100, 100))) {
        enqueue({ events: part, attempt: 1, redelivery: false, duplicate: false });
      }
      return held.length;
    },
    redeliver(ids) {
      const wanted = ids ? ids.flatMap((id) => events.find(id) ?? []) : events.gaveUp();
      for (const part of inBatches(wanted, config.maxBatchEvents)) {
        enqueue({ events: part, attempt: 1, redelivery: true, duplicate: false });
      }
      return wanted.length;
    },
    resume() {
      const open = events.open().filter((stored) => !stored.held);
      // Told apart before the first one goes out: sending counts as an attempt.
      const parts = [false, true].map((again) => ({
        again,
        part: open.filter((stored) => stored.attempts > 0 === again),
      }));
      for (const { again, part } of parts) {
        for (const batch of inBatches(part, config.maxBatchEvents)) {
          enqueue({ events: batch, attempt: 1, redelivery: again, duplicate: false });
        }
      }
    },
    async idle(timeoutMs) {
      const until = Date.now() + timeoutMs;
      while (!isIdle() && Date.now() < until && !stopped)
        await new Promise((resolve) => setTimeout(resolve, 15));
      return isIdle();
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
