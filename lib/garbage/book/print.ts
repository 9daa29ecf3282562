import { createHash } from "node:crypto";

const sorted = (_key: string, part: unknown): unknown =>
  typeof part === "object" && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part;

/** What a part of a book looked like to whoever opened it: the same words, the same print. */
export const printOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value, sorted)).digest("base64url").slice(0, 22);
