import { graphemeLength, utf16Length } from "./counting";

export type Fields = Record<string, unknown>;
export type Finding = { message: string; property: string };

/**
 * Collects what is wrong with a request body. A value of the wrong JSON type is a different error at LINE (the body
 * does not map onto the request at all), so the first of those is kept apart.
 */
export type Findings = { list: Finding[]; wrongType: string | null };

export const newFindings = (): Findings => ({ list: [], wrongType: null });

export function note(f: Findings, property: string, message: string): void {
  // LINE does not answer with thousands of details; a hundred tell enough.
  if (f.list.length < 100) f.list.push({ message, property });
}

export function noteWrongType(f: Findings, property: string): void {
  f.wrongType ??= property;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isMissing = (value: unknown): value is null | undefined => value === undefined || value === null;

/** The object at `key`; null when it is missing (noted if required) or no object. */
export function objectAt(
  f: Findings,
  from: Fields,
  path: string,
  key: string,
  required: boolean,
): Fields | null {
  const value = from[key];
  if (isMissing(value)) {
    if (required) note(f, `${path}${key}`, "May not be empty");
    return null;
  }
  if (isFields(value)) return value;
  noteWrongType(f, `${path}${key}`);
  return null;
}

/** The array at `key`, its size checked; null when it is missing (noted if required) or no array. */
export function arrayAt(
  f: Findings,
  from: Fields,
  path: string,
  key: string,
  size: { min: number; max: number; required: boolean },
): unknown[] | null {
  const value = from[key];
  if (isMissing(value)) {
    if (size.required) note(f, `${path}${key}`, "May not be empty");
    return null;
  }
  if (!Array.isArray(value)) {
    noteWrongType(f, `${path}${key}`);
    return null;
  }
  if (value.length < size.min || value.length > size.max) {
    note(f, `${path}${key}`, `Size must be between ${size.min} and ${size.max}`);
  }
  return value;
}

export type TextRule = { max: number; min?: number; required: boolean; count?: "utf16" | "grapheme" };

/** The string at `key`, its length checked. An empty string counts as missing when `min` is at least 1 (the default). */
export function textAt(f: Findings, from: Fields, path: string, key: string, rule: TextRule): string | null {
  const value = from[key];
  const property = `${path}${key}`;
  const min = rule.min ?? 1;
  if (isMissing(value)) {
    if (rule.required) note(f, property, "May not be empty");
    return null;
  }
  if (typeof value !== "string") {
    noteWrongType(f, property);
    return null;
  }
  if (value === "" && min > 0) {
    note(f, property, "May not be empty");
    return null;
  }
  const length = rule.count === "grapheme" ? graphemeLength(value) : utf16Length(value);
  if (length > rule.max || length < min) note(f, property, `Length must be between 0 and ${rule.max}`);
  return value;
}

/** One of the listed words; null when missing or wrong. */
export function wordAt(
  f: Findings,
  from: Fields,
  path: string,
  key: string,
  words: readonly string[],
  required: boolean,
): string | null {
  const value = from[key];
  if (isMissing(value)) {
    if (required) note(f, `${path}${key}`, "May not be empty");
    return null;
  }
  if (typeof value !== "string") {
    noteWrongType(f, `${path}${key}`);
    return null;
  }
  if (words.includes(value)) return value;
  note(f, `${path}${key}`, `Must be one of the following values: [${words.join(", ")}]`);
  return null;
}

export type NumberRule = { min: number; max: number; required: boolean; whole?: boolean };

export function numberAt(
  f: Findings,
  from: Fields,
  path: string,
  key: string,
  rule: NumberRule,
): number | null {
  const value = from[key];
  if (isMissing(value)) {
    if (rule.required) note(f, `${path}${key}`, "May not be empty");
    return null;
  }
  if (typeof value !== "number" || (rule.whole !== false && !Number.isInteger(value))) {
    noteWrongType(f, `${path}${key}`);
    return null;
  }
  if (value < rule.min) note(f, `${path}${key}`, `Must be greater than or equal to ${rule.min}`);
  else if (value > rule.max) note(f, `${path}${key}`, `Must be less than or equal to ${rule.max}`);
  return value;
}

export function booleanAt(
  f: Findings,
  from: Fields,
  path: string,
  key: string,
  required = false,
): boolean | null {
  const value = from[key];
  if (isMissing(value)) {
    if (required) note(f, `${path}${key}`, "May not be empty");
    return null;
  }
  if (typeof value === "boolean") return value;
  noteWrongType(f, `${path}${key}`);
  return null;
}

/** Colours as templates and Flex want them. */
export function colourAt(f: Findings, from: Fields, path: string, key: string, alpha: boolean): void {
  const value = textAt(f, from, path, key, { max: 100, required: false });
  if (value === null) return;
  const shape = alpha ? /^#[0-9a-f]{6}([0-9a-f]{2})?$/i : /^#[0-9a-f]{6}$/i;
  if (!shape.test(value)) note(f, `${path}${key}`, "Must be a valid HTML color code");
}
