import { desc, eq, isNotNull, sql } from "drizzle-orm";
import { scenarios, scenarioVersions } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { DUE_DAYS } from "@/lib/reports/status";
import { scenarioDefinition } from "@/lib/scenarios/schema";
import type { FillPlan } from "../plan";
import { chance, inDay, normal, oneOf } from "../sql";
import { waysThrough } from "../ways";

const AT_ONCE = 20_000;
const BODIES = [
  "道路に穴があいています。",
  "側溝のふたが割れています。",
  "カーブミラーが曲がっています。",
  "街灯が消えたままです。",
  "木の枝が歩道に出ています。",
  "遊具の板が割れています。",
  "水が止まりません。",
  "雨のあと、水がたまります。",
];
const texts = (list: readonly string[]) => sql`${sql.param([...list])}::text[]`;

/** Minutes around a median, a tenth of them over `p90`. */
const minutes = (seed: string, purpose: string, median: number, p90: number) =>
  sql`(exp(ln(${median}::float8) + ${Math.log(p90 / median) / 1.2816}::float8 * ${normal(seed, purpose)}) * interval '1 minute')`;

/**
 * Reports of the filled residents over the whole time, where the city's areas are, in the sections that work them, with
 * the timeline of each. Most are repaired after some days; the newest are still open.
 */
export async function fillReports(ctx: Ctx, plan: FillPlan, tell: (done: number) => void): Promise<void> {
  const { seed } = plan;
  const u = (purpose: string) => chance(seed, `report ${purpose}`);
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  for (let from = 1; from <= plan.reports; from += AT_ONCE) {
    const to = Math.min(plan.reports, from + AT_ONCE - 1);
    await ctx.db.execute(sql`
      with tops as (select array_agg(key order by position) as keys, array_agg(label order by position) as labels, count(*)::int as size from categories where parent_key is null),
      places as (select array_agg(id order by position) as ids, count(*)::int as size from areas),
      came as (
        select n, least(${now} - interval '1 minute', ${inDay(sql`((${now} at time zone 'Asia/Tokyo')::date - floor(${plan.days}::int * (1 - n::float8 / ${plan.reports}::int))::int)`, seed, "report")}) as at
        from generate_series(${from}::int, ${to}::int) n),
      chosen as (
        select came.*, 1 + floor(power(${u("category")}, 1.6) * tops.size)::int as c, 1 + floor(power(${u("area")}, 1.3) * places.size)::int as a from came, tops, places),
      placed as (
        select chosen.*, tops.keys[c] as category, tops.labels[c] as label, areas.id as area_id,
          areas.lat + 0.016 * ${normal(seed, "report lat")} as lat, areas.lng + 0.02 * ${normal(seed, "report lng")} as lng,
          ${u("has point")} < 0.96 as has_point,
          at + ${minutes(seed, "look", 150, 1_500)} as looked, at + interval '20 minutes' + ${minutes(seed, "fix", 6_000, 40_000)} as ended
        from chosen cross join tops join places on true join areas on areas.id = places.ids[a]),
      worked as (
        select *, case
            when ended >= ${now} then case when looked >= ${now} then 'received' when ${u("starts")} < 0.5 then 'checking' else 'working' end
            when ${u("end")} < 0.86 then 'done' when ${u("end")} < 0.95 then 'not_needed' else 'referred' end as status,
          extract(year from (at at time zone 'Asia/Tokyo') - interval '3 months')::int as year
        from placed),
      numbered as (
        select worked.*, coalesce(report_numbers.last, 0) + row_number() over (partition by year order by at, n) as running
        from worked left join report_numbers on fiscal_year = year),
      named as (
        select *, md5(${seed}::text || 'report' || n)::uuid as id, 'R' || (year - 2018) || '-' || case when running < 1000000 then lpad(running::text, 6, '0') else running::text end as number from numbered),
      taken as (
        insert into report_numbers (fiscal_year, last) select year, max(running) from named group by year
        on conflict (fiscal_year) do update set last = greatest(report_numbers.last, excluded.last)),
      filed as (
        insert into reports (id, number, source, source_key, friend_id, category_key, answers, body, lat, lng, cell_x, cell_y, area_id, area_source,
          received_at, status, status_at, first_look_at, section_id, due_at, search_text, updated_at)
        select id, number, case when ${u("source")} < 0.86 then 'line' when ${u("source")} < 0.96 then 'phone' else 'counter' end,
          'fill:' || ${seed}::text || ':' || n,
          (select f.id from friends f where f.line_user_id = 'U' || md5(${`${seed}:`}::text || (1 + floor(${u("friend")} * ${Math.max(1, plan.friends)}::int))::bigint)),
          category, '[]', ${oneOf(texts(BODIES), BODIES.length, u("body"))},
          case when has_point then lat end, case when has_point then lng end,
          case when has_point then floor((lng + 180) / 360 * 4194304)::int end,
          case when has_point then floor((1 - asinh(tan(radians(lat))) / pi()) / 2 * 4194304)::int end,
          case when has_point then area_id end, case when has_point then 'outline' end,
          at, status, case when status = 'received' then at when status in ('checking', 'working') then looked else ended end,
          case when status <> 'received' then looked end,
          (select r.section_id from routes r where r.category_key = category and (r.area_id = placed_area or r.area_id is null) order by r.area_id nulls last limit 1),
          ((at at time zone 'Asia/Tokyo')::date + ${DUE_DAYS.normal + 1}::int)::timestamp at time zone 'Asia/Tokyo' - interval '1 millisecond',
          lower(number || ' ' || label), greatest(at, case when status = 'received' then at when status in ('checking', 'working') then looked else ended end)
        from (select *, area_id as placed_area from named) named
        on conflict do nothing returning id, received_at, status, status_at, first_look_at)
      insert into report_entries (report_id, at, kind, visibility, actor_kind, actor_id, from_status, to_status, body)
      select id, received_at, 'submitted', 'public', 'friend', null, null, 'received', '' from filed
      union all select id, first_look_at, 'status', 'internal', 'staff', (select min(id) from staff), 'received', case when status = 'working' then 'working' else 'checking' end, ''
        from filed where first_look_at is not null
      union all select id, status_at, 'status', 'public', 'staff', (select min(id) from staff), 'checking', status, ''
        from filed where status in ('done', 'not_needed', 'referred')
      order by 2`);
    tell(to);
  }
  // A case that was settled before anybody noted looking at it was looked at then.
  await ctx.db.execute(sql`
    update reports set first_look_at = e.at from (
      select report_id, min(at) as at from report_entries where actor_kind = 'staff' and kind <> 'submitted' group by 1) e
    where e.report_id = reports.id and first_look_at is distinct from e.at`);
}

