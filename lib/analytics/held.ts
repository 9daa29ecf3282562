import { SMALL } from "@/lib/segments/figures";
import type { Held, Maybe } from "./view";

const isHeld = (n: number): boolean => n < SMALL;
/** In tens, never down to none. */
const roughly = (n: number): number => Math.max(SMALL, Math.round(n / 10) * 10);

/**
 * Parts of a whole that everybody knows, as this person may see them. Who may not see small numbers gets "few" for them,
 * and the others in tens: two exact counts of two days differ by the one who changed. When those held back are so few
 * together that the whole less the others would tell them, the smallest of the others is "hidden" too.
 */
export function holdParts(parts: readonly number[], mayView: boolean): Held[] {
  if (mayView) return [...parts];
  const held = parts.map(isHeld);
  const hidden = parts.reduce((sum, n, i) => sum + (held[i] ? n : 0), 0);
  if (held.includes(true) && hidden < SMALL) {
    const smallest = parts.reduce(
      (best, n, i) => (held[i] || (best >= 0 && (parts[best] ?? 0) <= n) ? best : i),
      -1,
    );
    if (smallest >= 0) held[smallest] = true;
  }
  return parts.map((n, i) => (isHeld(n) ? "few" : held[i] ? "hidden" : roughly(n)));
}

/** One number that is part of nothing else. */
export const holdOne = (n: number, mayView: boolean): Held => (mayView || !isHeld(n) ? n : "few");

/** Of those that were told, since a sum with the others would tell them; null: none was. */
export function sumTold(parts: readonly Held[]): Maybe {
  const told = parts.filter((n) => typeof n === "number");
  return told.length > 0 ? told.reduce((sum, n) => sum + n, 0) : null;
}
