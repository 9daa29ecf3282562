const INK = "#1a1a1c";
const PAPER = "#ffffff";

/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrastOf(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Black or white, whichever reads better on that colour: one of them has always 4.5:1. */
export const inkOn = (color: string): string =>
  contrastOf(color, INK) >= contrastOf(color, PAPER) ? INK : PAPER;
