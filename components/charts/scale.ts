/** Arithmetic of a drawing: pure, in pixels. */

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers from at most `min` to at least `max`, about `count` of them; whole ones unless `isFine`. */
export function niceTicks(min: number, max: number, count: number, isFine = false): number[] {
  const low = Math.min(min, max);
  const span = Math.max(min, max) - low || Math.max(1, Math.abs(low));
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const wanted = (STEPS.find((s) => s * power >= rough) ?? 10) * power;
  const step = isFine ? wanted : Math.max(1, Math.ceil(wanted));
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil((low + span) / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Where the axis of a line begins: at nought, unless all that moves would then lie in its upper part. */
export function lineFloor(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const min = Math.min(...values);
  const max = Math.max(...values);
  return min > 0 && max - min < max * 0.3 ? min - (max - min) * 0.25 : Math.min(0, min);
}

export const scaleOf =
  (from: [number, number], to: [number, number]) =>
  (value: number): number =>
    from[1] === from[0] ? to[0] : to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

/** Which of `n` labels are written so that none touches its neighbour: every k-th, the last one always. */
export function labelledPoints(n: number, width: number, widest: number): number[] {
  if (n === 0) return [];
  const most = Math.max(1, Math.floor(width / (widest + 10)));
  const every = Math.ceil(n / most);
  const found: number[] = [];
  for (let i = n - 1; i >= 0; i -= every) found.unshift(i);
  return found;
}

const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u;

/** About how wide a text is: full-width signs one em, others a little over half. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 1 : 0.58), 0) * size;

/** The text as far as it fits, with an ellipsis where it does not. */
export function cutToWidth(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const sign of text) {
    if (textWidth(`${kept}${sign}…`, size) > width) break;
    kept += sign;
  }
  return `${kept}…`;
}

/** The text in lines as wide as the room, at most so many: the last is cut where more is left. */
export function linesToWidth(text: string, size: number, width: number, most: number): string[] {
  const lines = [""];
  for (const sign of text) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && textWidth(last + sign, size) > width) lines.push(sign);
    else lines[lines.length - 1] = last + sign;
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutToWidth(lines.slice(most - 1).join(""), size, width)];
}

/** Things one after the other, in a new row where the room ends. */
export function placeInRows(lengths: readonly number[], room: number): { x: number; row: number }[] {
  let [x, row] = [0, 0];
  return lengths.map((length) => {
    if (x > 0 && x + length > room) [x, row] = [0, row + 1];
    const placed = { x, row };
    x += length;
    return placed;
  });
}

/** Step 1 to `steps` of a value between nought and the largest; 0 for nought. */
export const heatStep = (value: number, max: number, steps = 5): number =>
  value <= 0 || max <= 0 ? 0 : Math.min(steps, Math.max(1, Math.ceil((value / max) * steps)));

/** Runs of neighbouring points that have a value: a line is broken where there is none. */
export function runsOf(values: readonly (number | null)[]): { at: number; value: number }[][] {
  const runs: { at: number; value: number }[][] = [];
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    const run = runs.at(-1);
    if (run && run.at(-1)?.at === at - 1) run.push({ at, value });
    else runs.push([{ at, value }]);
  }
  return runs;
}

// Kept: to make one takes far longer than to write a number with it, and a page of charts writes thousands.
const toOnePlace = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 1 });
/** A number as people read it: 12,345; a fraction to one place. */
export const shortNumber = (n: number): string => toOnePlace.format(n);
