import { isDeepStrictEqual } from "node:util";
import type { reports } from "@/db/schema";
import type { Submission } from "@/lib/conversations/talk";
import { cleanText } from "@/lib/core/text";
import { pointColumns } from "../derive";

/** What a resident gave, as columns of a report. */
export type Content = Pick<
  typeof reports.$inferSelect,
  | "categoryKey"
  | "subcategoryKey"
  | "answers"
  | "body"
  | "lat"
  | "lng"
  | "cellX"
  | "cellY"
  | "address"
  | "seenAt"
  | "seenText"
>;

/** Parts of a report that a resident's late message can change; the words stand in the timeline entry. */
export type ContentPart = "category" | "answers" | "place" | "time" | "photos";

const textOrNull = (text: string | null): string | null => (text ? cleanText(text) || null : null);

export const contentOf = (submission: Submission): Content => ({
  categoryKey: submission.categoryKey,
  subcategoryKey: submission.subcategoryKey,
  answers: submission.answers.map((a) => ({
    stepId: a.stepId,
    label: cleanText(a.label),
    display: cleanText(a.display),
  })),
  body: cleanText(submission.body),
  ...pointColumns(submission.point),
  address: textOrNull(submission.address),
  seenAt: submission.seenAt ? new Date(submission.seenAt) : null,
  seenText: textOrNull(submission.seenText),
});

const COLUMNS: Record<Exclude<ContentPart, "photos">, (keyof Content)[]> = {
  category: ["categoryKey", "subcategoryKey"],
  answers: ["answers", "body"],
  place: ["lat", "lng", "address"],
  time: ["seenAt", "seenText"],
};

/** The parts in which two contents differ, and their columns; photos are compared by the caller, who has the rows. */
export function changedParts(
  before: Content,
  after: Content,
): { part: Exclude<ContentPart, "photos">; columns: (keyof Content)[] }[] {
  return (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).flatMap((part) => {
    const columns = COLUMNS[part].filter((column) => !isDeepStrictEqual(before[column], after[column]));
    return columns.length > 0 ? [{ part, columns }] : [];
  });
}
