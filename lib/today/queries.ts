import { count, desc, eq, inArray } from "drizzle-orm";
import { lineEvents, outbox, reports } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { Trouble, TroubleRow } from "./view";

const TROUBLE_STATES = ["unknown", "failed"] as const;

/** What the machine could not deliver or could not read, and the newest of it. */
export async function listTrouble(ctx: Ctx, args: { limit: number }): Promise<Trouble> {
  const [states, [parked], rows] = await Promise.all([
    ctx.db
      .select({ state: outbox.state, n: count() })
      .from(outbox)
      .where(inArray(outbox.state, [...TROUBLE_STATES]))
      .groupBy(outbox.state),
    ctx.db.select({ n: count() }).from(lineEvents).where(eq(lineEvents.state, "parked")),
    ctx.db
      .select({
        id: outbox.id,
        kind: outbox.kind,
        state: outbox.state,
        at: outbox.createdAt,
        reportNumber: reports.number,
        error: outbox.lastError,
      })
      .from(outbox)
      .leftJoin(reports, eq(reports.id, outbox.reportId))
      .where(inArray(outbox.state, [...TROUBLE_STATES]))
      .orderBy(desc(outbox.createdAt))
      .limit(args.limit),
  ]);
  const of = (state: string) => states.find((row) => row.state === state)?.n ?? 0;
  return {
    unknown: of("unknown"),
    failed: of("failed"),
    parked: parked?.n ?? 0,
    rows: rows.flatMap((row): TroubleRow[] =>
      row.state === "unknown" || row.state === "failed" ? [{ ...row, state: row.state }] : [],
    ),
  };
}
