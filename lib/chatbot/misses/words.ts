import { MASK } from "@/lib/core/personal";
import { ENTRY_LIMITS } from "../entries/form";

/** Was something taken out of these words? Taught like that they would match nothing, or everything. */
export const isMasked = (words: string): boolean => words.includes(MASK);

/** Can these words be taught as they are? Not when they are a whole letter either. */
export const isTeachable = (sample: string): boolean =>
  !isMasked(sample) && sample.length <= ENTRY_LIMITS.synonym && !sample.includes("\n");

/** A new entry's words out of what residents asked: the first one is its title. */
export function wordsFrom(samples: readonly string[]): { title: string; synonyms: string[] } {
  const [first = "", ...others] = [...new Set(samples.filter(isTeachable))];
  return { title: first, synonyms: others };
}
