import { and, asc, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import { broadcasts, friendChanges, friendSlabs } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { RECEIVED, receivedKey } from "./slab";

/** How many changes wait to be set as bits, counted as far as `atMost`. */
export async function countChanges(ctx: Ctx, atMost: number): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: string }>(
    sql`select count(*) as n from (select 1 from ${friendChanges} limit ${atMost}) as counted`,
  );
  return Number(rows[0]?.n ?? 0);
}

/** Broadcasts that are over and reached somebody, whose bits are not set. */
export async function listUnsetBroadcasts(ctx: Ctx): Promise<string[]> {
  const isSet = ctx.db
    .select({ one: sql`1` })
    .from(friendSlabs)
    .where(sql`${friendSlabs.key} = ${RECEIVED} || ${broadcasts.id}`);
  const rows = await ctx.db
    .select({ id: broadcasts.id })
    .from(broadcasts)
    .where(and(isNotNull(broadcasts.finishedAt), isNotNull(broadcasts.firstAcceptedAt), notExists(isSet)))
    .orderBy(asc(broadcasts.finishedAt));
  return rows.map(({ id }) => id);
}

/** Those of these broadcasts whose bits are set. */
export async function listSetBroadcasts(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .selectDistinct({ key: friendSlabs.key })
    .from(friendSlabs)
    .where(inArray(friendSlabs.key, ids.map(receivedKey)));
  return new Set(rows.map(({ key }) => key.slice(RECEIVED.length)));
}
