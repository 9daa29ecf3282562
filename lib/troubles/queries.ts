import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { outbox, reports } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { countParkedEvents } from "@/lib/inbox/queries";
import { canResend } from "@/lib/outbox/resend";
import { viewerOf } from "@/lib/reports/scope";
import { whereVisible } from "@/lib/reports/sql";
import { adviceFor } from "./advice";
import type { TroubleCounts, UndeliveredMessage } from "./view";

const isUndelivered = inArray(outbox.state, ["unknown", "failed"]);

export async function countTroubles(ctx: Ctx): Promise<TroubleCounts> {
  const [parked, states] = await Promise.all([
    countParkedEvents(ctx),
    ctx.db
      .select({ state: outbox.state, n: count() })
      .from(outbox)
      .where(isUndelivered)
      .groupBy(outbox.state),
  ]);
  const of = (state: string) => states.find((row) => row.state === state)?.n ?? 0;
  return { parked, unknown: of("unknown"), failed: of("failed") };
}

/** Newest first. `after`: the id of the last one of the page before, whatever became of that one meanwhile. */
export async function listUndelivered(
  ctx: Ctx,
  args: { limit: number; after?: string | null },
): Promise<UndeliveredMessage[]> {
  const place = sql`(${outbox.createdAt}, ${outbox.id})`;
  const before = sql`(select o.created_at, o.id from outbox o where o.id = ${args.after})`;
  const rows = await ctx.db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      state: outbox.state,
      at: outbox.createdAt,
      error: outbox.lastError,
      mailTo: outbox.mailTo,
      reportId: outbox.reportId,
      reportNumber: reports.number,
    })
    .from(outbox)
    .leftJoin(reports, and(eq(reports.id, outbox.reportId), whereVisible(viewerOf(ctx))))
    .where(and(isUndelivered, args.after ? sql`${place} < ${before}` : undefined))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(args.limit);
  return rows.flatMap(({ reportId, ...row }): UndeliveredMessage[] => {
    if (row.state !== "unknown" && row.state !== "failed") return [];
    const message = { ...row, state: row.state, aboutReport: reportId !== null };
    return [{ ...message, advice: adviceFor(message), mayResend: canResend(row).ok }];
  });
}
