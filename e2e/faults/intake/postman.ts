import { setTimeout as sleep } from "node:timers/promises";
import { sandboxCall } from "../../support/house";
import type { Message } from "./resident";

type Entry = { seq: number; endpoint: string; to: string[]; messages: Message[] };

/** What a resident's phone got since they last looked; waits up to `ms` for the first of it. */
export type Mailbox = { take: (ms: number) => Promise<Message[]> };

/**
 * Reads the platform's ledger for everybody: two hundred phones that each ask by themselves would keep a small machine
 * busy with nothing else.
 */
export function openPostman(house: { ports: { sandbox: number } }): {
  mailboxOf: (residentId: string) => Mailbox;
  stop: () => void;
} {
  const waiting = new Map<string, Message[]>();
  const wakers = new Map<string, () => void>();
  let stopped = false;
  const run = async () => {
    let after = 0;
    while (!stopped) {
      const page = await sandboxCall<{ entries: Entry[] }>(house, `/ledger?after=${after}&limit=5000`).catch(
        () => ({ entries: [] }),
      );
      for (const { seq, to, messages } of page.entries) {
        after = seq;
        for (const id of to) {
          waiting.set(id, [...(waiting.get(id) ?? []), ...messages]);
          wakers.get(id)?.();
        }
      }
      await sleep(200);
    }
  };
  void run();
  return {
    mailboxOf: (id) => ({
      async take(ms) {
        if (!waiting.get(id)?.length) {
          const end = new AbortController();
          await Promise.race([
            new Promise<void>((resolve) => wakers.set(id, resolve)),
            sleep(ms, undefined, { signal: end.signal }).catch(() => {}),
          ]);
          end.abort();
          wakers.delete(id);
        }
        const got = waiting.get(id) ?? [];
        waiting.delete(id);
        return got;
      },
    }),
    stop: () => {
      stopped = true;
    },
  };
}
