import { asc, sql } from "drizzle-orm";
import { interests } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { shortDate } from "@/lib/core/time";
import { localText } from "@/lib/scenarios/schema";
import { EVERYONE } from "@/lib/segments/rule";
import type { FillPlan } from "../plan";

/** As many as LINE takes at once. */
const BATCH = 500;
/** Every so manieth goes to everybody. */
const TO_ALL = 35;
/** Others go to so many at most: what a broadcast reached is kept person by person. */
const FEW = 30_000;

/**
 * Broadcasts that were sent, evenly over the time: most to those with one interest, some to everybody, with LINE's
 * numbers on them. Somebody has to have written them: without any account there are none.
 */
export async function fillBroadcasts(ctx: Ctx, plan: FillPlan, tell: (done: number) => void): Promise<void> {
  const topics = await ctx.db.select().from(interests).orderBy(asc(interests.position));
  const every = Math.max(1, Math.ceil((plan.friends * 0.3) / FEW));
  for (let n = 1; n <= plan.broadcasts; n += 1) {
    const topic = topics[n % Math.max(1, topics.length)];
    const toAll = n % TO_ALL === 0 || !topic;
    const label = toAll ? "市からの大切なお知らせ" : `${localText.parse(topic.label).ja}のお知らせ`;
    const content = { variants: { ja: [{ kind: "text", text: `${label}です。` }] } };
    const at = new Date(
      ctx.now.getTime() - (plan.days * 86_400_000 * (plan.broadcasts - n + 0.4)) / plan.broadcasts,
    );
    const title = `${label}(${shortDate(at)})`;
    const since = sql`${at.toISOString()}::timestamptz`;
    const audience = toAll
      ? sql`true`
      : sql`(interests >> ${topic.bit}::int) & 1 = 1 and hashint8extended(id, ${n}) & 2147483647 < 2147483647 / ${every}::int`;
    await ctx.db.execute(sql`
      with writer as (select min(id) as id from staff), section as (select array_agg(id order by id) as ids from sections),
      made as (
        insert into broadcasts (id, kind, state, title, section_id, author_id, writer_ids, content, rule, schedule, version, due_at, released_at, first_accepted_at, finished_at, frozen_at, created_at, updated_at)
        select md5(${plan.seed}::text || 'broadcast' || ${n}::int)::uuid, 'routine', 'sent', ${title}, ids[1 + ${n}::int % cardinality(ids)], writer.id, array[writer.id],
          ${JSON.stringify(content)}::jsonb, ${JSON.stringify(EVERYONE)}::jsonb, '{"kind":"now"}', 1, ${since}, ${since}, ${since}, ${since} + interval '5 minutes', ${since}, ${since}, ${since}
        from writer, section where writer.id is not null on conflict (id) do nothing returning id, author_id),
      version as (
        insert into broadcast_versions (broadcast_id, version, kind, title, content, rule, schedule, hash, submitted_by, submitted_at, decision, decided_by, decided_at)
        select id, 1, 'routine', ${title}, ${JSON.stringify(content)}::jsonb, ${JSON.stringify(EVERYONE)}::jsonb, '{"kind":"now"}', md5(${title}), author_id, ${since}, 'approved', author_id, ${since} from made),
      reached as materialized (
        select id, (row_number() over (order by id) - 1) / ${BATCH}::int as batch from friends
        where followed_at < ${since} and (blocked_at is null or blocked_at > ${since} or blocked_at < followed_at) and stopped_at is null and ${audience}),
      batches as (
        insert into broadcast_batches (broadcast_id, n, spoken, friend_ids, size, retry_key, lane, state, attempts, http_status, settled_at)
        select made.id, batch, 0, array_agg(reached.id order by reached.id), count(*), md5(made.id::text || batch)::uuid, 1, 'accepted', 1, 200, ${since} + batch * interval '5 milliseconds'
        from made, reached group by made.id, batch returning size),
      sum as (select coalesce(sum(size), 0)::int as n from batches)
      insert into broadcast_insights (broadcast_id, unit, figures, fetched_at, as_of, ended_at)
      select id, 'fill' || left(md5(id::text), 20), jsonb_build_object('overview', jsonb_build_object(
          'uniqueImpression', case when n * 0.5 >= 20 then round(n * (0.42 + 0.2 * ${(n * 37) % 100} / 100.0)) end,
          'uniqueClick', case when n * 0.05 >= 20 then round(n * (0.03 + 0.06 * ${(n * 53) % 100} / 100.0)) end), 'messages', '[]'::jsonb, 'clicks', '[]'::jsonb),
        ${since} + interval '15 days', to_char(${since} + interval '14 days', 'YYYY-MM-DD'), ${since} + interval '15 days'
      from made, sum`);
    tell(n);
  }
}
