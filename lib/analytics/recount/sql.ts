import { type SQL, sql } from "drizzle-orm";
import type { Source } from "../metric";

/** Every metric straight from the raw rows: what daily_counts has to hold. Written apart from the triggers on purpose. */

const day = (column: string): SQL => sql.raw(`(${column} at time zone 'Asia/Tokyo')::date`);

/** Columns that a part does not use are 0 or empty. */
const part = (select: {
  metric: string;
  day: SQL;
  from: SQL;
  section?: SQL;
  area?: SQL;
  key?: SQL;
  part?: SQL;
  value?: SQL;
  n?: SQL;
}): SQL => sql`
  select ${sql.raw(`'${select.metric}'`)} as metric, ${select.day} as day, ${select.section ?? sql`0`} as section_id,
    ${select.area ?? sql`0`} as area_id, ${select.key ?? sql`''`} as key, ${select.part ?? sql`''`} as part,
    ${select.value ?? sql`0`}::bigint as value, ${select.n ?? sql`count(*)`} as n
  from ${select.from} group by 1, 2, 3, 4, 5, 6, 7`;
const all = (...parts: SQL[]): SQL => sql.join(parts, sql` union all `);

const moves = sql`
  with judged as (
    select at, kind, lag(kind) over (partition by friend_id order by at, event_id collate "C") as was from friend_moves)
  ${all(
    ...(
      [
        ["moves.add", sql`kind = 'follow' and was is null`],
        ["moves.met", sql`kind = 'met' and was is null`],
        ["moves.return", sql`kind in ('follow', 'met') and was = 'block'`],
        ["moves.block", sql`kind = 'block' and was in ('follow', 'met')`],
        ["moves.block_unmet", sql`kind = 'block' and was is null`],
      ] as const
    ).map(([metric, where]) => part({ metric, day: day("at"), from: sql`judged where ${where}` })),
  )}`;

const area = sql`area_id`;
const bits = Array.from({ length: 60 }, (_, bit) => `count(*) filter (where (interests >> ${bit}) & 1 = 1)`);
/** What friends are now, by a day of their rows. */
export const standingBy = (told: SQL): SQL => {
  const day = sql`told`;
  return sql`
  with here as materialized (
    select ${told} as told, area_id, age_band, gender, spoken, answered_at is not null as answered,
      stopped_at is not null as stopped, count(*) as n
    from friends where state = 'following' group by 1, 2, 3, 4, 5, 6, 7),
  counted as materialized (
    select ${told} as told, area_id, array[${sql.raw(bits.join(", "))}] as counts from friends where state = 'following' group by 1, 2)
  ${all(
    ...(
      [
        ["friends.now", sql`0`, sql`here`],
        ["friends.age", sql`age_band`, sql`here`],
        ["friends.gender", sql`gender`, sql`here`],
        ["friends.spoken", sql`spoken`, sql`here`],
        ["friends.answered", sql`0`, sql`here where answered`],
        ["friends.stopped", sql`0`, sql`here where stopped`],
        [
          "friends.interest",
          sql`place - 1`,
          sql`counted, unnest(counts) with ordinality as each (n, place) where n > 0`,
        ],
      ] as const
    ).map(([metric, value, from]) => part({ metric, day, area, value, n: sql`sum(n)`, from })),
  )}`;
};
/** As it stands: without a day. */
const friends = standingBy(sql`null::date`);

