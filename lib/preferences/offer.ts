import type { QuestionKey, Trait } from "@/db/enums";
import type { LocalText } from "@/lib/scenarios/schema";

export type Question = { key: QuestionKey; prompt: LocalText; note: LocalText | null; isAsked: boolean };
/** Times in epoch ms; null: always. */
export type Interest = {
  bit: number;
  label: LocalText;
  description: LocalText | null;
  icon: string | null;
  validFrom: number | null;
  validUntil: number | null;
};
export type TraitOption = { code: number; label: LocalText; validUntil: number | null };
export type AreaChoice = { id: number; label: LocalText };

/** Everything a resident can be asked and can choose, in order. JSON. */
export type Offer = {
  questions: Question[];
  interests: Interest[];
  traits: Record<Trait, TraitOption[]>;
  /** The city's areas, then 市外. */
  areas: AreaChoice[];
};

/** The place of 市外 among the areas; 0 stands for no answer. */
export const OUTSIDE = -1;

/** What there is at that time: an interest that is over, or not there yet, is not shown. */
export function offerAt(offer: Offer, at: number): Offer {
  const isOver = (until: number | null) => until !== null && until <= at;
  const valid = (options: TraitOption[]) => options.filter((option) => !isOver(option.validUntil));
  return {
    ...offer,
    interests: offer.interests.filter(
      (one) => !isOver(one.validUntil) && (one.validFrom === null || one.validFrom <= at),
    ),
    traits: { age_band: valid(offer.traits.age_band), gender: valid(offer.traits.gender) },
  };
}

/** The questions that are asked, in order. One without anything to choose from is left out. */
export const askedOf = (offer: Offer): Question[] =>
  offer.questions.filter(
    ({ key, isAsked }) =>
      isAsked &&
      (key === "language" ||
        (key === "interests"
          ? offer.interests.length > 0
          : key === "area"
            ? offer.areas.length > 0
            : offer.traits[key].length > 0)),
  );

/** The question that follows this one; null: it was the last. */
export function questionAfter(offer: Offer, key: QuestionKey): Question | null {
  const place = offer.questions.findIndex((question) => question.key === key);
  const later = new Set(offer.questions.slice(place + 1).map((question) => question.key));
  return askedOf(offer).find((question) => later.has(question.key)) ?? null;
}
