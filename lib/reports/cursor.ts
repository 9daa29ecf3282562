import type { ReportSort } from "./search";

/**
 * Where a page starts: the sort keys of the row before it (`a`, after) or behind it (`b`, before), as text, and its id.
 * `keys` are whole microseconds, ranks or a report number; `-` stands for "no due date".
 */
export type Cursor = { direction: "after" | "before"; sort: ReportSort; keys: string[]; id: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** 9999-12-31T23:59:59.999999Z */
const MAX_MICROS = 253_402_300_799_999_999n;

const isMicros = (text: string): boolean => /^\d{1,18}$/.test(text) && BigInt(text) <= MAX_MICROS;
const FORMS: Record<ReportSort, ((text: string) => boolean)[]> = {
  received: [isMicros],
  updated: [isMicros],
  number: [(text) => /^[\w-]{1,24}$/.test(text)],
  status: [(text) => /^\d$/.test(text), isMicros],
  due: [(text) => text === "-" || isMicros(text)],
};

export const formatCursor = (cursor: Cursor): string =>
  `${cursor.direction === "after" ? "a" : "b"}.${[cursor.sort, ...cursor.keys, cursor.id].join("~")}`;

/** Null when it is none of ours, or one of another sort order: the page then starts at the top. */
export function parseCursor(text: string | null, sort: ReportSort): Cursor | null {
  const match = /^([ab])\.(.+)$/.exec(text ?? "");
  const [name, ...rest] = match?.[2]?.split("~") ?? [];
  const id = rest.pop();
  const forms = FORMS[sort];
  if (name !== sort || !id || !UUID.test(id) || rest.length !== forms.length) return null;
  if (!forms.every((fits, i) => fits(rest[i] ?? ""))) return null;
  return { direction: match?.[1] === "b" ? "before" : "after", sort, keys: rest, id };
}

/** An instant that PostgreSQL reads with all six decimals, which a Date would lose. */
export function microsToIso(micros: string): string {
  const all = BigInt(micros);
  const iso = new Date(Number(all / 1000n)).toISOString();
  return iso.replace("Z", `${String(all % 1000n).padStart(3, "0")}Z`);
}
