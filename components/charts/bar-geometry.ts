import { lengthOfValue } from "./chart-value";
import { textWidth } from "./scale";
import type { ChartBar } from "./types";

const NARROW = 460;

/** Places of ranked bars: names at their left, or over them where the box is narrow. */
export function barGeometry(bars: readonly ChartBar[], width: number, valueWidth: number) {
  const isNarrow = width < NARROW;
  const isCompared = bars.some((bar) => bar.before !== null);
  const longest = Math.max(0, ...bars.map((bar) => textWidth(bar.label, 13)));
  const names = isNarrow ? 0 : Math.min(longest + 12, width * 0.32);
  const bar = isCompared ? 14 : 18;
  const row = (isNarrow ? 20 : 0) + bar + (isCompared ? 8 : 0) + 12;
  const max = Math.max(1, ...bars.flatMap((b) => [lengthOfValue(b.now), lengthOfValue(b.before)]));
  const room = Math.max(40, width - names - valueWidth - 8);
  return {
    ...{ isNarrow, isCompared, names, bar, row },
    height: bars.length * row + (isCompared ? 26 : 4),
    top: isCompared ? 26 : 4,
    length: (value: number) => (value / max) * room,
  };
}
