import { chartLabels } from "./labels";
import { shortNumber } from "./scale";
import type { ChartValue } from "./types";

/** Minutes as people say them: 2日3時間, 1時間5分, 12分. */
function durationWords(minutes: number): string {
  const whole = Math.round(minutes);
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  if (days > 0) return `${shortNumber(days)}日${hours > 0 ? `${hours}時間` : ""}`;
  if (hours > 0) return `${hours}時間${rest > 0 ? `${rest}分` : ""}`;
  return `${rest}分`;
}

/** As it is written in a drawing and read out. */
export const valueWords = (value: ChartValue, unit: string): string => {
  if (value === null) return chartLabels.none;
  if (typeof value === "string") return chartLabels[value];
  return unit === "分" ? durationWords(value) : `${shortNumber(value)}${unit}`;
};

/** How long it is drawn: what is held back and what is missing have no length. */
export const lengthOfValue = (value: ChartValue): number => (typeof value === "number" ? value : 0);

/** The step in which an axis counts, and what it calls it: minutes become hours and days where they are many. */
export function axisUnit(unit: string, most: number): { by: number; name: string } {
  if (unit !== "分" || most < 180) return { by: 1, name: unit };
  return most < 4320 ? { by: 60, name: "時間" } : { by: 1440, name: "日" };
}
