import type { BotEntryKind } from "@/db/enums";
import { answerSchema } from "../answer";
import type { Difference, EntryField } from "./difference";
import type { BotEntry } from "./entry";
import { ANSWER_WORDS } from "./messages";

/** What keys and numbers in an entry mean to people. */
export type EntryNames = {
  /** Of a topic, or of a kind of garbage. */
  categories: Readonly<Record<string, string>>;
  sections: Readonly<Record<number, string>>;
};

/** One field in words, before and after; an empty text: nothing stood there. */
export type ChangedField = { field: EntryField; before: string; after: string };

/** One entry of a difference, ready to be read. What was added or removed says all it holds. */
export type DifferenceLine = {
  key: string;
  kind: BotEntryKind;
  title: string;
  change: "added" | "changed" | "removed";
  fields: ChangedField[];
};

/** What an answer says, one thing a line. What cannot be read as an answer says nothing. */
function answerLines(value: unknown): string {
  const read = answerSchema.safeParse(value);
  if (!read.success) return "";
  const answer = read.data;
  const local = (text: { [language: string]: string | undefined }) =>
    Object.values(text).filter((wording) => wording !== undefined);
  const lines: string[] = [ANSWER_WORDS[answer.kind]];
  if (answer.kind === "card" || answer.kind === "location") lines.push(...local(answer.title));
  lines.push(...local(answer.text));
  if (answer.kind === "location")
    lines.push(...local(answer.address), `${answer.point.lat}, ${answer.point.lng}`);
  if (answer.kind === "card")
    for (const button of answer.buttons) lines.push(`${local(button.label).join(" / ")}: ${button.uri}`);
  if (answer.kind === "card" || answer.kind === "image") lines.push(answer.mediaId ?? "");
  if (answer.kind === "link") lines.push(`${local(answer.label).join(" / ")}: ${answer.url}`);
  if (answer.kind === "scenario") lines.push(`${local(answer.label).join(" / ")}: ${answer.start}`);
  return lines.filter((line) => line !== "").join("\n");
}

/** A field as people read it. */
export function fieldWords(entry: BotEntry, field: EntryField, names: EntryNames): string {
  switch (field) {
    case "synonyms":
      return entry.synonyms.join("、");
    case "category":
      return entry.category === null ? "" : (names.categories[entry.category] ?? entry.category);
    case "sectionId":
      return entry.sectionId === null ? "" : (names.sections[entry.sectionId] ?? String(entry.sectionId));
    case "answer":
      return answerLines(entry.answer);
    default:
      return entry[field] ?? "";
  }
}

const WHOLE = ["reading", "synonyms", "category", "note", "answer"] as const satisfies readonly EntryField[];

/** A difference in words: what came, what changed, what went. */
export function differenceLines(difference: Difference, names: EntryNames): DifferenceLine[] {
  const words = (entry: BotEntry | null, field: EntryField) => (entry ? fieldWords(entry, field, names) : "");
  const line = (
    change: DifferenceLine["change"],
    before: BotEntry | null,
    after: BotEntry | null,
    fields: readonly EntryField[],
  ): DifferenceLine[] => {
    const shown = after ?? before;
    if (!shown) return [];
    const told = fields
      .map((field) => ({ field, before: words(before, field), after: words(after, field) }))
      .filter((each) => change === "changed" || each.before !== each.after);
    return [{ key: shown.key, kind: shown.kind, title: shown.title, change, fields: told }];
  };
  return [
    ...difference.added.flatMap((entry) => line("added", null, entry, WHOLE)),
    ...difference.changed.flatMap(({ before, after, fields }) => line("changed", before, after, fields)),
    ...difference.removed.flatMap((entry) => line("removed", entry, null, WHOLE)),
  ];
}