const topic = sql`coalesce(topic, '')`;
const bot = sql`
  with asked as materialized (
    select ${day("asked_at")} as day, topic, outcome, kind, helpful, count(*) as n from bot_questions group by 1, 2, 3, 4, 5),
  words as materialized (
    select ${day("asked_at")} as day, left(folded, 60) as word, count(*) as n from bot_questions where folded <> '' group by 1, 2)
  ${all(
    part({
      metric: "bot.outcome",
      day: sql`day`,
      key: topic,
      part: sql`outcome`,
      n: sql`sum(n)`,
      from: sql`asked`,
    }),
    part({
      metric: "bot.kind",
      day: sql`day`,
      part: sql`kind`,
      n: sql`sum(n)`,
      from: sql`asked where kind is not null`,
    }),
    part({
      metric: "bot.helpful",
      day: sql`day`,
      key: topic,
      part: sql`case when helpful then 'yes' else 'no' end`,
      n: sql`sum(n)`,
      from: sql`asked where helpful is not null`,
    }),
    part({ metric: "bot.word", day: sql`day`, key: sql`word`, n: sql`sum(n)`, from: sql`words` }),
  )}`;

const section = sql`coalesce(section_id, 0)`;
const received = day("received_at");
const minutes = (until: string): SQL =>
  sql.raw(`greatest(0, floor(extract(epoch from ${until}) / 60 - extract(epoch from received_at) / 60))`);
const reports = all(
  part({
    metric: "report.received",
    day: received,
    section,
    area: sql`coalesce(area_id, 0)`,
    key: sql`category_key`,
    from: sql`reports`,
  }),
  part({
    metric: "report.hour",
    day: received,
    section,
    value: sql.raw(`date_part('hour', received_at at time zone 'Asia/Tokyo')`),
    from: sql`reports`,
  }),
  part({
    metric: "report.cell",
    day: received,
    section,
    value: sql`(cell_x / 64)::bigint * 65536 + cell_y / 64`,
    from: sql`reports where cell_x is not null and cell_y is not null`,
  }),
  part({
    metric: "report.no_point",
    day: received,
    section,
    from: sql`reports where cell_x is null or cell_y is null`,
  }),
  part({
    metric: "report.closed",
    day: day("status_at"),
    section,
    from: sql`reports where status in ('done', 'not_needed', 'referred', 'duplicate')`,
  }),
  part({
    metric: "report.look",
    day: day("looked_at"),
    section,
    value: minutes("looked_at"),
    from: sql`(
      select reports.section_id, received_at, min(at) as looked_at from reports join report_entries on report_id = reports.id
      where actor_kind = 'staff' and kind <> 'submitted' group by reports.id) as looked`,
  }),
  part({
    metric: "report.fix",
    day: day("status_at"),
    section,
    value: minutes("status_at"),
    from: sql`reports where status = 'done'`,
  }),
);

const walk = { day: sql`day`, key: sql`scenario_key`, value: sql`scenario_version`, n: sql`sum(n)` };
const walks = sql`
  with ways as materialized (
    select ${day("started_at")} as day, scenario_key, scenario_version, state, reached, count(*) as n
    from conversations where reached <> '{}' group by 1, 2, 3, 4, 5)
  ${all(
    part({ ...walk, metric: "walk.state", part: sql`state`, from: sql`ways` }),
    part({
      ...walk,
      metric: "walk.reached",
      part: sql`step`,
      from: sql`ways, lateral (select distinct unnest(reached) as step) as steps`,
    }),
    part({
      ...walk,
      metric: "walk.left",
      part: sql`reached[array_length(reached, 1)]`,
      from: sql`ways where state in ('cancelled', 'stopped', 'expired')`,
    }),
    part({
      ...walk,
      metric: "walk.open",
      part: sql`reached[array_length(reached, 1)]`,
      from: sql`ways where state = 'open'`,
    }),
  )}`;

const broadcasts = part({
  metric: "broadcast.reach",
  day: day("settled_at"),
  key: sql`broadcast_id::text`,
  n: sql`sum(size)`,
  from: sql`broadcast_batches where state = 'accepted' and settled_at is not null`,
});

/** Rows of dimensions and `n`; of what is counted as it stands, `day` is null. */
export const RECOUNT: Record<Source, SQL> = { moves, friends, bot, reports, walks, broadcasts };
export const STANDING: readonly Source[] = ["friends"];
