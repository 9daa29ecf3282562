import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Db } from "@/db";
import { SPOKEN } from "@/db/enums";
import { broadcastBatches, broadcasts, friends, reports, segments } from "@/db/schema";
import { idFrom } from "@/lib/core/id";
import { makeStaff } from "@/lib/reports/testing/city";
import type { Facts } from "../match";
import type { Leaf, Rule } from "../rule";

export const NOW = new Date("2026-11-22T14:40:00Z");
export const AREAS = [0, -1, 1, 2, 3, 2_147_483_647];
export const CODES = [0, 1, 2, 3, 9, 32_767];
export const BITS = [0, 1, 2, 31, 32, 33, 58, 59];
export const SENT = [idFrom("sent 1"), idFrom("sent 2")];
export const NAMED = [idFrom("segment 1"), idFrom("segment 2"), idFrom("segment 3")];
/** Midnights in Tokyo, and the instants on either side. */
const DAYS = ["2024-02-29", "2025-12-31", "2026-01-01", "2026-11-21", "2026-11-22"];
const edges = (day: string) => [-1, 0, 1].map((ms) => new Date(Date.parse(`${day}T00:00:00+09:00`) + ms));
const moment = fc.constantFrom(...DAYS.flatMap(edges), new Date("2019-05-01T00:00:00Z"), NOW);

const some = <T>(from: readonly T[]) => fc.subarray([...from], { minLength: 1 });
const leaf = (named: readonly string[]): fc.Arbitrary<Leaf> =>
  fc.oneof(
    fc.record({ op: fc.constant("age_band" as const), codes: some(CODES) }),
    fc.record({ op: fc.constant("gender" as const), codes: some(CODES) }),
    fc.record({ op: fc.constant("area" as const), ids: some(AREAS) }),
    fc.record({
      op: fc.constant("interests" as const),
      bits: some(BITS),
      match: fc.constantFrom("any" as const, "all" as const),
    }),
    fc.record({ op: fc.constant("spoken" as const), spoken: some(SPOKEN) }),
    fc.tuple(fc.option(fc.constantFrom(...DAYS)), fc.option(fc.constantFrom(...DAYS))).map(([a, b]) => ({
      op: "friend_since" as const,
      from: a !== null && b !== null && a > b ? b : a,
      until: a !== null && b !== null && a > b ? a : b,
    })),
    fc.constant({ op: "answered" as const }),
    fc.record({ op: fc.constant("reported" as const), withinDays: fc.constantFrom(null, 0, 1, 30, 36_500) }),
    fc.record({
      op: fc.constant("received" as const),
      broadcastId: fc.constantFrom(...SENT, idFrom("never")),
    }),
    ...(named.length > 0
      ? [fc.record({ op: fc.constant("segment" as const), segmentId: fc.constantFrom(...named) })]
      : []),
  );

/** Any rule, empty groups, `not` of everything and all. `named`: the segments it may use. */
export const anyRule = (named: readonly string[] = NAMED): fc.Arbitrary<Rule> =>
  fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { depthSize: "medium", maxDepth: 4 },
      leaf(named),
      fc.record({
        op: fc.constantFrom("all" as const, "any" as const),
        rules: fc.array(tie("rule"), { maxLength: 4 }),
      }),
      fc.record({ op: fc.constant("not" as const), rule: tie("rule") }),
    ) as fc.Arbitrary<Rule>,
  })).rule;

/** Each segment may use those before it. */
export const anyNamed: fc.Arbitrary<Map<string, Rule>> = fc
  .tuple(...NAMED.map((_, place) => anyRule(NAMED.slice(0, place))))
  .map((rules) => new Map(NAMED.map((id, place) => [id, { ...(rules[place] as Rule) }])));

export type Someone = Facts & {
  state: "following" | "blocked" | "unknown";
  stopped: boolean;
  followKnown: boolean;
};

