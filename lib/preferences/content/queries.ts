import { asc, sql } from "drizzle-orm";
import { type QuestionKey, TRAITS, type Trait } from "@/db/enums";
import { friends, interests, preferenceQuestions, traitOptions } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { LocalText } from "@/lib/scenarios/schema";

export type InterestRow = {
  bit: number;
  label: LocalText;
  description: LocalText | null;
  icon: string | null;
  validFrom: Date | null;
  validUntil: Date | null;
  updatedAt: Date;
  /** Residents who want it, whether it can reach them now or not. */
  chosenBy: number;
};
export type QuestionRow = {
  key: QuestionKey;
  prompt: LocalText;
  note: LocalText | null;
  isAsked: boolean;
  updatedAt: Date;
};
export type OptionRow = { code: number; label: LocalText; validUntil: Date | null; chosenBy: number };

/** One pass over the friends counts every interest. */
async function countInterests(ctx: Ctx, bits: number[]): Promise<Map<number, number>> {
  if (bits.length === 0) return new Map();
  const columns = bits.map(
    (bit) => sql`count(*) filter (where (${friends.interests} >> ${sql.raw(String(bit))}) & 1 = 1)`,
  );
  const { rows } = await ctx.db.execute<{ counts: string[] }>(
    sql`select array[${sql.join(columns, sql`, `)}]::text[] as counts from ${friends}`,
  );
  return new Map(bits.map((bit, i) => [bit, Number(rows[0]?.counts[i] ?? 0)]));
}

async function countOptions(ctx: Ctx, trait: Trait): Promise<Map<number, number>> {
  const column = trait === "age_band" ? friends.ageBand : friends.gender;
  const rows = await ctx.db
    .select({ code: column, n: sql<number>`count(*)::int` })
    .from(friends)
    .groupBy(column);
  return new Map(rows.map(({ code, n }) => [code, n]));
}

/** Everything staff edit of 受信設定, with how many chose what; what is over included. */
export async function listContent(
  ctx: Ctx,
): Promise<{ interests: InterestRow[]; questions: QuestionRow[]; options: Record<Trait, OptionRow[]> }> {
  const topics = await ctx.db.select().from(interests).orderBy(asc(interests.position), asc(interests.bit));
  const asked = await ctx.db
    .select()
    .from(preferenceQuestions)
    .orderBy(asc(preferenceQuestions.position), asc(preferenceQuestions.key));
  const answers = await ctx.db
    .select()
    .from(traitOptions)
    .orderBy(asc(traitOptions.position), asc(traitOptions.code));
  const wanted = await countInterests(
    ctx,
    topics.map((topic) => topic.bit),
  );
  const options: Record<Trait, OptionRow[]> = { age_band: [], gender: [] };
  for (const trait of TRAITS) {
    const chosen = await countOptions(ctx, trait);
    options[trait] = answers
      .filter((answer) => answer.trait === trait)
      .map(({ code, label, validUntil }) => ({
        code,
        label: label as LocalText,
        validUntil,
        chosenBy: chosen.get(code) ?? 0,
      }));
  }
  return {
    interests: topics.map(({ key: _key, position: _position, label, description, ...topic }) => ({
      ...topic,
      label: label as LocalText,
      description: description as LocalText | null,
      chosenBy: wanted.get(topic.bit) ?? 0,
    })),
    questions: asked.map(({ position: _, key, prompt, note, ...row }) => ({
      ...row,
      key: key as QuestionKey,
      prompt: prompt as LocalText,
      note: note as LocalText | null,
    })),
    options,
  };
}
