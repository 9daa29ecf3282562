/**
 * A reader of its own rather than a library's: staff are told the line on which a quote was opened and never closed, a
 * row knows the line it begins on whatever newlines its cells hold, and a file with too many rows ends at the first one.
 */
export type CsvRow = { /** Counts from 1: where the row begins. */ line: number; cells: string[] };

export const CSV_LIMITS = { rows: 50_000, columns: 200, cell: 20_000 } as const;

export type CsvFault = "open-quote" | "after-quote" | "rows" | "columns" | "cell";
export type CsvResult =
  | { ok: true; rows: CsvRow[]; emptyLines: number }
  | { ok: false; fault: CsvFault; line: number };

const NEWLINE = /\r\n|\n|\r/g;
const linesIn = (text: string): number => text.match(NEWLINE)?.length ?? 0;

/** The separator that the first line has most of. */
export function delimiterOf(text: string): "," | "\t" | ";" {
  const first = /^[\s]*[^\r\n]*/.exec(text.slice(0, 20_000))?.[0].replace(/"[^"]*"/g, "") ?? "";
  const count = (mark: string) => first.split(mark).length;
  if (count("\t") > Math.max(count(","), count(";"))) return "\t";
  return count(";") > count(",") ? ";" : ",";
}

class Fault extends Error {
  constructor(
    readonly fault: CsvFault,
    readonly line: number,
  ) {
    super(fault);
  }
}

/** Rows of RFC 4180, with CRLF, LF or CR. Rows without anything in them are counted, not given. */
export function readCsv(text: string, delimiter = delimiterOf(text)): CsvResult {
  const rows: CsvRow[] = [];
  let [at, line, emptyLines] = [0, 1, 0];

  /** One cell that stands in quotes; `at` is behind its closing quote afterwards. */
  const quoted = (): string => {
    const opened = line;
    const parts: string[] = [];
    at += 1;
    for (;;) {
      const end = text.indexOf('"', at);
      if (end < 0) throw new Fault("open-quote", opened);
      parts.push(text.slice(at, end));
      at = end + 1;
      if (text[at] !== '"') break;
      parts.push('"');
      at += 1;
    }
    const cell = parts.join("");
    line += linesIn(cell);
    const next = text[at];
    if (next !== undefined && next !== delimiter && next !== "\n" && next !== "\r")
      throw new Fault("after-quote", line);
    return cell.replace(NEWLINE, "\n");
  };
  const plain = (): string => {
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at += 1;
    return text.slice(from, at);
  };

  try {
    while (at < text.length) {
      const row: CsvRow = { line, cells: [] };
      for (;;) {
        const cell = text[at] === '"' ? quoted() : plain();
        if (cell.length > CSV_LIMITS.cell) throw new Fault("cell", row.line);
        row.cells.push(cell);
        if (row.cells.length > CSV_LIMITS.columns) throw new Fault("columns", row.line);
        if (text[at] !== delimiter) break;
        at += 1;
      }
      if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
      if (at < text.length) line += 1;
      at += 1;
      if (row.cells.every((cell) => cell.trim() === "")) emptyLines += 1;
      else rows.push(row);
      // The heading does not count.
      if (rows.length > CSV_LIMITS.rows + 1) throw new Fault("rows", row.line);
    }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, line: error.line };
    throw error;
  }
  return { ok: true, rows, emptyLines };
}
