import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "@/db";
import { holidaysOf } from "@/lib/core/holiday";
import type { BotView, BroadcastsView, FriendsView, Held, Period, ReportsView } from "../view";

/**
 * The same figures as the pages show, straight from the raw rows: what a console without roll-ups would run. For tests
 * and the bench, which hold both against each other. Written without anything of lib/analytics.
 */
export type Figures = Record<string, number | null>;

const tokyo = (column: string) => sql.raw(`(${column} at time zone 'Asia/Tokyo')`);
/** In a period, so that an index on the column helps. */
const within = (column: string, { from, to }: Period): SQL =>
  sql`${sql.raw(column)} >= ${`${from}T00:00:00+09:00`}::timestamptz and ${sql.raw(column)} < ${`${to}T00:00:00+09:00`}::timestamptz + interval '1 day'`;

async function read(db: DbOrTx, prefix: string, query: SQL): Promise<Figures> {
  const { rows } = await db.execute<{ name: string | number; n: string | null }>(query);
  return Object.fromEntries(
    rows.map(({ name, n }) => [`${prefix} ${name}`, n === null ? null : Number(n)] as const),
  );
}
const merged = (list: Figures[]): Figures => Object.assign({}, ...list) as Figures;
/** What is nothing is left out on both sides. */
const shown = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([, n]) => n !== 0 && n !== null));
const plain = (n: Held): number | null => (typeof n === "string" ? null : n);
const listed = (prefix: string, bars: readonly { key: string; now: Held }[]): Figures =>
  Object.fromEntries(bars.map(({ key, now }) => [`${prefix} ${key}`, plain(now)]));

export async function rawFriends(db: DbOrTx, period: Period): Promise<Figures> {
  const moves = sql`
    with judged as (select at, kind, lag(kind) over (partition by friend_id order by at, event_id collate "C") as was from friend_moves)`;
  return shown(
    merged([
      await read(
        db,
        "moves",
        sql`${moves} select case when kind = 'block' then 'blocked' when was = 'block' then 'returned' else 'added' end as name, count(*) as n
          from judged where ${within("at", period)} and (kind = 'block') is distinct from (was = 'block')
            and not (kind = 'met' and was is null) and not (kind <> 'block' and was is not null and was <> 'block') group by 1`,
      ),
      await read(
        db,
        "following",
        sql`select 'end' as name, count(*) filter (where kind <> 'block') as n from (
          select distinct on (friend_id) kind from friend_moves where at < ${`${period.to}T00:00:00+09:00`}::timestamptz + interval '1 day'
          order by friend_id, at desc, event_id collate "C" desc) last`,
      ),
      await read(
        db,
        "area",
        sql`select area_id as name, count(*) as n from friends where state = 'following' group by 1`,
      ),
      await read(
        db,
        "age",
        sql`select age_band as name, count(*) as n from friends where state = 'following' group by 1`,
      ),
      await read(
        db,
        "interest",
        sql`select bit as name, count(*) as n from friends join interests on (friends.interests >> bit) & 1 = 1 where state = 'following' group by 1`,
      ),
      await read(
        db,
        "interest area",
        sql`select bit || '/' || area_id as name, count(*) as n from friends join interests on (friends.interests >> bit) & 1 = 1 where state = 'following' group by 1`,
      ),
    ]),
  );
}
/** `period` ends today: rows only know what is now. */
export const shownFriends = (view: FriendsView): Figures =>
  shown({
    "moves added": view.figures.added.now,
    "moves returned": view.figures.returned.now,
    "moves blocked": view.figures.blocked.now,
    "following end": view.figures.following.now,
    ...listed("area", view.areas.bars),
    ...listed("age", view.ageBands.bars),
    ...listed("interest", view.interests.bars),
    ...Object.fromEntries(
      view.interestsByArea.rows.flatMap(({ key }, r) =>
        view.interestsByArea.columns.map((column, c) => {
          const n = view.interestsByArea.cells[r]?.[c] ?? null;
          return [`interest area ${key}/${column.key}`, plain(n)] as const;
        }),
      ),
    ),
  });

export async function rawBot(db: DbOrTx, period: Period): Promise<Figures> {
  const asked = within("asked_at", period);
  return shown(
    merged([
      await read(
        db,
        "outcome",
        sql`select outcome as name, count(*) as n from bot_questions where ${asked} group by 1`,
      ),
      await read(
        db,
        "topic",
        sql`select coalesce(topic, '') || '/' || outcome as name, count(*) as n from bot_questions where ${asked} group by 1`,
      ),
      await read(
        db,
        "kind",
        sql`select kind as name, count(*) as n from bot_questions where ${asked} and kind is not null group by 1`,
      ),
      await read(
        db,
        "helpful",
        sql`select helpful as name, count(*) as n from bot_questions where ${asked} and helpful is not null group by 1`,
      ),
      await read(
        db,
        "word",
        sql`select left(folded, 60) as name, count(*) as n from bot_questions where ${asked} and folded <> '' group by 1 having count(*) >= 5 order by 2 desc, left(folded, 60) collate "C" limit 50`,
      ),
    ]),
  );
}
export const shownBot = (view: BotView): Figures =>
  shown({
    ...Object.fromEntries(
      view.outcomes.lines.map(({ key, values }) => [
        `outcome ${key}`,
        values.reduce<number>((sum, n) => sum + (n ?? 0), 0),
      ]),
    ),
    ...Object.fromEntries(
      view.topicsByOutcome.rows.flatMap(({ key }, r) =>
        view.topicsByOutcome.columns.map((column, c) => [
          `topic ${key}/${column.key}`,
          Number(view.topicsByOutcome.cells[r]?.[c]),
        ]),
      ),
    ),
    ...listed("kind", view.kinds.bars),
    "helpful true": view.figures.helpful.now,
    "helpful false": view.figures.unhelpful.now,
    ...Object.fromEntries(view.words.map(({ word, now }) => [`word ${word}`, now])),
  });

