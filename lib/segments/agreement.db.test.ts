import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { SPOKEN } from "@/db/enums";
import { broadcasts, friendChanges, friends, staffFriends } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { makeStaff } from "@/lib/reports/testing/city";
import { matchRule } from "./match";
import { inlineNamed } from "./named";
import { countAudience } from "./queries";
import { EVERYONE, type Rule } from "./rule";
import { widenRule } from "./simplify";
import { setReceived, setSlabs } from "./slabs/commands";
import { audienceSelect, audienceWhere } from "./sql";
import {
  anybody,
  anyNamed,
  anyRule,
  NAMED,
  NOW,
  nameRules,
  populate,
  SENT,
  type Someone,
} from "./testing/world";

const base = testDatabase();
const ctx = () => systemContext(base.db, "test", NOW);
let people: Someone[];
let ids: number[];

const matching = async (rule: Rule, named: ReadonlyMap<string, Rule>) => {
  const { rows } = await base.db.execute<{ id: string }>(
    sql`select id from friends where ${audienceWhere(rule, named, NOW)} order by id`,
  );
  return rows.map((row) => Number(row.id));
};
const matchedInMemory = (rule: Rule, named: ReadonlyMap<string, Rule>) =>
  ids.filter((_, n) => matchRule(rule, people[n] as Someone, named, NOW));
const reachable = (n: number) => people[n]?.state === "following" && !people[n]?.stopped;

/** Ten people answer anew, and nobody sets their bits. */
async function changeSome(): Promise<void> {
  const others = fc.sample(anybody, { numRuns: 10, seed: 41 });
  for (const [n, one] of others.entries()) {
    const place = n * 31;
    people[place] = { ...(people[place] as Someone), ...answersOf(one) };
    await base.db
      .update(friends)
      .set({ ...answersOf(one), spoken: SPOKEN.indexOf(one.spoken), stoppedAt: one.stopped ? NOW : null })
      .where(eq(friends.id, ids[place] ?? 0));
  }
}
/** The broadcasts are over: whom they reached is known by bits from then on. */
async function finishAll(): Promise<void> {
  await base.db.update(broadcasts).set({ firstAcceptedAt: NOW, finishedAt: NOW });
  expect(await setReceived(ctx())).toBe(SENT.length);
  expect(await setReceived(ctx())).toBe(0);
  await base.db.execute(sql`insert into friend_changes (friend_id) values (${ids[7]}), (${ids[8]})`);
}
const answersOf = ({ state, stopped, spoken, ageBand, gender, areaId, interests }: Someone) => ({
  state,
  stopped,
  spoken,
  ageBand,
  gender,
  areaId,
  interests,
});

beforeAll(async () => {
  people = fc.sample(anybody, { numRuns: 400, seed: 3 });
  ids = await populate(base.db, people);
});

