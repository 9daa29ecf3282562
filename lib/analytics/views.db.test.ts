import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/db";
import { countDeltas } from "@/db/schema";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { fillTown } from "@/lib/fill/commands";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { makeStaff } from "@/lib/reports/testing/city";
import { getBotView } from "./bot/queries";
import { countAllBlocks, countRecentBlocks } from "./broadcasts/commands";
import { getBroadcastsView } from "./broadcasts/queries";
import { foldCounts } from "./counts/commands";
import { getFriendsView } from "./friends/queries";
import { addDays, rangeOf } from "./period";
import { recountBlocks } from "./recount/commands";
import { getReportsView } from "./reports/queries";
import {
  rawBot,
  rawBroadcasts,
  rawFriends,
  rawReports,
  shownBot,
  shownBroadcasts,
  shownFriends,
  shownReports,
} from "./testing/raw";
import { COMPARISONS, GRANULARITIES, type Range } from "./view";
import { mostAsked, timesAsked } from "./words/queries";

const database = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
const TODAY = "2026-11-22";
let everything: Ctx<StaffActor>;
let roads: { ctx: Ctx<StaffActor>; id: number };
let others: Ctx<StaffActor>;
/** A broadcast that reached three. */
let small: string;

/** The newest broadcast as if it had gone to three of its friends. */
async function shrinkNewest(): Promise<string> {
  const { db } = database;
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from broadcasts order by first_accepted_at desc limit 1`,
  );
  const id = String(rows[0]?.id);
  await db.execute(sql`delete from broadcast_batches where broadcast_id = ${id} and n > 0`);
  await db.execute(
    sql`update broadcast_batches set friend_ids = friend_ids[1:3], size = 3 where broadcast_id = ${id}`,
  );
  await countAllBlocks(systemContext(db, "test", NOW));
  return id;
}

beforeAll(async () => {
  await loadCityContent(systemContext(database.db, "test"), kumamoto);
  everything = await makeStaff(database.db, "管理", [{ role: "administrator", sectionId: null }], NOW);
  others = await makeStaff(database.db, "広報", [{ role: "author", sectionId: null }], NOW);
  const one = openDatabase(database.url, { max: 1 });
  const plan = { seed: "t", friends: 1_500, reports: 700, questions: 4_000, broadcasts: 20, days: 500 };
  await fillTown(systemContext(one.db, "fill", NOW), plan, () => {}).finally(() => one.close());
  const { rows } = await database.db.execute<{ id: number }>(
    sql`select section_id as id from reports group by 1 order by count(*) desc limit 1`,
  );
  const id = Number(rows[0]?.id);
  small = await shrinkNewest();
  roads = { id, ctx: await makeStaff(database.db, "道路", [{ role: "section", sectionId: id }], NOW) };
}, 60_000);

const anyRange: fc.Arbitrary<Range> = fc
  .record({
    back: fc.nat(480),
    length: fc.nat(420),
    comparison: fc.constantFrom(...COMPARISONS),
    granularity: fc.constantFrom(...GRANULARITIES),
  })
  .map(({ back, length, ...rest }) =>
    rangeOf({ ...rest, period: { from: addDays(TODAY, -back - length), to: addDays(TODAY, -back) } }, TODAY),
  );
const untilNow = (length: number): Range =>
  rangeOf(
    { period: { from: addDays(TODAY, -length), to: TODAY }, comparison: "previous", granularity: "week" },
    TODAY,
  );

describe("the pages of 分析", () => {
  it("show what the raw rows say, for any period", async () => {
    await fc.assert(
      fc.asyncProperty(anyRange, async (range) => {
        const { db } = database;
        const { period } = range;
        expect(shownBot(await getBotView(everything, range))).toEqual(await rawBot(db, period));
        expect(shownReports(await getReportsView(everything, range))).toEqual(
          await rawReports(db, period, null),
        );
        expect(shownReports(await getReportsView(roads.ctx, range))).toEqual(
          await rawReports(db, period, roads.id),
        );
        const sent = await getBroadcastsView(everything, range);
        expect(sent && shownBroadcasts(sent)).toEqual(await rawBroadcasts(db, period));
      }),
      { numRuns: 10, seed: 4 },
    );
  }, 60_000);

  it("show changes of reports before they are folded into the counts, and after", async () => {
    const { db } = database;
    const some = (digit: number) => sql`(select id from reports where number like ${`%${digit}`})`;
    await db.execute(sql`update reports set section_id = null where id in ${some(1)}`);
    await db.execute(sql`update reports set status = 'received' where status = 'done' and id in ${some(2)}`);
    await db.execute(sql`
      update reports set status = 'done', status_at = received_at + interval '40 days' where id in ${some(3)}`);
    await db.execute(
      sql`update reports set received_at = received_at - interval '600 days' where id in ${some(4)}`,
    );
    const waiting = await db.$count(countDeltas);
    expect(waiting).toBeGreaterThan(500);
    const everyDay: Range = { ...untilNow(1_000), granularity: "day", against: null };
    for (const folded of [false, true]) {
      for (const range of [untilNow(400), everyDay]) {
        const view = await getReportsView(everything, range);
        expect({ folded, ...shownReports(view) }).toEqual({
          folded,
          ...(await rawReports(db, range.period, null)),
        });
      }
      await foldCounts(systemContext(db, "test", NOW));
    }
    expect(await db.$count(countDeltas)).toBe(0);
  });

  it.each([0, 6, 29, 364, 499])("show the friends of now and of the last %i days", async (length) => {
    const range = untilNow(length);
    expect(shownFriends(await getFriendsView(everything, range))).toEqual(
      await rawFriends(database.db, range.period),
    );
  });

  it("compare with what the earlier period shows by itself", async () => {
    const range = untilNow(60);
    if (!range.against) throw new Error("no comparison");
    const before: Range = { ...range, period: range.against, against: null };
    const [now, then] = [await getReportsView(everything, range), await getReportsView(everything, before)];
    expect(now.figures.received.before).toBe(then.figures.received.now);
    expect(now.fix.median.before).toBe(then.fix.median.now);
    expect(now.received.lines[0]?.before).toEqual(then.received.lines[0]?.values);
    const [asked, askedThen] = [await getBotView(everything, range), await getBotView(everything, before)];
    expect(asked.outcomes.lines.map((line) => line.before)).toEqual(
      askedThen.outcomes.lines.map((line) => line.values),
    );
    expect(now.received.lines[0]?.values).not.toEqual(now.received.lines[0]?.before);
  });

  it("find the most asked words without looking at all of them", async () => {
    const { period } = untilNow(400);
    const all = await mostAsked(everything, period, 1_000_000);
    expect(all.length).toBe(50);
    for (const depth of [1, 3, 60]) expect(await mostAsked(everything, period, depth)).toEqual(all);
  });

  // Of few days hardly a word was asked often enough: that there are no others has to be looked up, too.
  it.each([0, 6, 20, 60])(
    "show the words of %i days that were asked five times, and no others",
    async (n) => {
      const range = untilNow(n);
      const all = await mostAsked(everything, range.period, 1_000_000);
      for (const depth of [1, 3, 60]) expect(await mostAsked(everything, range.period, depth)).toEqual(all);
      expect(all.every((word) => word.n >= 5)).toBe(true);
      const { words } = await getBotView(everything, range);
      expect(words.map(({ word, now }) => ({ word, n: now }))).toEqual(all);
      expect(words.every(({ before }) => before === "few" || Number(before) >= 5)).toBe(true);
    },
  );

  it("find a word that is the first of no day, where the first ones were asked too seldom", async () => {
    await database.db.execute(sql`
      insert into bot_questions (event_id, asked_at, asked, folded, outcome)
      select 'seldom/' || day || '/' || n, '2021-03-01T12:00:00+09:00'::timestamptz + day * interval '1 day', '',
        case n when 0 then 'each day' else 'of day ' || day end, 'not_found'
      from generate_series(0, 5) as day, generate_series(0, 2) as n`);
    await foldCounts(systemContext(database.db, "test", NOW));
    const period = { from: "2021-03-01", to: "2021-03-06" };
    for (const depth of [1, 60])
      expect(await mostAsked(everything, period, depth)).toEqual([{ word: "each day", n: 6 }]);
  });

  it("count a word on days when a hundred others were asked more often", async () => {
    await database.db.execute(sql`
      insert into bot_questions (event_id, asked_at, asked, folded, outcome)
      select 'often/' || folded || '/' || day || '/' || n, day::timestamptz, '', folded, 'not_found' from (
        select date '2021-05-01' as day, 'often' as folded, n from generate_series(1, 9) as n
        union all select '2021-05-02', 'often', 1
        union all select '2021-05-02', 'other ' || other, n from generate_series(1, 100) as other, generate_series(1, 2) as n
      ) as each`);
    await foldCounts(systemContext(database.db, "test", NOW));
    const period = { from: "2021-05-01", to: "2021-05-02" };
    expect(await mostAsked(everything, period)).toEqual([{ word: "often", n: 10 }]);
    expect(await timesAsked(everything, { period, words: ["often", "other 1"] })).toEqual(
      new Map([["often", 10]]),
    );
  });

  it("hold back from whoever may not see small numbers what points at few", async () => {
    const range = untilNow(400);
    const [exact, told] = [await getFriendsView(everything, range), await getFriendsView(others, range)];
    const pairs = exact.interestsByArea.cells.flatMap((row, r) =>
      row.map((n, c) => [Number(n), told.interestsByArea.cells[r]?.[c]] as const),
    );
    expect(pairs.some(([n]) => n > 0 && n < 5)).toBe(true);
    for (const [n, shown] of pairs) {
      if (n < 5) expect(shown).toBe("few");
      else if (shown !== "hidden") expect(Math.abs(Number(shown) - n)).toBeLessThanOrEqual(5);
    }
    expect(told.interestsByArea.rough).toBe(true);
    const sent = await getBroadcastsView(others, range);
    expect(
      sent?.list.every(({ blocks }) => blocks === null || typeof blocks === "string" || blocks >= 5),
    ).toBe(true);
  });

  it("hold back how many a broadcast reached, and what that would follow from", async () => {
    const range = untilNow(400);
    const [exact, told] = [
      await getBroadcastsView(everything, range),
      await getBroadcastsView(others, range),
    ];
    const of = (view: typeof told) => view?.list.find(({ id }) => id === small);
    expect(of(exact)).toMatchObject({ reach: 3, opens: expect.any(Number) });
    expect(of(told)).toMatchObject({ reach: "few", opens: null, clicks: null });
    expect(of(told)).toMatchObject({ openShare: null, clickShare: null, blockShare: null });
    const day = of(told)?.day ?? "";
    const reachOn = (view: typeof told) =>
      view?.reach.lines[0]?.values[view.reach.buckets.findIndex(({ from, to }) => from <= day && day <= to)];
    expect(Number(reachOn(exact)) - Number(reachOn(told))).toBe(3);
    expect(Number(exact?.figures.reach.now) - Number(told?.figures.reach.now)).toBe(3);
    expect(told?.figures.sent).toEqual(exact?.figures.sent);
    const markOf = async (ctx: Ctx<StaffActor>) =>
      (await getFriendsView(ctx, range)).marks.find(({ broadcastId }) => broadcastId === small);
    expect(await markOf(everything)).toMatchObject({ title: expect.any(String), reach: 3 });
    expect(await markOf(others)).toMatchObject({ title: expect.any(String), reach: "few" });
    expect(await markOf(roads.ctx)).toMatchObject({ title: null, reach: null });
  });

  it("tell shares of interests that say no more than the numbers told beside them", async () => {
    const { interestsByArea, interestShares, areas } = await getFriendsView(others, untilNow(30));
    const expected = interestsByArea.cells.map((row) =>
      row.map((n, c) => {
        const whole = areas.bars[c]?.now ?? null;
        if (typeof n !== "number") return n;
        return typeof whole === "number" ? Math.min(100, Math.round((n / whole) * 100)) : null;
      }),
    );
    expect(interestShares.cells).toEqual(expected);
    expect(expected.flat().some((n) => typeof n === "number" && n > 0)).toBe(true);
    const exact = await getFriendsView(everything, untilNow(30));
    const [part, whole] = [exact.interestsByArea.cells[0]?.[0], exact.areas.bars[0]?.now];
    expect(exact.interestShares.cells[0]?.[0]).toBe(Math.round((Number(part) / Number(whole)) * 1000) / 10);
  });

  it("are no way to another section's cases or broadcasts", async () => {
    const range = untilNow(400);
    const view = await getReportsView(roads.ctx, range);
    expect(view.sections?.map(({ id }) => id)).toEqual([roads.id]);
    expect(view.bySection.bars.map(({ key }) => key)).toEqual([String(roads.id)]);
    expect(view.funnels).toBeNull();
    expect(await getBroadcastsView(roads.ctx, range)).toBeNull();
    const { marks } = await getFriendsView(roads.ctx, range);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every(({ title, reach }) => title === null && reach === null)).toBe(true);
  });
});

describe("blocks after a broadcast", () => {
  const ctx = () => systemContext(database.db, "test", NOW);
  const kept = async (id: string) => {
    const { rows } = await database.db.execute<{ blocks: number }>(
      sql`select blocks from broadcast_blocks where broadcast_id = ${id}`,
    );
    return rows[0]?.blocks;
  };

  it("are set right by a recount, which tells what was wrong", async () => {
    await database.db.execute(sql`
      update broadcast_blocks set blocks = blocks + 7 where broadcast_id = (select min(broadcast_id::text)::uuid from broadcast_blocks)`);
    expect(await recountBlocks(ctx(), false)).toMatchObject({ source: "blocks", n: 1 });
    const settled = await recountBlocks(ctx(), true);
    expect(settled.shown[0]?.kept).toBe((settled.shown[0]?.found ?? 0) + 7);
    expect(await recountBlocks(ctx(), false)).toMatchObject({ n: 0, shown: [] });
  });

  it("are counted again when one becomes known after the broadcast was settled", async () => {
    const { rows } = await database.db.execute<{
      id: string;
      friend: string;
      at: string;
      blocks: number;
    }>(sql`
      select b.id, f.friend, t.settled_at + interval '1 hour' as at, c.blocks
      from broadcasts b join broadcast_blocks c on c.broadcast_id = b.id
        join broadcast_batches t on t.broadcast_id = b.id and t.state = 'accepted'
        cross join lateral (select unnest(t.friend_ids) as friend) f
      where b.finished_at < now() - interval '20 days' and not exists (
        select 1 from friend_moves m where m.friend_id = f.friend and m.kind = 'block')
      order by b.finished_at limit 1`);
    const [late] = rows;
    if (!late) throw new Error("nobody was reached");
    await countRecentBlocks(ctx());
    await database.db.execute(sql`
      insert into friend_moves (event_id, friend_id, kind, at) values ('late', ${late.friend}, 'block', ${late.at})`);
    expect(await kept(late.id)).toBe(late.blocks);
    await countRecentBlocks(ctx());
    expect(await kept(late.id)).toBe(late.blocks + 1);
    expect(await recountBlocks(ctx(), false)).toMatchObject({ n: 0 });
  });
});
