import type { BotEntryKind } from "@/db/enums";
import type { Entry } from "../entry";
import { foldQuestion, foldWords } from "../fold";
import { hiddenEntries } from "../match/hidden";

type Named = { key: string; kind: BotEntryKind; title: string };

/** `words` of `entry` bring `by` instead: whoever asks them never gets to `entry`. */
export type Overlap = { words: string; entry: Named; by: Named };

const named = ({ key, kind, title }: Entry): Named => ({ key, kind, title });

/** Which entries take words away from each other. */
export const overlapsOf = (entries: readonly Entry[]): Overlap[] =>
  hiddenEntries(entries).map(({ entry, words, by }) => ({
    words,
    entry: named(entry),
    by: named(by),
  }));

/** Those that somebody who looks at this entry has to know of: it hides another, or is hidden. */
export const overlapsAt = (
  overlaps: readonly Overlap[],
  entry: { kind: BotEntryKind; key: string },
): Overlap[] =>
  overlaps.filter((one) =>
    [one.entry, one.by].some((end) => end.kind === entry.kind && end.key === entry.key),
  );

const formsOf = (entry: Entry): Set<string> =>
  new Set(
    [entry.title, entry.reading ?? "", ...entry.synonyms]
      .flatMap((words) => [foldWords(words), foldQuestion(words)])
      .filter((form) => form !== ""),
  );

/**
 * What an entry that is being typed would hide, or be hidden by, among the others. Only those that share a form of
 * words with it can: exact words always come before likeness.
 */
export function overlapsWith(typed: Entry, others: readonly Entry[]): Overlap[] {
  const forms = formsOf(typed);
  const near = others.filter(
    (other) =>
      (other.key !== typed.key || other.kind === "garbage") &&
      [...formsOf(other)].some((form) => forms.has(form)),
  );
  return near.length === 0 ? [] : overlapsAt(overlapsOf([...near, typed]), typed);
}
