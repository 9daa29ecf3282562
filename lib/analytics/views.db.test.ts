import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/db";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { fillTown } from "@/lib/fill/commands";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { makeStaff } from "@/lib/reports/testing/city";
import { getBotView } from "./bot/queries";
import { countRecentBlocks } from "./broadcasts/commands";
import { getBroadcastsView } from "./broadcasts/queries";
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
import { mostAsked } from "./words/queries";

const database = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
const TODAY = "2026-11-22";
let everything: Ctx<StaffActor>;
let roads: { ctx: Ctx<StaffActor>; id: number };
let others: Ctx<StaffActor>;

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

  it("hold back from whoever may not see small numbers what points at few", async () => {
    const range = untilNow(400);
    const [exact, told] = [await getFriendsView(everything, range), await getFriendsView(others, range)];
    const pairs = exact.interestsByArea.cells.flatMap((row, r) =>
      row.map((n, c) => [Number(n), told.interestsByArea.cells[r]?.[c]] as const),
    );
    expect(pairs.some(([n]) => n > 0 && n < 5)).toBe(true);
    for (const [n, shown] of pairs) {
      if (n < 5) expect(shown).toBe("few");
      else if (shown !== "few") expect(Math.abs(Number(shown) - n)).toBeLessThanOrEqual(5);
    }
    expect(told.interestsByArea.rough).toBe(true);
    const sent = await getBroadcastsView(others, range);
    expect(sent?.list.every(({ blocks }) => blocks === null || blocks === "few" || blocks >= 5)).toBe(true);
  });

  it("are no way to another section's cases or broadcasts", async () => {
    const range = untilNow(400);
    const view = await getReportsView(roads.ctx, range);
    expect(view.sections?.map(({ id }) => id)).toEqual([roads.id]);
    expect(view.bySection.bars.map(({ key }) => key)).toEqual([String(roads.id)]);
    expect(view.funnels).toBeNull();
    expect(await getBroadcastsView(roads.ctx, range)).toBeNull();
    expect((await getFriendsView(roads.ctx, range)).marks.map(({ title }) => title)).not.toContainEqual(
      expect.any(String),
    );
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