describe("memory and SQL", () => {
  it("agree on every friend for every rule, and a rule and its opposite divide everybody in two", async () => {
    await fc.assert(
      fc.asyncProperty(anyRule(), anyNamed, async (rule, named) => {
        const meant = await matching(rule, named);
        expect(meant).toEqual(matchedInMemory(rule, named));
        const others = await matching({ op: "not", rule }, named);
        expect([...meant, ...others].sort((a, b) => a - b)).toEqual(ids);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it.each([
    ["everyone", EVERYONE, 400],
    ["nobody", { op: "any", rules: [] }, 0],
    ["not everyone", { op: "not", rule: EVERYONE }, 0],
    ["not not everyone", { op: "not", rule: { op: "not", rule: EVERYONE } }, 400],
  ] satisfies [string, Rule, number][])("%s", async (_, rule, n) => {
    expect(await matching(rule, new Map())).toHaveLength(n);
    expect(matchedInMemory(rule, new Map())).toHaveLength(n);
  });
});

describe("the count", () => {
  it.each([
    ["from the rows of people who all changed", async () => {}],
    ["from the bits of people of whom none changed", () => setSlabs(ctx(), 1)],
    ["from bits, and rows of those who changed since", () => changeSome()],
    ["from bits of whom a broadcast reached, too", () => finishAll()],
  ])(
    "%s equals the list that is frozen, by language, and tells who is left out and why",
    async (_, prepare) => {
      await prepare();
      await fc.assert(
        fc.asyncProperty(anyRule(), anyNamed, async (rule, named) => {
          await nameRules(base.db, named);
          const count = await countAudience(ctx(), { rule, kind: "routine" });
          const { rows } = await base.db.execute<{ id: string; spoken: number }>(
            audienceSelect(rule, named, "routine", NOW),
          );
          expect(count.total).toBe(rows.length);
          expect(Object.values(count.bySpoken).reduce((a, b) => a + b, 0)).toBe(count.total);
          const meant = people.filter((_, n) => matchRule(rule, people[n] as Someone, named, NOW));
          expect(count.total).toBe(meant.filter((one) => one.state === "following" && !one.stopped).length);
          expect(count.bySpoken.zh).toBe(
            meant.filter((one) => one.state === "following" && !one.stopped && one.spoken === "zh").length,
          );
          const wider = widenRule(inlineNamed(rule, named));
          const wide = (one: Someone) => matchRule(wider, one, new Map(), NOW);
          expect(count.leftOut).toEqual({
            blocked: meant.filter((one) => one.state === "blocked").length,
            stopped: meant.filter((one) => one.state === "following" && one.stopped).length,
            unknown: meant.filter((one) => one.state === "unknown").length,
            unanswered: people.filter((one, n) => reachable(n) && !meant.includes(one) && wide(one)).length,
          });
        }),
        { numRuns: 100, seed: 5 },
      );
    },
  );

  it("notes a change in its own transaction, and nothing that no rule asks about", async () => {
    await setSlabs(ctx(), 1);
    const waiting = () => base.db.select().from(friendChanges);
    expect(await waiting()).toEqual([]);
    const one = eq(friends.id, ids[5] ?? 0);
    await base.db.update(friends).set({ language: "fr", stateAt: NOW }).where(one);
    expect(await waiting()).toEqual([]);
    const undone = base.db.transaction(async (tx) => {
      await tx.update(friends).set({ ageBand: 77 }).where(one);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await waiting()).toEqual([]);
    const before = await countAudience(ctx(), { rule: { op: "age_band", codes: [77] }, kind: "routine" });
    await base.db.update(friends).set({ ageBand: 77, state: "following", stoppedAt: null }).where(one);
    expect(await waiting()).toMatchObject([{ friendId: ids[5] }]);
    const after = await countAudience(ctx(), { rule: { op: "age_band", codes: [77] }, kind: "routine" });
    expect([before.total, after.total]).toEqual([0, 1]);
  });

  it("of a drill holds registered staff only, whatever the rule says", async () => {
    const { actor } = await makeStaff(base.db, "訓練", [{ role: "author", sectionId: null }], NOW);
    const bound = ids.filter((_, n) => reachable(n)).slice(0, 3);
    const blocked = ids.filter((_, n) => people[n]?.state === "blocked").slice(0, 1);
    await base.db
      .insert(staffFriends)
      .values([...bound, ...blocked].map((friendId) => ({ friendId, staffId: actor.staffId })));
    const { rows } = await base.db.execute<{ id: string }>(audienceSelect(EVERYONE, new Map(), "drill", NOW));
    expect(rows.map((row) => Number(row.id)).sort((a, b) => a - b)).toEqual(bound);
    const count = await countAudience(ctx(), { rule: EVERYONE, kind: "drill" });
    expect(count).toMatchObject({ total: 3, leftOut: { blocked: 1, stopped: 0, unknown: 0 } });
    expect((await countAudience(ctx(), { rule: { op: "any", rules: [] }, kind: "drill" })).total).toBe(0);
  });

  it("refuses a rule that names a segment which is not there", async () => {
    const rule: Rule = { op: "segment", segmentId: NAMED[0] as string };
    await nameRules(base.db, new Map([["00000000-0000-8000-8000-000000000000", EVERYONE]]));
    await expect(countAudience(ctx(), { rule, kind: "routine" })).rejects.toMatchObject({ code: "invalid" });
  });
});
