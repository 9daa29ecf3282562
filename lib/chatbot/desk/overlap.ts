import type { BotEntryKind } from "@/db/enums";
import type { Entry } from "../entry";
import { foldQuestion, foldWords } from "../fold";
import { hiddenEntries } from "../match/hidden";
import { namesOf } from "../match/names";
import { atOnce, STEP, type Steps } from "../steps";

type Named = { key: string; kind: BotEntryKind; title: string };

/** `words` of `entry` bring `by` instead: whoever asks them never gets to `entry`. */
export type Overlap = { words: string; entry: Named; by: Named };

const named = ({ key, kind, title }: Entry): Named => ({ key, kind, title });

/** Every form of words under which an entry is found exactly, or asked for. */
export const formsOf = (entry: Entry): Set<string> =>
  new Set([
    ...namesOf(entry).map((name) => name.folded),
    ...[entry.title, entry.reading ?? "", ...entry.synonyms].flatMap((words) => [
      foldWords(words),
      foldQuestion(words),
    ]),
  ]);

const overlapsAmong = (entries: readonly Entry[]): Overlap[] =>
  hiddenEntries(entries).map(({ entry, words, by }) => ({ words, entry: named(entry), by: named(by) }));

/**
 * Which entries take words away from each other. Only those that share a form can, so only those are compared. `known`:
 * `formsOf`, or the same from memory.
 */
export function* findingOverlaps(
  entries: readonly Entry[],
  known: typeof formsOf = formsOf,
): Steps<Overlap[]> {
  const uses = new Map<string, number>();
  for (const [taken, entry] of entries.entries()) {
    for (const form of known(entry)) uses.set(form, (uses.get(form) ?? 0) + 1);
    if (taken % STEP === STEP - 1) yield;
  }
  const near: Entry[] = [];
  for (const [taken, entry] of entries.entries()) {
    if ([...known(entry)].some((form) => (uses.get(form) ?? 0) > 1)) near.push(entry);
    if (taken % STEP === STEP - 1) yield;
  }
  return overlapsAmong(near);
}

export const overlapsOf = (entries: readonly Entry[]): Overlap[] => atOnce(findingOverlaps(entries));

/** Those that somebody who looks at this entry has to know of: it hides another, or is hidden. */
export const overlapsAt = (
  overlaps: readonly Overlap[],
  entry: { kind: BotEntryKind; key: string },
): Overlap[] =>
  overlaps.filter((one) =>
    [one.entry, one.by].some((end) => end.kind === entry.kind && end.key === entry.key),
  );

/** What an entry that is being typed would hide, or be hidden by, among the others. */
export function overlapsWith(
  typed: Entry,
  others: readonly Entry[],
  known: typeof formsOf = formsOf,
): Overlap[] {
  const forms = formsOf(typed);
  const near = others.filter(
    (other) =>
      (other.key !== typed.key || other.kind === "garbage") &&
      [...known(other)].some((form) => forms.has(form)),
  );
  return near.length === 0 ? [] : overlapsAt(overlapsAmong([...near, typed]), typed);
}
