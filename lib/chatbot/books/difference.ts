import type { BotEntry } from "./entry";

/** The parts of an entry that staff see as changed, in the order in which they are shown. */
export const ENTRY_FIELDS = [
  "kind",
  "title",
  "reading",
  "synonyms",
  "category",
  "note",
  "answer",
  "validFrom",
  "validUntil",
  "sectionId",
  "reviewedOn",
] as const satisfies readonly (keyof BotEntry)[];
export type EntryField = (typeof ENTRY_FIELDS)[number];

export type Difference<E extends BotEntry = BotEntry> = {
  added: E[];
  changed: { before: E; after: E; fields: EntryField[] }[];
  removed: E[];
};

/** JSON with sorted keys: jsonb gives keys back in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export const isSame = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);

export const changedFields = (before: BotEntry, after: BotEntry): EntryField[] =>
  ENTRY_FIELDS.filter((field) => !isSame(before[field], after[field]));

/** What came, changed and went from one version to another, by key. The order of entries counts for nothing. */
export function differenceOf<E extends BotEntry>(before: readonly E[], after: readonly E[]): Difference<E> {
  const old = new Map(before.map((entry) => [entry.key, entry]));
  const kept = new Set(after.map((entry) => entry.key));
  const found: Difference<E> = { added: [], changed: [], removed: before.filter((e) => !kept.has(e.key)) };
  for (const entry of after) {
    const was = old.get(entry.key);
    if (!was) found.added.push(entry);
    else {
      const fields = changedFields(was, entry);
      if (fields.length > 0) found.changed.push({ before: was, after: entry, fields });
    }
  }
  return found;
}

export const isEmptyDifference = (one: Difference): boolean =>
  one.added.length + one.changed.length + one.removed.length === 0;
