import { sql } from "drizzle-orm";
import type { Db } from "@/db";
import { idFrom } from "@/lib/core/id";

export type Town = { name: string; interests: number; isUniform: boolean };
export const SENT = [idFrom("bench broadcast 1"), idFrom("bench broadcast 2")];

/** Share of residents who chose the interest: a few are common, most are rare. */
const share = (bit: number, town: Town) => (town.isUniform ? 0.5 : 0.35 / (1 + bit * 0.35));

/** Friends by SQL, the same every time. A third never answered; a tenth blocked; some stopped; most speak Japanese. */
export async function fillFriends(db: Db, town: Town, friends: number): Promise<void> {
  const bits = Array.from(
    { length: town.interests },
    (_, bit) => `((random() < ${share(bit, town)})::int::bigint << ${bit})`,
  ).join(" | ");
  const answer = (skewed: string, uniform: string) =>
    `case when not answered then 0 else ${town.isUniform ? uniform : skewed} end`;
  await db.execute(sql`truncate friends, reports, broadcast_batches, broadcasts cascade`);
  await db.execute(sql`alter table friends disable trigger user`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select setseed(0.42)`);
    await tx.execute(
      sql.raw(`
      insert into friends (line_user_id, state, followed_at, spoken, age_band, gender, area_id, interests, answered_at, stopped_at)
      select 'U' || lpad(to_hex(n), 32, '0'),
        case when random() < 0.88 then 'following' when random() < 0.8 then 'blocked' else 'unknown' end,
        timestamptz '2020-01-01' + random() * interval '2400 days',
        case when random() < 0.94 then 0 else floor(random() * 5)::int end,
        ${answer("floor(9 * power(random(), 1.5))::int", "floor(random() * 9)::int")},
        ${answer("floor(random() * 4)::int", "floor(random() * 4)::int")},
        ${answer("(array[1,1,1,1,2,2,2,3,3,4,5,-1,0])[1 + floor(random() * 13)::int]", "floor(random() * 7)::int - 1")},
        case when answered then ${bits} else 0 end,
        case when answered then timestamptz '2026-01-01' end,
        case when random() < 0.02 then timestamptz '2026-06-01' end
      from (select n, random() < ${town.isUniform ? 1 : 0.67} as answered from generate_series(1, ${friends}) n) s`),
    );
  });
  await db.execute(sql`alter table friends enable trigger user`);
  await db.execute(sql`insert into friend_changes (friend_id) select id from friends`);
}

/** A report of every tenth friend, and two broadcasts that reached most and few. */
export async function fillHistory(db: Db): Promise<void> {
  await db.execute(sql`
    insert into reports (id, number, source, source_key, friend_id, category_key, answers, received_at, status_at, search_text)
    select gen_random_uuid(), 'B' || id, 'line', 'B' || id, id, 'road', '[]', now() - random() * interval '700 days', now(), ''
    from friends where id % 10 = 0`);
  await db.execute(sql`
    insert into staff (email, name) values ('bench@example.jp', 'bench') on conflict do nothing`);
  for (const [n, id] of SENT.entries()) {
    await db.execute(sql`
      insert into broadcasts (id, kind, state, title, author_id, content, rule, schedule, first_accepted_at, finished_at)
      select ${id}, 'routine', 'sent', 't', id, '{}', '{}', '{}', now(), now() from staff limit 1`);
    await db.execute(sql`
      insert into broadcast_batches (broadcast_id, n, spoken, friend_ids, size, retry_key, lane, state)
      select ${id}, batch, 0, array_agg(id), count(*), gen_random_uuid(), 1, case when batch % 50 = 0 then 'failed' else 'accepted' end
      from (select id, (row_number() over (order by id) - 1) / 500 as batch from friends
            where state = 'following' and stopped_at is null and (${n} = 0 or id % 9 = 0)) s
      group by batch`);
  }
}

/** What others do instead of bits: an array of interests under a GIN index, the other answers under a btree. */
export async function fillArrays(db: Db, interests: number): Promise<void> {
  await db.execute(sql`drop table if exists bench_arrays`);
  await db.execute(
    sql.raw(`
    create table bench_arrays as select id, state, stopped_at, spoken, age_band, gender, area_id, answered_at,
      array(select bit from generate_series(0, ${interests - 1}) bit where interests & (1::bigint << bit) <> 0) as interests
    from friends`),
  );
  await db.execute(sql`create index on bench_arrays using gin (interests)`);
  await db.execute(sql`create index on bench_arrays (area_id, age_band, gender, spoken)`);
  await db.execute(sql`vacuum analyze bench_arrays`);
}
