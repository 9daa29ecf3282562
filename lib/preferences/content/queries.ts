import { asc } from "drizzle-orm";
import { type QuestionKey, TRAITS, type Trait } from "@/db/enums";
import { interests, preferenceQuestions, traitOptions } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { LocalText } from "@/lib/scenarios/schema";
import { countChosen } from "@/lib/segments/slabs/queries";

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
  const codes = (trait: Trait) =>
    answers.filter((answer) => answer.trait === trait).map((answer) => answer.code);
  const chosen = await countChosen(ctx, {
    interests: topics.map((topic) => topic.bit),
    ageBands: codes("age_band"),
    genders: codes("gender"),
  });
  const byTrait = { age_band: chosen.ageBands, gender: chosen.genders };
  const options: Record<Trait, OptionRow[]> = { age_band: [], gender: [] };
  for (const trait of TRAITS) {
    options[trait] = answers
      .filter((answer) => answer.trait === trait)
      .map(({ code, label, validUntil }) => ({
        code,
        label: label as LocalText,
        validUntil,
        chosenBy: byTrait[trait].get(code) ?? 0,
      }));
  }
  return {
    interests: topics.map(({ key: _key, position: _position, label, description, ...topic }) => ({
      ...topic,
      label: label as LocalText,
      description: description as LocalText | null,
      chosenBy: chosen.interests.get(topic.bit) ?? 0,
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
