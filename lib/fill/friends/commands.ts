import { asc, sql } from "drizzle-orm";
import { areas, interests, traitOptions } from "@/db/schema";
import { addedFrom } from "@/lib/analytics/counts/commands";
import { countsOf } from "@/lib/analytics/counts/sql";
import { METRICS } from "@/lib/analytics/metric";
import { standingBy } from "@/lib/analytics/recount/sql";
import type { Ctx } from "@/lib/core/context";
import type { FillPlan } from "../plan";
import { chance, oneOf } from "../sql";

const AT_ONCE = 100_000;
/** A few interests are common, most are rare. */
const shareOf = (bit: number) => 0.4 / (1 + bit * 0.3);

async function readTown(ctx: Ctx) {
  const [areaRows, topics, options] = [
    await ctx.db.select({ id: areas.id }).from(areas).orderBy(asc(areas.position)),
    await ctx.db.select({ bit: interests.bit }).from(interests).orderBy(asc(interests.bit)),
    await ctx.db.select().from(traitOptions),
  ];
  const codes = (trait: string) => options.filter((each) => each.trait === trait).map(({ code }) => code);
  return {
    areas: areaRows.map(({ id }) => id),
    bits: topics.map(({ bit }) => bit),
    ages: codes("age_band"),
    genders: codes("gender"),
  };
}

const array = (list: readonly number[]) =>
  sql.raw(`array[${(list.length > 0 ? list : [0]).join(",")}]::int[]`);

/**
 * Residents of (seed, count), as the LINE sandbox makes them too, with their coming and going. Some came in one month of
 * a campaign, a sixth blocked the account at some time and some of those came back; a third answered nothing.
 */
export async function fillFriends(ctx: Ctx, plan: FillPlan, tell: (done: number) => void): Promise<void> {
  const town = await readTown(ctx);
  const u = (purpose: string) => chance(plan.seed, purpose);
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const pick = (list: readonly number[], purpose: string, bend = 1) =>
    oneOf(array(list), Math.max(1, list.length), u(purpose), bend);
  const mask = town.bits.map(
    (bit) => sql`((${u(`bit ${bit}`)} < ${shareOf(bit)}::float8)::int::bigint << ${bit}::int)`,
  );
  for (let from = 1; from <= plan.friends; from += AT_ONCE) {
    const to = Math.min(plan.friends, from + AT_ONCE - 1);
    await ctx.db.execute(sql`
      with first as materialized (
        select n, 'U' || md5(${`${plan.seed}:`}::text || n) as line_user_id,
          ${now} - ${plan.days}::int * interval '1 day' * case when ${u("campaign")} < 0.12 then 0.45 + 0.04 * ${u("came")} else 1 - power(${u("came")}, 0.8) end as came
        from generate_series(${from}::bigint, ${to}::bigint) n),
      gone as materialized (
        select *, case when ${u("blocks")} < 0.17 then came + (${now} - came) * power(${u("left")}, 2) end as gone_at from first),
      p as materialized (
        select *, case when gone_at is not null and ${u("back")} < 0.25 then gone_at + (${now} - gone_at) * ${u("back at")} end as back_at,
          ${u("answers")} < 0.67 as answered from gone),
      made as (
        insert into friends (line_user_id, state, state_at, followed_at, blocked_at, language, spoken, age_band, gender, area_id, interests, answered_at, stopped_at, created_at)
        select line_user_id, case when gone_at is not null and back_at is null then 'blocked' else 'following' end,
          coalesce(back_at, gone_at, came), coalesce(back_at, came), gone_at,
          case when ${u("language")} < 0.94 then 'ja' when ${u("language")} < 0.97 then 'en' when ${u("language")} < 0.99 then 'zh' else 'ko' end,
          case when ${u("language")} < 0.94 then 0 when ${u("language")} < 0.97 then 2 when ${u("language")} < 0.99 then 3 else 4 end,
          case when answered and ${u("tells age")} < 0.9 then ${pick(town.ages, "age", 0.8)} else 0 end,
          case when answered and ${u("tells gender")} < 0.85 then ${pick(town.genders, "gender")} else 0 end,
          case when not answered or ${u("tells area")} < 0.06 then 0 when ${u("tells area")} < 0.1 then -1 else ${pick(town.areas, "area", 1.3)} end,
          case when answered then ${sql.join([sql`0::bigint`, ...mask], sql` | `)} else 0 end,
          case when answered then least(${now}, came + power(${u("answer at")}, 6) * interval '300 days') end,
          case when ${u("stops")} < 0.02 then ${now} - (${now} - came) * ${u("stop at")} end, came
        from p on conflict (line_user_id) do nothing returning id, line_user_id)
      insert into friend_moves (event_id, friend_id, kind, at)
      select ${`fill:${plan.seed}:`}::text || lpad(n::text, 9, '0') || ':' || place, id, kind, at
      from made join p using (line_user_id)
        cross join lateral (values (1, 'follow', came), (2, 'block', gone_at), (3, 'follow', back_at)) as moves (place, kind, at)
      where at is not null`);
    tell(to);
  }
}

