import { eq, sql } from "drizzle-orm";
import { botEntries, botVersions } from "@/db/schema";
import { foldQuestion } from "@/lib/chatbot/fold";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { FillPlan } from "../plan";
import { chance, inDay } from "../sql";

const AT_ONCE = 250_000;

/** What can be asked: the titles and other words of the live books. */
async function readWords(ctx: Ctx) {
  const rows = await ctx.db
    .select({
      key: botEntries.key,
      kind: botEntries.kind,
      title: botEntries.title,
      synonyms: botEntries.synonyms,
      topic: botEntries.category,
    })
    .from(botEntries)
    .innerJoin(botVersions, eq(botVersions.id, botEntries.versionId))
    .where(eq(botVersions.state, "live"))
    .orderBy(sql`md5(${botEntries.key})`);
  const words = rows.flatMap(({ title, synonyms, ...entry }) =>
    [title, ...synonyms].map((word) => ({ ...entry, word, folded: foldQuestion(word) })),
  );
  if (words.length === 0) throw new AppError("unavailable", "the bot has no live book to ask from");
  return words;
}

/**
 * Questions over the whole time, more of them as the account grows. A few words are asked again and again, an eighth of
 * the questions is in words that hardly anybody else uses; those are mostly not found.
 */
export async function fillQuestions(ctx: Ctx, plan: FillPlan, tell: (done: number) => void): Promise<void> {
  const words = await readWords(ctx);
  const { seed } = plan;
  const u = (purpose: string) => chance(seed, `question ${purpose}`);
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`drop table if exists fill_words`);
  await ctx.db.execute(sql`
    create temporary table fill_words as
    select place::int, word ->> 'word' as word, word ->> 'folded' as folded, word ->> 'kind' as kind, word ->> 'topic' as topic, word ->> 'key' as key
    from jsonb_array_elements(${JSON.stringify(words)}::jsonb) with ordinality as each (word, place)`);
  await ctx.db.execute(sql`create unique index on fill_words (place)`);
  await ctx.db.execute(sql`analyze fill_words`);
  for (let from = 1; from <= plan.questions; from += AT_ONCE) {
    const to = Math.min(plan.questions, from + AT_ONCE - 1);
    await ctx.db.execute(sql`
      with came as (
        select n, ${u("rare")} < 0.125 as is_rare, ${u("found")} as luck, ${u("word")} as chance,
          least(${now} - interval '1 minute', ${inDay(sql`((${now} at time zone 'Asia/Tokyo')::date - floor(${plan.days}::int * (1 - power(n::float8 / ${plan.questions}::int, 0.7)))::int)`, seed, "question")}) as at
        from generate_series(${from}::bigint, ${to}::bigint) n),
      judged as (
        select came.*, 1 + floor(power(chance, 3) * ${words.length}::int)::int as place,
          case when is_rare then case when luck < 0.75 then 'not_found' when luck < 0.85 then 'asked_back' else 'answered' end
            else case when luck < 0.05 then 'not_found' when luck < 0.12 then 'asked_back' when luck < 0.15 then 'command' else 'answered' end end as outcome
        from came)
      insert into bot_questions (event_id, asked_at, asked, folded, outcome, kind, topic, entry_key, helpful, helpful_at)
      select ${`fill:${seed}:`}::text || lpad(n::text, 12, '0'), at,
        case when is_rare then word || 'の' || rare else word end, case when is_rare then folded || 'の' || rare else folded end, outcome,
        case when outcome = 'answered' then kind end, case when outcome = 'answered' then topic end, case when outcome = 'answered' then key end,
        case when outcome = 'answered' and said < 0.3 then said < 0.25 end, case when outcome = 'answered' and said < 0.3 then at + interval '1 minute' end
      from (select judged.*, w.word, w.folded, w.kind, w.topic, w.key, ${u("says")} as said, floor(${u("which")} * 5000000)::int as rare
        from judged join fill_words w using (place)) asked
      order by n on conflict (event_id) do nothing`);
    tell(to);
  }
}
