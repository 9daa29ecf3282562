import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { conversations, friends, reports, sections } from "@/db/schema";
import { loadCityMap } from "@/lib/areas/commands";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { isoDate } from "@/lib/core/time";
import { createContentStore } from "@/lib/inbox/store";
import { newUser, receiveIn, webhook, workThrough } from "@/lib/inbox/testing/webhook";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { kumamotoSketch } from "@/lib/presets/kumamoto/map";
import { makeStaff } from "@/lib/reports/testing/city";
import { METRICS, type Source } from "../metric";
import { recount } from "../recount/commands";
import { foldCounts } from "./commands";
import { countsOf } from "./sql";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");
const SOURCES = Object.keys(METRICS) as Source[];
const START = Date.UTC(2026, 10, 20, 14, 0);

beforeAll(async () => {
  await loadCityContent(ctx(), kumamoto);
  await loadCityMap(ctx(), kumamotoSketch);
  await makeStaff(database.db, "係", [{ role: "administrator", sectionId: null }]);
});

/** What a recount finds otherwise than what is kept: nothing, ever. */
async function drift(): Promise<unknown[]> {
  const found = [];
  for (const source of SOURCES) found.push(...(await recount(ctx(), source, false)).shown);
  return found;
}
async function kept(metrics: readonly (typeof METRICS)[Source][number][]): Promise<Record<string, number>> {
  const { rows } = await database.db.execute<{ name: string; n: string }>(
    sql`select metric || ' ' || day as name, sum(n) as n from ${countsOf({ metrics, period: null })} c group by 1 having sum(n) <> 0`,
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]));
}

const KINDS = ["follow", "unfollow", "text", "report"] as const;
type Act = { who: number; kind: (typeof KINDS)[number]; second: number };
const anyActs = fc.array(
  fc.record({
    who: fc.nat(2),
    kind: fc.constantFrom(...KINDS),
    second: fc.integer({ min: 0, max: 4 * 86_400 }),
  }),
  { minLength: 2, maxLength: 14 },
);
type Delivery = { acts: Act[]; order: number[]; cuts: number[] };
const anyDelivery: fc.Arbitrary<Delivery> = anyActs.chain((acts) =>
  fc.record({
    acts: fc.constant(acts),
    // Any order, some twice or three times.
    order: fc
      .tuple(
        fc.shuffledSubarray([...acts.keys()], { minLength: acts.length }),
        fc.array(fc.nat(acts.length - 1), { maxLength: 6 }),
      )
      .map(([all, again]) => [...all, ...again]),
    cuts: fc.array(fc.nat(acts.length + 5), { maxLength: 3 }),
  }),
);

