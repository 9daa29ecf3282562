/**
 * What daily_counts counts, and which of its columns a metric uses. The triggers of db/migrations write them;
 * lib/analytics/recount/sql.ts finds the same from the rows.
 */
export const METRICS = {
  /** How friends come and go, by day. `add`: first follow known. `met`: no follow known, they wrote. */
  moves: ["moves.add", "moves.met", "moves.return", "moves.block", "moves.block_unmet"],
  /** Those who follow, by area; value: code, place of the language, or bit. The sum of all days is what is now. */
  friends: [
    "friends.now",
    "friends.age",
    "friends.gender",
    "friends.spoken",
    "friends.answered",
    "friends.stopped",
    "friends.interest",
  ],
  /** outcome and helpful: key topic, part what. kind: part. word: key. */
  bot: ["bot.outcome", "bot.kind", "bot.helpful", "bot.word"],
  /**
   * All by section. received: area, key category. hour: value. cell: value x * 65536 + y at zoom 16. look
   * and fix: value minutes since receipt, by the day it happened.
   */
  reports: [
    "report.received",
    "report.hour",
    "report.cell",
    "report.no_point",
    "report.closed",
    "report.look",
    "report.fix",
  ],
  /** key scenario, value version, part state or step, by the day it began. */
  walks: ["walk.state", "walk.reached", "walk.left", "walk.open"],
  /** key broadcast, n messages. */
  broadcasts: ["broadcast.reach"],
} as const;

export type Source = keyof typeof METRICS;
export type Metric = (typeof METRICS)[Source][number];

/** Many values a day, read as they are: in daily_values, and not by the month. */
export const PACKED: readonly Metric[] = ["report.hour", "report.look", "report.fix"];

export const HEAT_ZOOM = 16;
/** A cell's place in `value`. */
export const cellOf = (value: number): { x: number; y: number } => ({
  x: Math.floor(value / 65_536),
  y: value % 65_536,
});
