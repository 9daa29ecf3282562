import { chartLabels } from "./labels";
import { shortNumber } from "./scale";
import type { ChartValue } from "./types";

/** As it is written in a drawing and read out. */
export const valueWords = (value: ChartValue, unit: string): string => {
  if (value === null) return chartLabels.none;
  return value === "few" ? chartLabels.few : `${shortNumber(value)}${unit}`;
};

/** How long it is drawn: what is held back and what is missing have no length. */
export const lengthOfValue = (value: ChartValue): number => (typeof value === "number" ? value : 0);
