import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";

/** A worker that was silent this long counts as stopped; staff see it within the minute. */
export const WORKER_SILENT_MS = 30_000;

export type Health = {
  database: "ok";
  worker: { state: "ok" | "stopped"; lastBeatAt: Date | null };
  outbox: { oldestUnsentSeconds: number };
  inbox: { pending: number; parked: number };
};

/** What /api/health and the console's banner tell. Counts only, cheap ones. */
export async function getHealth(ctx: Ctx): Promise<Health> {
  const { rows } = await ctx.db.execute<{
    beat: string | null;
    silent_ms: string | null;
    unsent: string | null;
    pending: string;
    parked: string;
  }>(sql`select
    (select max(beat_at) from worker_beats) as beat,
    (select extract(epoch from now() - max(beat_at)) * 1000 from worker_beats) as silent_ms,
    (select extract(epoch from now() - min(next_attempt_at)) from outbox where state in ('pending', 'attempting')) as unsent,
    (select count(*) from (select 1 from line_events where state = 'pending' limit 10000) p) as pending,
    (select count(*) from (select 1 from line_events where state = 'parked' limit 1000) p) as parked`);
  const row = rows[0];
  const silent = row?.silent_ms == null ? Number.POSITIVE_INFINITY : Number(row.silent_ms);
  return {
    database: "ok",
    worker: {
      state: silent <= WORKER_SILENT_MS ? "ok" : "stopped",
      lastBeatAt: row?.beat ? new Date(row.beat) : null,
    },
    outbox: { oldestUnsentSeconds: Math.max(0, Math.round(Number(row?.unsent ?? 0))) },
    inbox: { pending: Number(row?.pending ?? 0), parked: Number(row?.parked ?? 0) },
  };
}
