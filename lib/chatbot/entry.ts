import type { BotEntryKind } from "@/db/enums";

/** What the matcher needs to know of an entry. Plain data; every text as it was written, folding is the matcher's. */
export type Entry = {
  /** The same in every version of its book. */
  key: string;
  kind: BotEntryKind;
  /** The keyword, the item as the dictionary names it, or the question as a resident would put it. */
  title: string;
  /** Kana of the title; null: not known. */
  reading: string | null;
  /** Other words for it, whole questions too. */
  synonyms: string[];
  /** Garbage: where it goes. Two of one title that go to different categories are two things. */
  category?: string | null;
};

/** Which of an entry's words matched, and how: what 「なぜ」 shows to staff and what tests hold. */
export type Reason = {
  field: "title" | "reading" | "synonym" | "answer";
  /** The entry's words as they are written; for an answer its title. */
  words: string;
  /** `same`: equal after folding. `part`: one holds the other. `typo`: a slip or two apart. `like`: many pieces in common. `general`: by a general synonym. */
  how: "same" | "part" | "typo" | "like" | "general";
};

/** From this score on a hit is asked back, if it is not answered. */
export const LIKELY = 0.5;

/** `score` 0 to 1; 1: equal after folding. */
export type Hit = { entry: Entry; score: number; reason: Reason };

/**
 * `answer`: one entry is sure. `choose`: several may be meant (at most 10, best first), the resident is asked which; a
 * single one that is likely but not sure is asked about, too.
 * `none`: nothing is near enough; `nearest` (at most 3) may be offered, never answered.
 */
export type Verdict =
  | { kind: "answer"; hit: Hit }
  | { kind: "choose"; hits: Hit[] }
  | { kind: "none"; nearest: Hit[] };