/** What the moves of residents come to, by the day: told from the events alone, in the order they happened. */
function movesOf(events: { who: string; kind: Act["kind"]; at: number; id: string }[]) {
  const counts: Record<string, number> = {};
  const state = new Map<string, "here" | "gone">();
  for (const event of [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const was = state.get(event.who);
    const isMessage = event.kind === "text" || event.kind === "report";
    // Somebody who writes is met while nothing is known of them, and back when they had blocked.
    if (isMessage && was === "here") continue;
    const is = event.kind === "unfollow" ? "gone" : "here";
    state.set(event.who, is);
    if (is === was) continue;
    const worth =
      is === "gone"
        ? was === undefined
          ? "block_unmet"
          : "block"
        : was === "gone"
          ? "return"
          : isMessage
            ? "met"
            : "add";
    const name = `moves.${worth} ${isoDate(new Date(event.at))}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe("roll-ups", () => {
  it("equal a recount, whatever comes late, twice, or in the wrong order", async () => {
    const tools = {
      owner: "w",
      leaseMs: 20_000,
      content: createContentStore(database.db),
      language: async () => null,
    };
    const { event, text } = webhook(START);
    await fc.assert(
      fc.asyncProperty(anyDelivery, async ({ acts, order, cuts }) => {
        await database.db.execute(
          sql`truncate friends, friend_moves, conversations, reports, line_events, outbox, count_deltas, daily_counts, monthly_counts, daily_values cascade`,
        );
        const users = [newUser(), newUser(), newUser()];
        const events = acts.map(({ who, kind, second }) => {
          const user = users[who] ?? "";
          if (kind === "follow" || kind === "unfollow") return event(user, second, { type: kind });
          return text(user, second, kind === "report" ? "市民レポート" : "こんにちは");
        });
        const expected = movesOf(
          events.map((each, n) => ({
            who: each.source.userId,
            kind: acts[n]?.kind ?? "text",
            at: each.timestamp,
            id: each.webhookEventId,
          })),
        );
        for (const [n, place] of order.entries()) {
          await receiveIn(database, events[place] ?? {});
          if (!cuts.includes(n)) continue;
          await workThrough(database, tools);
          await foldCounts(ctx());
        }
        await workThrough(database, tools);
        expect(await kept(METRICS.moves)).toEqual(expected);
        expect(await drift()).toEqual([]);
        await foldCounts(ctx());
        expect(await kept(METRICS.moves)).toEqual(expected);
        expect(await drift()).toEqual([]);
      }),
      { numRuns: 12, seed: 726 },
    );
  }, 120_000);

  it("follow their rows through any change of them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 5, maxLength: 25 }), async (changes) => {
        for (const [n, change] of changes.entries()) {
          await database.db.execute(change);
          if (n % 7 === 0) await foldCounts(ctx());
        }
        expect(await drift()).toEqual([]);
      }),
      { numRuns: 25, seed: 727 },
    );
    expect(await database.db.$count(friends)).toBeGreaterThan(0);
    expect(await database.db.$count(reports)).toBeGreaterThan(0);
    expect(await database.db.$count(conversations)).toBeGreaterThan(0);
  }, 120_000);

  it("are set right by a recount, which tells what was wrong", async () => {
    await database.db.execute(
      sql`update daily_counts set n = n + 3 where (metric, day, section_id, area_id, key, part, value) in
        (select metric, day, section_id, area_id, key, part, value from daily_counts where metric in ('bot.outcome', 'friends.now') and n > 0 order by metric limit 2)`,
    );
    await database.db.execute(sql`
      insert into count_deltas (metric, day, key, n) values ('report.received', '2026-01-05', 'nobody', 2)`);
    await database.db.execute(sql`
      update daily_values set packed = packed || int4send(90) || int4send(90) where ctid = (select min(ctid) from daily_values where metric = 'report.look')`);
    await database.db.execute(
      sql`insert into monthly_counts (metric, day, key, n) values ('walk.state', '2026-02-01', 'nobody', 4)`,
    );
    const told = await drift();
    expect(told).toContainEqual(
      expect.objectContaining({ metric: "report.received", day: "2026-01-05", kept: 2, found: 0 }),
    );
    expect(told).toContainEqual(
      expect.objectContaining({ metric: "walk.state", day: "2026-02", kept: 4, found: 0 }),
    );
    expect(told).toContainEqual(expect.objectContaining({ metric: "report.look", value: 90 }));
    for (const source of SOURCES) await recount(ctx(), source, true);
    expect(await drift()).toEqual([]);
    await foldCounts(ctx());
    expect(await drift()).toEqual([]);
  });

  it("are folded by one worker at a time, and nothing is counted twice", async () => {
    const before = await kept(METRICS.reports);
    await database.db.execute(sql`
      insert into count_deltas (metric, day, n) select 'report.no_point', '2026-02-01', 1 from generate_series(1, 500)`);
    await Promise.all(Array.from({ length: 6 }, () => foldCounts(ctx())));
    await foldCounts(ctx());
    expect(await database.db.execute(sql`select 1 from count_deltas`)).toMatchObject({ rowCount: 0 });
    const day = "report.no_point 2026-02-01";
    expect(await kept(METRICS.reports)).toEqual({ ...before, [day]: (before[day] ?? 0) + 500 });
    expect(await database.db.$count(sections)).toBeGreaterThan(0);
  });
});

const pick = (table: string) => sql.raw(`(select ctid from ${table} order by random() limit 1)`);
const anyTime = fc
  .integer({ min: 0, max: 90 * 86_400 })
  .map((s) => sql`${new Date(START - s * 1000).toISOString()}::timestamptz`);
const anySection = fc.constantFrom(
  sql`null`,
  sql`(select min(id) from sections)`,
  sql`(select max(id) from sections)`,
);
const anyArea = fc.constantFrom(
  sql`null`,
  sql`(select min(id) from areas)`,
  sql`(select max(id) from areas)`,
);
const anyStatus = fc.constantFrom("received", "checking", "done", "not_needed");
const anyOutcome = fc.constantFrom("answered", "asked_back", "not_found");
const anyWord = fc.constantFrom("ぺっとぼとる", "すまほ", "", "長".repeat(3_000));
const anyHelpful = fc.constantFrom(sql`null`, sql`true`, sql`false`);
const anySteps = fc
  .uniqueArray(fc.constantFrom("kind", "photo", "place"), { maxLength: 3 })
  .map((steps) => sql`${sql.param(steps)}::text[]`);
const anyWalk = fc.constantFrom("submitted", "cancelled", "stopped", "expired");
const id = sql`gen_random_uuid()`;

/** One statement that changes rows as the product, a seed or a clearing-up might. */
const anyChange = fc.oneof(
  fc.tuple(anyTime, anySection, anyArea, fc.boolean()).map(
    ([at, section, area, isPlaced]) => sql`
      insert into reports (id, number, source, source_key, category_key, answers, received_at, status_at, search_text, section_id, area_id, cell_x, cell_y)
      select r, r::text, 'line', r::text, 'road', '[]', ${at}, ${at}, '', ${section}, ${area}, ${isPlaced ? 3_700_123 : null}, ${isPlaced ? 1_600_045 : null}
      from (select ${id} as r) ids`,
  ),
  fc
    .tuple(anyTime, anyStatus, anySection)
    .map(
      ([at, status, section]) =>
        sql`update reports set status = ${status}, status_at = ${at}, section_id = ${section} where ctid = ${pick("reports")}`,
    ),
  anyTime.map(
    (at) => sql`
      insert into report_entries (report_id, at, kind, visibility, actor_kind)
      select id, ${at}, 'note', 'internal', 'staff' from reports order by random() limit 2`,
  ),
  fc.tuple(anyTime, anyOutcome, anyWord, anyHelpful).map(
    ([at, outcome, word, helpful]) => sql`
      insert into bot_questions (event_id, asked_at, asked, folded, outcome, kind, topic, helpful)
      select ${id}::text, ${at}, '', ${word}, ${outcome}, 'faq', 'くらし', ${helpful} from generate_series(1, 3)`,
  ),
  fc
    .tuple(anyHelpful, anyOutcome)
    .map(
      ([helpful, outcome]) =>
        sql`update bot_questions set helpful = ${helpful}, outcome = ${outcome} where ctid = ${pick("bot_questions")}`,
    ),
  fc.constant(sql`delete from bot_questions where ctid = ${pick("bot_questions")}`),
  fc.tuple(anyArea, fc.bigInt({ min: 0n, max: 2n ** 60n - 1n })).map(
    ([area, interests]) => sql`
      insert into friends (line_user_id, state, area_id, interests, age_band) select 'U' || ${id}, 'following', coalesce(${area}, 0), ${interests}, 3`,
  ),
  fc
    .tuple(anyArea, fc.bigInt({ min: 0n, max: 2n ** 60n - 1n }), fc.constantFrom("following", "blocked"))
    .map(
      ([area, interests, state]) =>
        sql`update friends set area_id = coalesce(${area}, 0), interests = ${interests}, state = ${state} where ctid = ${pick("friends")}`,
    ),
  fc.tuple(anyTime, fc.constantFrom("follow", "block", "met")).map(
    ([at, kind]) => sql`
      insert into friend_moves (event_id, friend_id, kind, at)
      select ${id}::text, f.id, ${kind}, ${at} + n * interval '1 hour' from (select id from friends order by random() limit 2) f, generate_series(0, 1) n`,
  ),
  fc.constant(
    sql`delete from friends where id in (select id from friends f where line_user_id like '%-%' and not exists (select 1 from conversations c where c.friend_id = f.id) order by random() limit 1)`,
  ),
  fc.tuple(anyTime, anySteps, anyWalk).map(
    ([at, steps, state]) => sql`
      insert into conversations (id, friend_id, scenario_key, scenario_version, state, draft, reached, started_at, last_event_at, last_event_id, expires_at)
      select ${id}::text, id, 'report', 1, ${state}, '{}', ${steps}, ${at}, ${at}, '', ${at} from friends order by random() limit 1`,
  ),
  fc
    .tuple(anySteps, anyWalk)
    .map(
      ([steps, state]) =>
        sql`update conversations set reached = ${steps}, state = ${state} where ctid = ${pick("conversations")}`,
    ),
  anyTime.map(
    (at) => sql`
      with b as (
        insert into broadcasts (id, kind, state, title, author_id, content, rule, schedule)
        select ${id}, 'routine', 'sending', 't', min(id), '{}', '{}', '{}' from staff returning id)
      insert into broadcast_batches (broadcast_id, n, spoken, friend_ids, size, retry_key, lane, state, settled_at)
      select id, n, 0, '{}', 500, ${id}, 1, case when n = 1 then 'accepted' else 'pending' end, ${at} from b, generate_series(1, 3) n`,
  ),
  fc
    .constantFrom("accepted", "failed", "pending")
    .map(
      (state) =>
        sql`update broadcast_batches set state = ${state} where ctid = ${pick("broadcast_batches")} and settled_at is not null`,
    ),
);
