import { encodeCp932 } from "./cp932";

/** Rows as CSV (RFC 4180): CRLF, and nothing that a spreadsheet would run. */
export type CsvCell = string | number | null;

/** A program that opens the file would take these for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that begins like a formula gets an apostrophe before it; numbers are numbers, negative ones too. */
function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

type CsvFile = {
  columns: readonly string[];
  rows: readonly (readonly CsvCell[])[];
  /** `utf-8` with the mark at its start by which Excel knows it. */
  encoding: "utf-8" | "cp932";
  fileName: string;
};

const BOM = "\ufeff";
const ROWS_A_CHUNK = 500;

/** The file as it is being written, some hundred rows at a time. */
export function csvResponse({ columns, rows, encoding, fileName }: CsvFile): Response {
  const utf8 = new TextEncoder();
  const encode = (text: string) => (encoding === "cp932" ? encodeCp932(text) : utf8.encode(text));
  let next = -1;
  const body = new ReadableStream<Uint8Array>({
    pull(out) {
      if (next < 0) out.enqueue(encode(`${encoding === "utf-8" ? BOM : ""}${csvLine(columns)}`));
      else
        out.enqueue(
          encode(
            rows
              .slice(next, next + ROWS_A_CHUNK)
              .map(csvLine)
              .join(""),
          ),
        );
      next = next < 0 ? 0 : next + ROWS_A_CHUNK;
      if (next >= rows.length) out.close();
    },
  });
  const name = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return new Response(body, {
    headers: {
      "Content-Type": `text/csv; charset=${encoding === "cp932" ? "Shift_JIS" : "utf-8"}`,
      "Content-Disposition": `attachment; filename="analytics.csv"; filename*=UTF-8''${name}`,
    },
  });
}
