import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/db";
import { botQuestions, broadcasts, conversations, friends, reportEntries, reports } from "@/db/schema";
import { METRICS, type Source } from "@/lib/analytics/metric";
import { recount } from "@/lib/analytics/recount/commands";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { DEMO_CITIES } from "@/lib/demo/cities";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { makeStaff } from "@/lib/reports/testing/city";
import { residentId } from "@/lib/sandbox/ids";
import { fillTown } from "./commands";
import { parseFillPlan } from "./plan";

const database = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
const PLAN = { seed: "fill", friends: 400, reports: 150, questions: 900, broadcasts: 12, days: 730 };
const fillWith = async (plan: typeof PLAN) => {
  const one = openDatabase(database.url, { max: 1 });
  try {
    await fillTown(systemContext(one.db, "fill", NOW), plan, () => {});
  } finally {
    await one.close();
  }
};
const counts = async () => ({
  friends: await database.db.$count(friends),
  reports: await database.db.$count(reports),
  entries: await database.db.$count(reportEntries),
  walks: await database.db.$count(conversations),
  questions: await database.db.$count(botQuestions),
  broadcasts: await database.db.$count(broadcasts),
});

beforeAll(async () => {
  await loadCityContent(systemContext(database.db, "test"), kumamoto);
  await makeStaff(database.db, "係", [{ role: "administrator", sectionId: null }]);
  await fillWith(PLAN);
}, 60_000);

describe("filling", () => {
  it("makes what was asked for, once however often", async () => {
    const first = await counts();
    expect(first).toMatchObject({ friends: 400, reports: 150, walks: 300, questions: 900, broadcasts: 12 });
    await fillWith(PLAN);
    expect(await counts()).toEqual(first);
  }, 60_000);
  it("counts what it made as a recount does", async () => {
    for (const source of Object.keys(METRICS) as Source[])
      expect(await recount(systemContext(database.db, "test"), source, false)).toMatchObject({ n: 0 });
    const { rows } = await database.db.execute(sql`select count(*)::int as n from daily_counts`);
    expect(rows[0]).toMatchObject({ n: expect.any(Number) });
  });
  it("makes residents that the sandbox makes from the same seed", async () => {
    const rows = await database.db.select({ id: friends.lineUserId }).from(friends);
    const made = new Set(rows.map(({ id }) => id));
    expect(Array.from({ length: 400 }, (_, n) => made.has(residentId("fill", n + 1)))).not.toContain(false);
  });
  it("gives each interest to some, fewer from one to the next, and its broadcasts to them", async () => {
    const { rows } = await database.db.execute<{ n: string }>(sql`
      select count(*) filter (where (friends.interests >> bit) & 1 = 1) as n from friends, interests
      where answered_at is not null group by bit order by bit`);
    const shares = rows.map(({ n }) => Number(n) / (PLAN.friends * 0.67));
    expect(shares[0]).toBeGreaterThan(0.3);
    expect(shares[0]).toBeLessThan(0.5);
    expect(Math.min(...shares)).toBeGreaterThan(0.04);
    const batches = await database.db.execute<{ n: string }>(
      sql`select count(distinct broadcast_id) as n from broadcast_batches`,
    );
    // The very first may find nobody yet.
    expect(Number(batches.rows[0]?.n)).toBeGreaterThan(PLAN.broadcasts - 3);
  });
  it("leaves no state without its time, no report without a section and no count in the future", async () => {
    const { rows } = await database.db.execute<{ n: string }>(sql`
      select count(*) as n from reports where received_at > ${NOW.toISOString()} or status_at > ${NOW.toISOString()} or section_id is null
      union all select count(*) from friends where state_at > ${NOW.toISOString()} or (state = 'blocked' and blocked_at is null)
      union all select count(*) from bot_questions where asked_at > ${NOW.toISOString()}
      union all select count(*) from broadcast_batches where size <> cardinality(friend_ids)`);
    expect(rows.map(({ n }) => Number(n))).toEqual([0, 0, 0, 0]);
  });
});

it.each([
  [["--friends", "10"], { friends: 10 }],
  [["--friends", "10", "--seed", "x y"], null],
  [["--friends", "-1"], null],
  [["--friends"], null],
  [["--people", "3"], null],
  [[], null],
])("reads %j", (args, expected) => {
  const plan = parseFillPlan(args);
  if (expected === null) expect(plan).toBeNull();
  else expect(plan).toMatchObject(expected);
  expect(DEMO_CITIES.length).toBeGreaterThan(0);
});

describe("a filling", () => {
  it("that breaks off leaves no row behind that nobody counts", async () => {
    const before = await counts();
    const one = openDatabase(database.url, { max: 1 });
    const more = { ...PLAN, seed: "broken-off" };
    const breakOff = (step: string) => {
      if (step === "questions") throw new Error("ended");
    };
    await expect(fillTown(systemContext(one.db, "fill", NOW), more, breakOff)).rejects.toThrow("ended");
    await one.close();
    const { rows } = await database.db.execute(
      sql`select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'`,
    );
    expect(rows).toEqual([]);
    expect(await counts()).toMatchObject({ questions: before.questions, friends: before.friends + 400 });
    await fillWith(more);
    for (const source of Object.keys(METRICS) as Source[])
      expect(await recount(systemContext(database.db, "test"), source, false)).toMatchObject({ n: 0 });
  }, 60_000);
});
