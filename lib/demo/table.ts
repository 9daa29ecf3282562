/** Columns a character takes in a terminal: two for full-width ones, as East Asian Width has it. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

export const displayWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (WIDE.test(char) || (char.codePointAt(0) ?? 0) > 0xffff ? 2 : 1), 0);

export const padDisplay = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - displayWidth(text)));

/** Rows as aligned columns, two spaces apart, no trailing spaces. */
export function alignColumns(rows: string[][], indent = "  "): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
    });
  }
  return rows
    .map((row) => (indent + row.map((cell, i) => padDisplay(cell, widths[i] ?? 0)).join("  ")).trimEnd())
    .join("\n");
}

/** 0.4秒, 12秒, 1分32秒 */
export function spokenDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)}秒`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}秒` : `${Math.floor(whole / 60)}分${String(whole % 60).padStart(2, "0")}秒`;
}
