import { SPOKEN } from "@/db/enums";
import { languageOf } from "@/lib/scenarios/language";

/** The language a resident is written to: the one they chose, else LINE's. As `languageOf` takes it. */
export const writtenLanguage = (friend: {
  language: string | null;
  spoken: number;
  spokenChosenAt: Date | null;
}): string | null => (friend.spokenChosenAt === null ? friend.language : (SPOKEN[friend.spoken] ?? null));

/** The place in SPOKEN that LINE's language amounts to. */
export const spokenFrom = (language: string | null): number => SPOKEN.indexOf(languageOf(language));
