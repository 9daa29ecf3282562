import { cleanText } from "@/lib/core/text";
import { guessMapping, type Mapping, readHeading } from "./columns";
import { type CsvRow, readCsv } from "./csv";
import { decodeText, sniffEncoding } from "./encoding";
import type { Encoding } from "./encoding-name";
import { CSV_FAULTS, FILE_REFUSALS, type FileRefusal, IMPORT_WORDS as w } from "./messages";
import type { Problem } from "./problem";
import { type FileRole, formatOf, type ItemFormat, roleOf } from "./role";

/** A file as it was sent. `encoding` null: told from its bytes. */
export type SentFile = { name: string; bytes: Uint8Array; encoding: Encoding | null };

/** A file as a table; `heading` is its first row. */
export type Table = {
  name: string;
  encoding: Encoding;
  rows: CsvRow[];
  emptyLines: number;
  role: FileRole;
  format: ItemFormat;
  problems: Problem[];
};

export type Refused = { ok: false; reason: FileRefusal | "csv"; file: string; message: string };
export const refuse = (reason: FileRefusal, file = ""): Refused => ({
  ok: false,
  reason,
  file,
  message: FILE_REFUSALS[reason],
});

/** What a zip (.xlsx, .ods) and an old spreadsheet begin with. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** PNG, JPEG, GIF, PDF: what people pick by mistake. */
const NO_TEXTS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
];
const beginsWith = (bytes: Uint8Array, marks: readonly number[][]): boolean =>
  marks.some((mark) => mark.every((byte, at) => bytes[at] === byte));

/** NUL stands in no table; a text in the wrong encoding may hold one or two by chance. */
const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 200_000);
  return (sample.match(/\0/g)?.length ?? 0) > Math.max(20, sample.length / 50);
};

/** One file as a table, or why it is none. Never throws, whatever the bytes. */
export function readTable({ name, bytes, encoding: said }: SentFile): { ok: true; table: Table } | Refused {
  if (beginsWith(bytes, SPREADSHEETS)) return refuse("spreadsheet", name);
  if (beginsWith(bytes, NO_TEXTS)) return refuse("binary", name);
  const encoding = said ?? sniffEncoding(bytes);
  const { text, broken } = decodeText(bytes, encoding);
  if (isBinary(text)) return refuse("binary", name);
  const read = readCsv(text);
  if (!read.ok) return { ok: false, reason: "csv", file: name, message: CSV_FAULTS[read.fault](read.line) };
  const first = read.rows[0]?.cells.map((cell) => cleanText(cell)) ?? [];
  const role = roleOf(first) ?? "items";
  const problems: Problem[] =
    broken > 0 ? [{ file: name, line: null, level: "look", text: w.broken(broken) }] : [];
  if (role === "items")
    for (const cell of first) {
      const slip = readHeading(cell)?.slip;
      if (slip) problems.push({ file: name, line: 1, level: "look", text: w.slip(cell.slice(0, 40), slip) });
    }
  const { rows, emptyLines } = read;
  return { ok: true, table: { name, encoding, rows, emptyLines, role, format: formatOf(first), problems } };
}

/** What the columns of a table are called and hold, for choosing among them. */
export const columnsOf = (table: Table): { name: string; samples: string[] }[] => {
  const width = Math.max(0, ...table.rows.slice(0, 200).map((row) => row.cells.length));
  const cell = (row: CsvRow | undefined, at: number) => cleanText(row?.cells[at] ?? "").slice(0, 60);
  return Array.from({ length: width }, (_, at) => ({
    name: cell(table.rows[0], at),
    samples: table.rows.slice(1, 5).map((row) => cell(row, at)),
  }));
};

export const mappingOf = (table: Table, said: Mapping | null): Mapping => said ?? guessMapping(table.rows);
