import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";

/** A worker that was silent this long counts as stopped; staff see it within the minute. */
export const WORKER_SILENT_MS = 30_000;

export type Health = {
  database: "ok";
  worker: { state: "ok" | "stopped"; lastBeatAt: Date | null };
  outbox: { oldestUnsentSeconds: number };
};

/** What /api/health and the console's banner tell. Cheap, and no counts: everybody may read it. */
export async function getHealth(ctx: Ctx): Promise<Health> {
  const { rows } = await ctx.db.execute<{
    beat: string | null;
    silent_ms: string | null;
    unsent: string | null;
  }>(sql`select
    (select max(beat_at) from worker_beats) as beat,
    (select extract(epoch from now() - max(beat_at)) * 1000 from worker_beats) as silent_ms,
    (select extract(epoch from now() - min(next_attempt_at)) from outbox where state in ('pending', 'attempting')
      and priority = 0) as unsent`);
  const row = rows[0];
  const silent = row?.silent_ms == null ? Number.POSITIVE_INFINITY : Number(row.silent_ms);
  return {
    database: "ok",
    worker: {
      state: silent <= WORKER_SILENT_MS ? "ok" : "stopped",
      lastBeatAt: row?.beat ? new Date(row.beat) : null,
    },
    outbox: { oldestUnsentSeconds: Math.max(0, Math.round(Number(row?.unsent ?? 0))) },
  };
}