const HOLIDAYS = Array.from({ length: 12 }, (_, i) => [...holidaysOf(2020 + i).keys()]).flat();

export async function rawReports(db: DbOrTx, period: Period, sectionId: number | null): Promise<Figures> {
  const mine = sectionId === null ? sql`true` : sql`section_id = ${sectionId}`;
  const received = sql`${within("received_at", period)} and ${mine}`;
  const spread = (name: string, until: string, where: SQL) =>
    read(
      db,
      name,
      sql`select each.name, case each.name when 'n' then n when 'median' then half else most end as n from (
        select count(*) as n, percentile_disc(0.5) within group (order by minutes) as half, percentile_disc(0.9) within group (order by minutes) as most
        from (select floor(extract(epoch from ${sql.raw(until)} - received_at) / 60) as minutes from reports where ${within(until, period)} and ${mine} and ${where}) m) s,
        (values ('n'), ('median'), ('p90')) as each (name)`,
    );
  return shown(
    merged([
      await read(
        db,
        "category",
        sql`select category_key as name, count(*) as n from reports where ${received} group by 1`,
      ),
      await read(
        db,
        "section",
        sql`select coalesce(section_id, 0) as name, count(*) as n from reports where ${received} group by 1`,
      ),
      await read(
        db,
        "area",
        sql`select coalesce(area_id, 0) as name, count(*) as n from reports where ${received} group by 1`,
      ),
      await read(
        db,
        "hour",
        sql`select case when ${tokyo("received_at")}::date = any(${sql.param(HOLIDAYS)}::date[]) then 7 else extract(isodow from ${tokyo("received_at")}) - 1 end || '/' || extract(hour from ${tokyo("received_at")}) as name, count(*) as n from reports where ${received} group by 1`,
      ),
      await read(
        db,
        "cell",
        sql`select (cell_x >> 6) || '/' || (cell_y >> 6) as name, count(*) as n from reports where ${received} and cell_x is not null group by 1`,
      ),
      await spread("look", "first_look_at", sql`first_look_at is not null`),
      await spread("fix", "status_at", sql`status = 'done'`),
      sectionId !== null
        ? {}
        : await read(
            db,
            "step",
            sql`select scenario_key || '/' || scenario_version || '/' || step as name, count(distinct id) as n
              from conversations, unnest(reached) as step where ${within("started_at", period)} group by 1`,
          ),
    ]),
  );
}
export const shownReports = (view: ReportsView): Figures =>
  shown({
    ...listed("category", view.categories.bars),
    ...listed("section", view.bySection.bars),
    ...listed("area", view.byArea.bars),
    ...Object.fromEntries(
      view.hours.cells.flatMap((row, r) => row.map((n, hour) => [`hour ${r}/${hour}`, Number(n)])),
    ),
    ...Object.fromEntries(view.heat.cells.map(({ x, y, n }) => [`cell ${x}/${y}`, n])),
    "look n": view.firstLook.n.now,
    "look median": view.firstLook.median.now,
    "look p90": view.firstLook.p90.now,
    "fix n": view.fix.n.now,
    "fix median": view.fix.median.now,
    "fix p90": view.fix.p90.now,
    ...Object.fromEntries(
      (view.funnels ?? []).flatMap(({ key, version, steps }) =>
        steps.map(({ id, reached }) => [`step ${key}/${version}/${id}`, reached]),
      ),
    ),
  });

export async function rawBroadcasts(db: DbOrTx, period: Period): Promise<Figures> {
  const sent = sql`(select id from broadcasts where ${within("first_accepted_at", period)} and kind <> 'drill')`;
  return shown(
    merged([
      await read(
        db,
        "reach",
        sql`select broadcast_id as name, sum(cardinality(friend_ids)) as n from broadcast_batches where state = 'accepted' and broadcast_id in ${sent} group by 1`,
      ),
      await read(
        db,
        "blocks",
        sql`select broadcast_id as name, count(distinct m.friend_id) as n from (
            select broadcast_id, settled_at, unnest(friend_ids) as friend_id from broadcast_batches where state = 'accepted' and broadcast_id in ${sent}) r
          join friend_moves m on m.friend_id = r.friend_id and m.kind = 'block' and m.at >= r.settled_at and m.at < r.settled_at + interval '24 hours' group by 1`,
      ),
      await read(
        db,
        "opens",
        sql`select broadcast_id as name, (figures -> 'overview' ->> 'uniqueImpression')::int as n from broadcast_insights where broadcast_id in ${sent}`,
      ),
    ]),
  );
}
export const shownBroadcasts = (view: BroadcastsView): Figures =>
  shown(
    Object.fromEntries(
      view.list.flatMap(({ id, reach, blocks, opens }) => [
        [`reach ${id}`, plain(reach)],
        [`blocks ${id}`, plain(blocks)],
        [`opens ${id}`, opens],
      ]),
    ),
  );
