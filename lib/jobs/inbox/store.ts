import type { Db } from "@/db";
import { systemContext } from "@/lib/core/context";
import { errorFields, log, shortId } from "@/lib/core/log";
import { claimLanes, extendLanes, releaseLane } from "@/lib/inbox/commands";
import { type Aftermath, type InboxTools, processEvent } from "@/lib/inbox/jobs";
import { listDueEvents } from "@/lib/inbox/queries";

/** Events of one resident taken in one go, before others get their turn. */
const RUN_LENGTH = 20;

/**
 * Works the inbox with up to `slots` residents at once, each resident's events one after the other, replies included,
 * so that they arrive in order.
 */
export function createInbox(options: {
  db: Db;
  tools: InboxTools;
  slots: number;
  /** What follows an event's commit: send its reply, wake the others. */
  after: (aftermath: Aftermath) => Promise<void>;
  /** A slot came free: look for more at once. */
  onFree: () => void;
}): { work: () => Promise<number>; drain: () => Promise<void> } {
  const { db, tools } = options;
  const active = new Map<string, Promise<void>>();
  const ctx = () => systemContext(db, "inbox");

  let extending = false;
  const beat = setInterval(() => {
    if (extending) return;
    extending = true;
    extendLanes(ctx(), { owner: tools.owner, lanes: [...active.keys()], leaseMs: tools.leaseMs })
      .catch((error) => log.warn({ event: "inbox.lease-not-extended", ...errorFields(error) }))
      .finally(() => {
        extending = false;
      });
  }, tools.leaseMs / 4);
  beat.unref();

  const workLane = async (lane: string) => {
    try {
      const events = await listDueEvents(ctx(), { lanes: [lane], limit: RUN_LENGTH });
      for (const event of events) {
        const aftermath = await processEvent(db, tools, event);
        if (aftermath === null) {
          log.warn({ event: "inbox.lane-lost", lane: shortId(lane) });
          return;
        }
        await options.after(aftermath);
      }
      await releaseLane(ctx(), { owner: tools.owner, lane });
    } catch (error) {
      // The lease runs out by itself and another worker goes on.
      log.error({ event: "inbox.lane-failed", lane: shortId(lane), ...errorFields(error) });
    } finally {
      active.delete(lane);
      options.onFree();
    }
  };

  return {
    async work() {
      const free = options.slots - active.size;
      if (free <= 0) return 0;
      const lanes = await claimLanes(ctx(), { owner: tools.owner, leaseMs: tools.leaseMs, limit: free });
      for (const lane of lanes) active.set(lane, workLane(lane));
      return lanes.length;
    },
    async drain() {
      clearInterval(beat);
      await Promise.all(active.values());
    },
  };
}
