import { setTimeout as sleep } from "node:timers/promises";
import { sandboxCall } from "../../support/house";
import type { Town } from "./town";

/**
 * How long nothing was accepted although something could be sent: a broadcast under way, the channel free, a worker
 * alive. R3: never more than 30 s (`play`).
 */
export function watchStandstill(house: { ports: { sandbox: number } }, town: Town, isAlive: () => boolean) {
  let busy = true;
  let longestMs = 0;
  const watching = (async () => {
    let since = Date.now();
    let before = -1;
    while (busy) {
      const { ledgerSeq } = await sandboxCall<{ ledgerSeq: number }>(house, "/health").catch(() => ({
        ledgerSeq: before,
      }));
      const [row] = await town
        .query<{ could: boolean }>(
          `select exists (select 1 from broadcasts w join broadcast_batches b on b.broadcast_id = w.id
             where w.state = 'sending' and b.state in ('pending', 'sending'))
           and exists (select 1 from channel_state where paused_at is null) as could`,
        )
        .catch(() => []);
      if (ledgerSeq !== before || !row?.could || !isAlive()) since = Date.now();
      before = ledgerSeq;
      longestMs = Math.max(longestMs, Date.now() - since);
      await sleep(200);
    }
  })();
  return {
    end: async (): Promise<number> => {
      busy = false;
      await watching;
      return longestMs;
    },
  };
}
