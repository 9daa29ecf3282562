import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";
import { SMALL } from "@/lib/segments/figures";
import type { Period } from "../view";
import { spansOf } from "./spans";

const SHOWN = 50;
/**
 * So many words of each month and day are looked at first. With ten million questions less than half of it is too few, and
 * twice takes half as long again.
 */
const DEPTH = 100;
type Word = { word: string; n: number };

/** `grain`: month or day; `until`: its last day. */
const spans = (period: Period): SQL => {
  const { months, days } = spansOf(period);
  return sql`
  spans as materialized (
    select 'month' as grain, day, (day + interval '1 month - 1 day')::date as until from unnest(${sql.param(months)}::date[]) as day
    union all select 'day', day, day from unnest(${sql.param(days)}::date[]) as day)`;
};
const only = sql`metric = 'bot.word' and section_id = 0 and area_id = 0`;
const first = (table: "daily_counts" | "monthly_counts", depth: number): SQL => sql`
  lateral (select key, n from ${sql.raw(table)} d where d.metric = 'bot.word' and d.day = s.day
    order by d.n desc nulls last limit ${depth}) top`;
/** The first `depth` words of each span. */
const seen = (depth: number): SQL => sql`
  seen as materialized (
    select s.grain, s.day, top.key, top.n from spans s cross join ${first("daily_counts", depth)} where s.grain = 'day'
    union all
    select s.grain, s.day, top.key, top.n from spans s cross join ${first("monthly_counts", depth)} where s.grain = 'month')`;
/**
 * How often the words of `wanted` were asked in the spans: what was seen already is not looked for again. What few asked
 * may be a person's own words: it is told to nobody.
 */
const totals: SQL = sql`
  others as materialized (
    select s.grain, s.day, w.key from spans s cross join wanted w
    where not exists (select from seen where seen.grain = s.grain and seen.day = s.day and seen.key = w.key)),
  totals as (
    select key, sum(n) as n from (
      select key, n from seen where key in (select key from wanted)
      union all
      select d.key, d.n from others o join daily_counts d on d.day = o.day and d.key = o.key where o.grain = 'day' and ${only}
      union all
      select m.key, m.n from others o join monthly_counts m on m.day = o.day and m.key = o.key where o.grain = 'month' and ${only}
      union all
      select c.key, c.n from count_deltas c join spans s on c.day between s.day and s.until
        where c.metric = 'bot.word' and c.key in (select key from wanted)
    ) each group by key having sum(n) >= ${SMALL})`;

/**
 * The words asked most often. There may be a million different ones: of each month and day only the first `depth` are
 * looked at, and of those only the ones that can still be among the first. What was never looked at comes to `unseen` at
 * most; while that is enough to be shown, and as much as the last one shown has, we look deeper. So the answer is the
 * same as of all words.
 */
export async function mostAsked(ctx: Ctx, period: Period, depth = DEPTH): Promise<Word[]> {
  const { rows } = await ctx.db.execute<{ key: string | null; n: string; unseen: string }>(sql`
    with ${spans(period)},
    ${seen(depth)},
    floors as materialized (
      select grain, day, case when count(*) = ${depth} then min(n) else 0 end as floor from seen group by 1, 2),
    unseen as materialized (select coalesce(sum(floor), 0) as n from floors),
    partly as materialized (
      select key, sum(seen.n) as least, sum(seen.n - floor) + (select n from unseen) as most
      from seen join floors using (grain, day) group by key),
    last as materialized (select least from partly order by least desc offset ${SHOWN - 1} limit 1),
    wanted as materialized (
      select key from partly where most >= greatest((select least from last), ${SMALL})
      union select c.key from count_deltas c join spans s on c.day between s.day and s.until where c.metric = 'bot.word'),
    ${totals}
    select key, totals.n, unseen.n as unseen from unseen left join totals on true
    order by totals.n desc nulls last, key collate "C" limit ${SHOWN}`);
  const words = rows.flatMap(({ key, n }) => (key === null ? [] : { word: key, n: Number(n) }));
  const unseen = Number(rows[0]?.unseen ?? 0);
  const isSure = unseen < SMALL || (words.length === SHOWN && (words.at(-1)?.n ?? 0) > unseen);
  return isSure ? words : mostAsked(ctx, period, depth * 8);
}

/** How often each of these words was asked; those that were asked too seldom to be told are missing. */
export async function timesAsked(
  ctx: Ctx,
  args: { period: Period; words: readonly string[] },
): Promise<Map<string, number>> {
  const { rows } = await ctx.db.execute<{ key: string; n: string }>(sql`
    with ${spans(args.period)},
    ${seen(DEPTH)},
    wanted as materialized (select unnest(${sql.param([...args.words])}::text[]) as key),
    ${totals}
    select key, n from totals`);
  return new Map(rows.map(({ key, n }) => [key, Number(n)]));
}