/**
 * What friends told, counted on the days on which they told it: a recount would put all of it on today. And a note for
 * the segments, whose bits are to be made.
 */
export async function countFilledFriends(ctx: Ctx): Promise<void> {
  for (const table of ["daily_counts", "monthly_counts"])
    await ctx.db.execute(sql`delete from ${sql.raw(table)} where metric like 'friends.%'`);
  await ctx.db.execute(sql`delete from count_deltas where metric like 'friends.%'`);
  const told = sql.raw(`(coalesce(answered_at, followed_at, created_at) at time zone 'Asia/Tokyo')::date`);
  await ctx.db.execute(sql`with standing as (${standingBy(told)}), ${addedFrom("standing")} select 1`);
  await ctx.db.execute(sql`insert into friend_changes (friend_id) select id from friends`);
}

/** LINE's guess, in the form it tells it. */
const DEMOGRAPHIC = {
  available: true,
  genders: [
    { gender: "female", percentage: 55.8 },
    { gender: "male", percentage: 41.6 },
    { gender: "unknown", percentage: 2.6 },
  ],
  ages: [
    { age: "from0to14", percentage: 0.4 },
    { age: "from15to19", percentage: 2.9 },
    { age: "from20to24", percentage: 4.7 },
    { age: "from25to29", percentage: 6.8 },
    { age: "from30to34", percentage: 10.9 },
    { age: "from35to39", percentage: 13.6 },
    { age: "from40to44", percentage: 14.7 },
    { age: "from45to49", percentage: 13.9 },
    { age: "from50", percentage: 29.5 },
    { age: "unknown", percentage: 2.6 },
  ],
  areas: [
    { area: "熊本", percentage: 88.1 },
    { area: "福岡", percentage: 4.4 },
    { area: "東京", percentage: 2.2 },
    { area: "unknown", percentage: 5.3 },
  ],
};

/** LINE's nightly numbers as they might have been: it counted a few before us, and deleted accounts stay in. */
export async function fillLineDays(ctx: Ctx, plan: Pick<FillPlan, "days">): Promise<void> {
  await ctx.db.execute(sql`
    with days as (
      select day::date from generate_series(${ctx.now.toISOString()}::timestamptz - ${Math.min(plan.days, 365)}::int * interval '1 day', ${ctx.now.toISOString()}::timestamptz - interval '1 day', interval '1 day') day),
    moved as (select metric, day, sum(n) as n from ${countsOf({ metrics: METRICS.moves, period: null })} as counts group by 1, 2),
    told as (
      select days.day, coalesce(sum(n) filter (where metric in ('moves.add', 'moves.met')), 0) as ever,
        coalesce(sum(case metric when 'moves.block' then n when 'moves.return' then -n end), 0) as gone
      from days left join moved on moved.day <= days.day group by 1)
    insert into line_followers (day, followers, targeted_reaches, blocks, fetched_at)
    select day, round(ever * 1.021), case when ever - gone >= 20 then round((ever - gone) * 0.93) end, round(gone * 1.006),
      (day + 1 + time '03:10') at time zone 'Asia/Tokyo' from told
    on conflict (day) do nothing`);
  await ctx.db.execute(sql`
    update line_followers set demographic = ${JSON.stringify(DEMOGRAPHIC)}::jsonb
    where demographic is null and day = (select max(day) from line_followers where targeted_reaches >= 20)`);
}
