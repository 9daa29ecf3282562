import pg from "pg";
import { errorFields, log } from "./log";

/** What may be woken. `reports` carries what changed to open consoles; the others only say "look again". */
export const CHANNELS = ["inbox", "outbox", "photos", "delivery", "chatbot", "menus", "reports"] as const;
export type Channel = (typeof CHANNELS)[number];

const GAP_MS = 20;
/** Who only listens would not notice that the other side is gone: it asks this often, and waits this long. */
const WAITS = { askEveryMs: 10_000, answerWithinMs: 5_000 };
const MAX_PAYLOAD_BYTES = 7_000; // PostgreSQL refuses 8,000 and more
const name = (channel: Channel) => `madoguchi_${channel}`;

/**
 * Sends wake-ups after commits, never inside them: NOTIFY in a transaction takes a global lock at commit. At most one
 * a channel every 20 ms; payloads of one gap are joined by a line break. Losing one is harmless: everybody also polls.
 */
export function createWaker(pool: pg.Pool): {
  wake: (channel: Channel, payload?: string) => void;
  flush: () => Promise<void>;
} {
  const waiting = new Map<Channel, Set<string>>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    timer = undefined;
    const batch = [...waiting];
    waiting.clear();
    for (const [channel, payloads] of batch) {
      let joined = [...payloads].filter(Boolean).join("\n");
      if (Buffer.byteLength(joined) > MAX_PAYLOAD_BYTES) joined = "*";
      await pool
        .query("select pg_notify($1, $2)", [name(channel), joined])
        .catch((error) => log.warn({ event: "wake-up.lost", channel, ...errorFields(error) }));
    }
  };

  return {
    wake(channel, payload = "") {
      const payloads = waiting.get(channel) ?? new Set();
      payloads.add(payload);
      waiting.set(channel, payloads);
      if (timer === undefined) timer = setTimeout(flush, GAP_MS);
    },
    flush,
  };
}
export type Waker = ReturnType<typeof createWaker>;

/**
 * Listens on one connection of its own and opens it again whenever it breaks or falls silent. `onWake` gets the lines sent; after a
 * break it is called with `*` for every channel, since wake-ups may have been missed.
 */
export function listen(
  url: string,
  channels: readonly Channel[],
  onWake: (channel: Channel, payloads: string[]) => void,
  waits = WAITS,
): { stop: () => Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let ask: NodeJS.Timeout | undefined;
  let broken = false;

  const again = () => {
    clearInterval(ask);
    client?.removeAllListeners();
    client?.on("error", () => {});
    client?.end().catch(() => {});
    client = undefined;
    broken = true;
    if (!stopped && !retry) {
      retry = setTimeout(() => {
        retry = undefined;
        void open();
      }, 500);
    }
  };
  const open = async () => {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      query_timeout: waits.answerWithinMs,
      keepAlive: true,
      application_name: "madoguchi-listen",
    });
    client = next;
    next.on("error", again);
    next.on("end", again);
    next.on("notification", (message) => {
      const channel = channels.find((c) => name(c) === message.channel);
      if (channel) onWake(channel, (message.payload ?? "").split("\n").filter(Boolean));
    });
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${name(channel)}`);
      if (broken) for (const channel of channels) onWake(channel, ["*"]);
      broken = false;
      clearInterval(ask);
      ask = setInterval(() => {
        next.query("select 1").catch(() => {
          if (client === next) again();
        });
      }, waits.askEveryMs);
    } catch {
      again();
    }
  };
  void open();
  return {
    stop: async () => {
      stopped = true;
      if (retry) clearTimeout(retry);
      clearInterval(ask);
      client?.removeAllListeners();
      await client?.end().catch(() => {});
    },
  };
}
