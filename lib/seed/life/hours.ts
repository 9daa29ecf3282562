/** Share of reports by hour of the day in Tokyo, 0 to 23; each row adds up to 100. */
export const HOURS = {
  road: [0, 0, 0, 0, 0, 1, 3, 7, 9, 8, 7, 6, 7, 6, 6, 7, 8, 9, 7, 4, 3, 1, 1, 0],
  lamp: [1, 0, 0, 0, 1, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 2, 4, 9, 15, 18, 16, 10, 6, 3],
  river: [0, 0, 0, 0, 0, 2, 5, 8, 9, 9, 8, 7, 6, 6, 7, 8, 8, 8, 5, 2, 1, 1, 0, 0],
  takeaway: [1, 1, 1, 2, 4, 12, 25, 24, 13, 5, 3, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1],
  smell: [1, 0, 0, 0, 0, 0, 2, 5, 6, 5, 5, 8, 11, 8, 6, 6, 7, 9, 9, 6, 3, 2, 1, 0],
  leak: [1, 1, 1, 1, 1, 3, 7, 10, 10, 9, 7, 6, 5, 5, 5, 5, 6, 6, 4, 3, 2, 1, 1, 0],
  /** Calls and visits come while the office is open. */
  office: [0, 0, 0, 0, 0, 0, 0, 0, 10, 17, 15, 12, 4, 12, 12, 11, 7, 0, 0, 0, 0, 0, 0, 0],
} as const;
export type HourShape = keyof typeof HOURS;

/** Monday to Sunday, by getUTCDay-like index 0 = Sunday. */
export const WEEKDAY_FACTOR = [0.8, 1.15, 1.05, 1.0, 1.0, 1.05, 0.95];

/** January to December: rains and typhoons in one city, less swing in the other. */
export const MONTH_FACTOR = {
  kumamoto: [0.75, 0.75, 0.9, 0.95, 1.05, 1.35, 1.6, 1.25, 1.2, 0.9, 0.75, 0.65],
  musashino: [0.8, 0.85, 0.95, 1.0, 1.05, 1.15, 1.15, 1.05, 1.25, 1.1, 0.9, 0.75],
} as const;

/** Days back from today on which heavy rain fell, and how hard it was on things that rain breaks. */
export const RAIN: readonly { daysAgo: number; factor: number; after: readonly number[] }[] = [
  { daysAgo: 51, factor: 2.5, after: [2.5] },
  { daysAgo: 37, factor: 4, after: [14, 5, 2] },
  { daysAgo: 18, factor: 2.5, after: [2.5] },
  { daysAgo: 6, factor: 2, after: [2.5] },
];

/** How much more of what rain breaks comes in on a day. 1: an ordinary day. */
export function rainFactor(daysAgo: number): number {
  let factor = 1;
  for (const rain of RAIN) {
    const since = rain.daysAgo - daysAgo;
    const here = since === 0 ? rain.factor : (rain.after[since - 1] ?? 1);
    factor = Math.max(factor, here);
  }
  return factor;
}
export const isRainy = (daysAgo: number): boolean =>
  RAIN.some((rain) => rain.daysAgo === daysAgo || rain.daysAgo - 1 === daysAgo);
