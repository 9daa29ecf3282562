import { and, asc, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import { broadcasts, friendChanges, friendSlabs, friends } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { ageKey, genderKey, interestKey, RECEIVED, receivedKey } from "./slab";
import { type Fact, factCount, plainFactCount } from "./sql";

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

/** Above this many changes their rows cost more than all rows together save. */
export const FEW_CHANGES = 20_000;

export type Chosen = {
  interests: Map<number, number>;
  ageBands: Map<number, number>;
  genders: Map<number, number>;
};

/** How many of all friends chose each of these, whether a message reaches them now or not. */
export async function countChosen(
  ctx: Ctx,
  args: { interests: readonly number[]; ageBands: readonly number[]; genders: readonly number[] },
): Promise<Chosen> {
  const facts: Fact[] = [
    ...args.interests.map((bit) => ({
      key: interestKey(bit),
      row: sql`(${friends.interests} >> ${sql.raw(String(bit))}) & 1 = 1`,
    })),
    ...args.ageBands.map((code) => ({ key: ageKey(code), row: sql`${friends.ageBand} = ${code}::int` })),
    ...args.genders.map((code) => ({ key: genderKey(code), row: sql`${friends.gender} = ${code}::int` })),
  ];
  if (facts.length === 0) return { interests: new Map(), ageBands: new Map(), genders: new Map() };
  const isQuick = (await countChanges(ctx, FEW_CHANGES)) < FEW_CHANGES;
  const { rows } = await ctx.db.execute<{ key: string; n: string }>(
    isQuick ? factCount(facts) : plainFactCount(facts),
  );
  const of = (key: string) =>
    rows.filter((row) => row.key === key).reduce((sum, row) => sum + Number(row.n), 0);
  const each = (numbers: readonly number[], keyOf: (n: number) => string) =>
    new Map(numbers.map((n) => [n, of(keyOf(n))]));
  return {
    interests: each(args.interests, interestKey),
    ageBands: each(args.ageBands, ageKey),
    genders: each(args.genders, genderKey),
  };
}
