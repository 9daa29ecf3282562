import { asc, eq } from "drizzle-orm";
import type { QuestionKey, Trait } from "@/db/enums";
import { areas, friends, interests, preferenceChanges, preferenceQuestions, traitOptions } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { LocalText } from "@/lib/scenarios/schema";
import type { Choices, Stamps } from "./choices";
import { WORDS } from "./messages";
import { type Offer, OUTSIDE } from "./offer";

const ms = (at: Date | null): number | null => at?.getTime() ?? null;

/** Everything there is, what is over included: `offerAt` tells what can be chosen at a time. */
export async function loadOffer(ctx: Ctx): Promise<Offer> {
  const questions = await ctx.db
    .select()
    .from(preferenceQuestions)
    .orderBy(asc(preferenceQuestions.position), asc(preferenceQuestions.key));
  const topics = await ctx.db.select().from(interests).orderBy(asc(interests.position), asc(interests.bit));
  const options = await ctx.db
    .select()
    .from(traitOptions)
    .orderBy(asc(traitOptions.position), asc(traitOptions.code));
  const places = await ctx.db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .orderBy(asc(areas.position), asc(areas.id));
  const optionsOf = (trait: Trait) =>
    options
      .filter((option) => option.trait === trait)
      .map(({ code, label, validUntil }) => ({
        code,
        label: label as LocalText,
        validUntil: ms(validUntil),
      }));
  return {
    questions: questions.map(({ key, prompt, note, isAsked }) => ({
      key: key as QuestionKey,
      prompt: prompt as LocalText,
      note: note as LocalText | null,
      isAsked,
    })),
    interests: topics.map(({ bit, label, description, icon, validFrom, validUntil }) => ({
      bit,
      label: label as LocalText,
      description: description as LocalText | null,
      icon,
      validFrom: ms(validFrom),
      validUntil: ms(validUntil),
    })),
    traits: { age_band: optionsOf("age_band"), gender: optionsOf("gender") },
    areas:
      places.length === 0
        ? []
        : [
            ...places.map(({ id, name }) => ({ id, label: { ja: name } })),
            { id: OUTSIDE, label: WORDS.outside },
          ],
  };
}

export type FriendRow = typeof friends.$inferSelect;

export const choicesOf = (row: FriendRow): Choices => ({
  ageBand: row.ageBand,
  gender: row.gender,
  areaId: row.areaId,
  interests: row.interests,
  spoken: row.spoken,
  stopped: row.stoppedAt === null ? 0 : 1,
});

export async function getFriend(ctx: Ctx, friendId: number): Promise<FriendRow> {
  const [row] = await ctx.db.select().from(friends).where(eq(friends.id, friendId));
  if (!row) throw new AppError("not-found", "friend");
  return row;
}

/** When each part of a friend's settings was last changed. */
export async function listStamps(ctx: Ctx, friendId: number): Promise<Stamps> {
  const rows = await ctx.db.select().from(preferenceChanges).where(eq(preferenceChanges.friendId, friendId));
  return Object.fromEntries(rows.map((row) => [row.part, row.at.getTime()]));
}
