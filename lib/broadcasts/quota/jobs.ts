import { sql } from "drizzle-orm";
import { settings } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import type { LineGateway } from "@/lib/line/gateway";
import { isQuotaOld, type Quota } from "../quota";
import { findQuota, getQuotaFacts, QUOTA_KEY } from "./queries";

/**
 * Asks LINE for the month's quota when what is known is old, or `atOnce`, and keeps the answer. LINE does not tell: what
 * was known stays, with its time. Answers whether it was kept.
 */
export async function keepQuota(
  ctx: Ctx,
  input: { line: Pick<LineGateway, "quota">; atOnce: boolean },
): Promise<boolean> {
  const facts = await getQuotaFacts(ctx);
  if (!input.atOnce && !isQuotaOld(await findQuota(ctx), { now: ctx.now, ...facts })) return false;
  // The figures are those of the moment we began to ask: what LINE takes meanwhile is counted as taken since.
  const told = await input.line.quota();
  if (told === null) {
    log.warn({ event: "quota.not-told" });
    return false;
  }
  const value: Quota = { ...told, fetchedAt: ctx.now.toISOString() };
  const kept = await ctx.db
    .insert(settings)
    .values({ key: QUOTA_KEY, value, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: settings.key,
      set: { value, updatedAt: ctx.now },
      // Two workers asked at the same time: the newer figures stay.
      setWhere: sql`${settings.updatedAt} <= ${ctx.now.toISOString()}::timestamptz`,
    })
    .returning({ key: settings.key });
  return kept.length === 1;
}
