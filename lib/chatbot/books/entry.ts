import type { Entry } from "../entry";

/** One entry of a version, as it is stored. `answer` is null for garbage. Days are civil, Asia/Tokyo. */
export type BotEntry = Entry & {
  /** Garbage: key of the book's category. FAQ and keywords: the topic. */
  category: string | null;
  note: string | null;
  answer: unknown;
  validFrom: string | null;
  validUntil: string | null;
  sectionId: number | null;
  reviewedOn: string | null;
};

/** Is it to be answered on that day (`2026-11-22`)? */
export const isValidOn = (entry: Pick<BotEntry, "validFrom" | "validUntil">, day: string): boolean =>
  (entry.validFrom === null || entry.validFrom <= day) &&
  (entry.validUntil === null || day <= entry.validUntil);