export const anybody: fc.Arbitrary<Someone> = fc.record({
  ageBand: fc.constantFrom(...CODES),
  gender: fc.constantFrom(...CODES),
  areaId: fc.constantFrom(...AREAS),
  interests: fc.subarray(BITS).map((bits) => bits.reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n)),
  spoken: fc.constantFrom(...SPOKEN),
  friendSince: moment,
  followKnown: fc.boolean(),
  answered: fc.boolean(),
  reportedAt: fc.array(moment, { maxLength: 2 }),
  received: fc.subarray(SENT).map((ids) => new Set(ids)),
  state: fc.constantFrom("following", "following", "following", "blocked", "unknown"),
  stopped: fc.boolean(),
});

/** Puts exactly these people into the database, in the place of all before; their ids in order. */
export async function populate(db: Db, people: readonly Someone[]): Promise<number[]> {
  await db.execute(
    sql`truncate friends, reports, broadcast_batches, broadcasts, segments restart identity cascade`,
  );
  const ids: number[] = [];
  for (const [n, one] of people.entries()) {
    const [row] = await db
      .insert(friends)
      .values({
        lineUserId: `U${String(n).padStart(32, "0")}`,
        state: one.state,
        stoppedAt: one.stopped ? NOW : null,
        ageBand: one.ageBand,
        gender: one.gender,
        areaId: one.areaId,
        interests: one.interests,
        spoken: SPOKEN.indexOf(one.spoken),
        followedAt: one.followKnown ? one.friendSince : null,
        createdAt: one.followKnown ? new Date("2020-06-01T00:00:00Z") : one.friendSince,
        answeredAt: one.answered ? NOW : null,
      })
      .returning({ id: friends.id });
    if (row) ids.push(row.id);
  }
  await reportsOf(db, people, ids);
  await batchesOf(db, people, ids);
  return ids;
}

async function reportsOf(db: Db, people: readonly Someone[], ids: number[]): Promise<void> {
  const values = people.flatMap((one, n) =>
    one.reportedAt.map((receivedAt, k) => ({
      id: idFrom(`report ${n} ${k}`),
      number: `R8-${n}-${k}`,
      source: "line" as const,
      sourceKey: `${n} ${k}`,
      friendId: ids[n] ?? null,
      categoryKey: "road",
      answers: [],
      receivedAt,
      statusAt: receivedAt,
      searchText: "",
    })),
  );
  // Reports by telephone belong to no friend: `not reported` must not trip over the null.
  const phoned = { ...values[0], source: "phone" as const, friendId: null };
  await db.insert(reports).values([
    ...values,
    {
      ...phoned,
      id: idFrom("report by telephone"),
      number: "R8-0",
      sourceKey: "telephone",
      categoryKey: "road",
      answers: [],
      receivedAt: NOW,
      statusAt: NOW,
      searchText: "",
    },
  ]);
}

/** One accepted batch and one that failed for everybody else, for each broadcast. */
async function batchesOf(db: Db, people: readonly Someone[], ids: number[]): Promise<void> {
  const { actor } = await makeStaff(db, "佐藤", [{ role: "administrator", sectionId: null }], NOW);
  for (const id of SENT) {
    await db.insert(broadcasts).values({
      id,
      kind: "routine",
      title: "t",
      authorId: actor.staffId,
      content: {},
      rule: {},
      schedule: {},
    });
    const held = ids.filter((_, n) => people[n]?.received.has(id));
    const rest = ids.filter((friendId) => !held.includes(friendId));
    const batch = (n: number, friendIds: number[], state: "accepted" | "failed") => ({
      broadcastId: id,
      n,
      spoken: 0,
      friendIds,
      size: friendIds.length,
      retryKey: idFrom(`${id} ${n}`),
      lane: 1,
      state,
    });
    await db.insert(broadcastBatches).values([batch(1, held, "accepted"), batch(2, rest, "failed")]);
  }
}

export async function nameRules(db: Db, named: ReadonlyMap<string, Rule>): Promise<void> {
  await db.delete(segments);
  await db.insert(segments).values([...named].map(([id, rule]) => ({ id, name: id, rule })));
}
