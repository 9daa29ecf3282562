import type { Ctx } from "@/lib/core/context";
import { errorFields, log } from "@/lib/core/log";
import { minutes } from "@/lib/core/time";
import { claimRemovals, dropRemovals } from "./commands";
import type { Storage } from "./gateway";

/** Removes files nothing names any more. Returns how many went; what the storage refuses is tried again. */
export async function removeDueFiles(ctx: Ctx, storage: Storage): Promise<number> {
  const gone: string[] = [];
  for (const key of await claimRemovals(ctx, { limit: 50, retryMs: minutes(5) })) {
    try {
      await storage.remove(key);
      gone.push(key);
    } catch (error) {
      log.error({ event: "storage.not-removed", ...errorFields(error) });
    }
  }
  await dropRemovals(ctx, { keys: gone });
  return gone.length;
}
