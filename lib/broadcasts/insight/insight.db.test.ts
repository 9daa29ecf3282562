import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { broadcastBatches, broadcastInsights, broadcasts, friendMoves } from "@/db/schema";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { parseSettings } from "@/lib/core/env";
import { testDatabase } from "@/lib/core/testing/database";
import { createLineGateway, type LineGateway } from "@/lib/line/gateway";
import type { Resident } from "@/lib/sandbox/protocol";
import { CHANNEL, openSandbox, type TestSandbox, text } from "@/lib/sandbox/testing/sandbox";
import { countBlocksAfter, findInsights } from "../desk/queries";
import { getBroadcast } from "../queries";
import { makeDraft, makeFriends, makePerson, NOON } from "../testing/desk";
import { keepInsights } from "./jobs";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LINK = "https://city.test/news";
const base = testDatabase();
let now = NOON.getTime();
let box: TestSandbox;
let line: LineGateway;
let author: Ctx<StaffActor>;
let people: Resident[];

beforeAll(async () => {
  box = await openSandbox({ now: () => now });
  const parsed = parseSettings(
    {
      LINE_API_BASE_URL: box.url,
      LINE_DATA_API_BASE_URL: box.url,
      LINE_CHANNEL_ID: CHANNEL.id,
      LINE_CHANNEL_SECRET: CHANNEL.secret,
      LINE_CHANNEL_ACCESS_TOKEN: CHANNEL.longLivedToken,
      DATABASE_URL: "postgres://none",
    },
    "command",
  );
  if (!("settings" in parsed)) throw new Error(parsed.problems.join());
  line = createLineGateway(parsed.settings);
  people = await box.residents(25, { seed: "insight" });
  author = await makePerson(base.db, "広報 花子", ["author", "approver"]);
  await base.db.execute(sql`insert into channel_state (id) values (1)`);
});
afterAll(() => box.close());
beforeEach(async () => {
  now = NOON.getTime();
  await box.control("DELETE", "/faults");
  await base.db.delete(broadcastInsights);
});

/** A broadcast that went out at noon, under its own unit. */
async function sent(unit: string): Promise<string> {
  const { id } = await makeDraft(author);
  const at = new Date(now);
  await base.db
    .update(broadcasts)
    .set({ state: "sent", firstAcceptedAt: at, finishedAt: at })
    .where(eq(broadcasts.id, id));
  await base.db.insert(broadcastInsights).values({ broadcastId: id, unit });
  await box.line("POST", "/v2/bot/message/multicast", {
    to: people.map((p) => p.id),
    messages: [text(`${unit} ${LINK}`)],
    customAggregationUnits: [unit],
  });
  return id;
}
const nextTurn = () => base.db.execute(sql`update channel_state set next_insight_at = null`);
const keep = async (gateway: Pick<LineGateway, "insight"> = line) => {
  await nextTurn();
  return keepInsights(systemContext(base.db, "insights", new Date(now)), { line: gateway });
};
const rowOf = async (id: string) =>
  (await base.db.select().from(broadcastInsights).where(eq(broadcastInsights.broadcastId, id)))[0];

