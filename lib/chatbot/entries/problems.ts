import { entryCandidate, entrySchema, type TypedEntry } from "./form";

/** `isMissing`: nothing is there yet; said only once somebody wants to save. `field`: `answer.text.ja`. */
export type Problem = { field: string; message: string; isMissing: boolean };

const MISSING: Record<string, string> = {
  mediaId: "画像を選んでください。",
  point: "地図で場所を選んでください。",
  start: "始める流れを選んでください。",
  uri: "開くアドレスを入れてください。",
  url: "開くアドレスを入れてください。",
};
const EMPTY = "入力してください。";

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  let value = source;
  for (const part of path)
    value = typeof value === "object" && value !== null ? Reflect.get(value, part) : null;
  return value;
}

/** What keeps an entry from being saved, field by field, in words for whoever types. */
export function problemsOf(typed: TypedEntry): Problem[] {
  const candidate = entryCandidate(typed);
  const read = entrySchema.safeParse(candidate);
  if (read.success) return [];
  const found = new Map<string, Problem>();
  for (const issue of read.error.issues) {
    const field = issue.path.join(".");
    if (found.has(field)) continue;
    const value = valueAt(candidate, issue.path);
    const isMissing =
      value === null || value === undefined || (typeof value === "string" && value.trim() === "");
    const last = String(issue.path.at(-1) ?? "");
    const message = isMissing ? (MISSING[last] ?? EMPTY) : issue.message;
    found.set(field, { field, message, isMissing });
  }
  return [...found.values()];
}