/** Walks through the published scenarios, one for each report and as many again that ended on the way. */
export async function fillWalks(ctx: Ctx, plan: FillPlan): Promise<void> {
  const versions = await ctx.db
    .select({
      key: scenarios.key,
      version: scenarioVersions.version,
      definition: scenarioVersions.definition,
    })
    .from(scenarios)
    .innerJoin(
      scenarioVersions,
      sql`${eq(scenarioVersions.scenarioKey, scenarios.key)} and ${eq(scenarioVersions.version, scenarios.publishedVersion)}`,
    )
    .where(isNotNull(scenarios.publishedVersion))
    .orderBy(desc(scenarios.key));
  const ways = versions.flatMap(({ key, version, definition }) =>
    waysThrough(scenarioDefinition.parse(definition)).map((way) => ({ key, version, ...way })),
  );
  if (ways.length === 0 || plan.friends === 0) return;
  const { seed } = plan;
  const u = (purpose: string) => chance(seed, `walk ${purpose}`);
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const total = plan.reports * 2;
  await ctx.db.execute(sql`
    with ways as (
      select place, way ->> 'key' as key, (way ->> 'version')::int as version, array(select jsonb_array_elements_text(way -> 'steps')) as steps, way ->> 'end' as ending
      from jsonb_array_elements(${JSON.stringify(ways)}::jsonb) with ordinality as each (way, place)),
    walks as (
      select n, 1 + floor(${u("way")} * ${ways.length}::int)::int as place,
        least(${now} - interval '3 hours', ${inDay(sql`((${now} at time zone 'Asia/Tokyo')::date - floor(${plan.days}::int * ${u("day")})::int)`, seed, "walk")}) as at,
        1 + floor(${u("friend")} * ${plan.friends}::int)::bigint as who
      from generate_series(1, ${total}::int) n),
    gone as (
      select n, at, who, key, version, ending, steps[1:case
          when ${u("whole")} < 0.5 then cardinality(steps) else 1 + floor(power(${u("length")}, 1.7) * (cardinality(steps) - 1))::int end] as reached,
        ${u("whole")} < 0.5 as is_whole from walks join ways using (place))
    insert into conversations (id, friend_id, scenario_key, scenario_version, state, draft, reached, started_at, last_event_at, last_event_id, expires_at)
    select 'fill:' || ${seed}::text || ':w' || n, f.id, key, version,
      case when is_whole then case ending when 'confirm' then 'submitted' else 'stopped' end when ${u("how")} < 0.35 then 'cancelled' else 'expired' end,
      jsonb_build_object('conversationId', 'fill:' || ${seed}::text || ':w' || n, 'scenarioKey', key, 'version', version,
        'startedAt', floor(extract(epoch from at) * 1000), 'lastAt', floor(extract(epoch from at) * 1000) + 120000, 'lastEventId', 'fill',
        'answers', '{}'::jsonb, 'preset', '[]'::jsonb, 'photos', '[]'::jsonb, 'place', null, 'page', 0, 'asking', null, 'editing', null),
      reached, at, at + interval '2 minutes', 'fill', at + interval '1 day 2 minutes'
    from gone join friends f on f.line_user_id = 'U' || md5(${`${seed}:`}::text || who)
    on conflict do nothing`);
}
