/** Rows as CSV (RFC 4180): CRLF, and nothing that a spreadsheet would run. */
export type CsvCell = string | number | null;

/** A program that opens the file would take these for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that begins like a formula gets an apostrophe before it; numbers are numbers, negative ones too. */
export function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(",")}\r\n`;