describe("nightly numbers", () => {
  it("are asked for at night, kept with the day they count to, and again until LINE counts no more", async () => {
    const id = await sent("b_nightly");
    for (const { id: who } of people.slice(0, 22)) await box.control("POST", `/residents/${who}/open`, {});
    for (const { id: who } of people.slice(0, 5))
      await box.control("POST", `/residents/${who}/click`, { uri: LINK });
    expect(await keep()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ figures: null, nextAt: new Date("2026-11-22T18:00:00Z") });
    now = Date.parse("2026-11-22T18:00:00Z");
    expect(await keep()).toBe(1);
    expect(await findInsights(author, { id })).toEqual({
      // Five people tapped: LINE keeps that to itself.
      figures: { impressions: 22, clicks: null },
      asOf: new Date("2026-11-21T15:00:00Z"),
      fetchedAt: new Date(now),
      isOver: false,
    });
    expect(await keep()).toBe(0);
    now += DAY;
    for (const { id: who } of people) await box.control("POST", `/residents/${who}/click`, { uri: LINK });
    now += DAY;
    expect(await keep()).toBe(1);
    expect((await findInsights(author, { id }))?.figures).toEqual({ impressions: 25, clicks: 25 });
    now = Date.parse("2026-12-06T18:00:00Z");
    expect(await keep()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ asOf: "2026-12-06", nextAt: null, endedAt: new Date(now) });
    now += 2 * DAY;
    expect(await keep()).toBe(0);
  });

  it("stay below 60 calls an hour over all workers, however many look", async () => {
    for (let n = 0; n < 5; n += 1) await sent(`b_many_${n}`);
    now += DAY;
    await nextTurn();
    const ctx = () => systemContext(base.db, "insights", new Date(now));
    const workers = Array.from({ length: 8 }, () => keepInsights(ctx(), { line }));
    expect((await Promise.all(workers)).reduce((sum, n) => sum + n, 0)).toBe(1);
    const { rows } = await base.db.execute<{ seconds: number }>(
      sql`select extract(epoch from next_insight_at - now())::float8 as seconds from channel_state`,
    );
    expect(rows[0]?.seconds).toBeGreaterThan(60);
    // A clock that was set back does not stop everything for good.
    await base.db.execute(sql`update channel_state set next_insight_at = now() + interval '3 hours'`);
    expect(await keepInsights(ctx(), { line })).toBe(1);
  });

  it("are asked for again after a failure, and what was known stays", async () => {
    const id = await sent("b_fails");
    for (const { id: who } of people) await box.control("POST", `/residents/${who}/open`, {});
    now += DAY;
    await keep();
    now += DAY;
    await box.control("POST", "/faults", { endpoint: "insight", kind: "500-before", times: 1 });
    expect(await keep()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ attempts: 1, nextAt: new Date(now + HOUR), asOf: "2026-11-22" });
    await box.control("POST", "/faults", { endpoint: "insight", kind: "429-rate", times: 1 });
    now += HOUR;
    await keep();
    expect(await rowOf(id)).toMatchObject({ attempts: 2, nextAt: new Date(now + 2 * HOUR) });
    now += 2 * HOUR;
    await keep();
    expect(await rowOf(id)).toMatchObject({ attempts: 0, asOf: "2026-11-23" });
    expect((await findInsights(author, { id }))?.figures?.impressions).toBe(25);
  });

  it("are given up a week after LINE stopped counting", async () => {
    const id = await sent("b_gone");
    now += 30 * DAY;
    await box.control("POST", "/faults", { endpoint: "insight", kind: "500-before" });
    await keep();
    expect(await rowOf(id)).toMatchObject({
      attempts: 1,
      figures: null,
      nextAt: null,
      endedAt: new Date(now),
    });
  });

  it("what nobody got is never asked for", async () => {
    const { id } = await makeDraft(author);
    await base.db.insert(broadcastInsights).values({ broadcastId: id, unit: "b_none" });
    now += 5 * DAY;
    expect([await keep(), (await rowOf(id))?.nextAt]).toEqual([0, null]);
  });
});

describe("blocks after a broadcast", () => {
  it("counts who received it and left within a day of that, and nobody else", async () => {
    const id = await sent("b_blocks");
    const [quick, late, before, unreached, stayed] = await makeFriends(base.db, 5);
    const reached = [quick, late, before, stayed].map(Number);
    const batch = { broadcastId: id, spoken: 0, lane: 1, settledAt: NOON };
    await base.db.insert(broadcastBatches).values([
      { ...batch, n: 1, friendIds: reached, size: 4, retryKey: crypto.randomUUID(), state: "accepted" },
      {
        ...batch,
        n: 2,
        friendIds: [Number(unreached)],
        size: 1,
        retryKey: crypto.randomUUID(),
        state: "failed",
      },
    ]);
    const leaves = (friend: number | undefined, ms: number) =>
      base.db.insert(friendMoves).values({
        eventId: `${friend} ${ms}`,
        friendId: Number(friend),
        kind: "block",
        at: new Date(NOON.getTime() + ms),
      });
    await leaves(quick, DAY - 1_000);
    // Coming back and leaving again hides nothing and counts once.
    await leaves(quick, 2 * DAY);
    await leaves(quick, DAY - 500);
    await leaves(late, DAY);
    await leaves(before, -1_000);
    await leaves(unreached, HOUR);
    const { row } = await getBroadcast(author, { id });
    expect(await countBlocksAfter(author, { row })).toBe(1);
    const draft = await makeDraft(author);
    expect(await countBlocksAfter(author, { row: (await getBroadcast(author, draft)).row })).toBeNull();
  });
});
