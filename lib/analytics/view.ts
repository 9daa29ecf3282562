/** What 分析 shows: plain data, so that a chart, its table, its CSV and its picture are one and the same. */

export const GRANULARITIES = ["day", "week", "month"] as const;
export type Granularity = (typeof GRANULARITIES)[number];
export const COMPARISONS = ["none", "previous", "last-year"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * Civil days in Asia/Tokyo, `2026-11-22`, both included. `weekBegins`: on which day its weeks begin, 0 for Monday (as
 * without it) to 6 for Sunday.
 */
export type Period = { from: string; to: string; weekBegins?: number };
/** What is asked for. `against`: the earlier period it is compared with; null: none. */
export type Range = { period: Period; against: Period | null; granularity: Granularity };

/** Null: nothing to say (no comparison, no data), or held back; `Held` tells which. */
export type Maybe = number | null;
/** `few`: under five people, not told to this person. */
export type Held = number | "few" | "hidden" | null;

/** A number of the period beside the same of the earlier one. `before` null: no comparison was asked for. */
export type Figure = { now: Maybe; before: Maybe };

/** A day, week (from Monday) or month, cut to the period. `isWhole` false: cut, or not over yet. */
export type Bucket = { from: string; to: string; label: string; isWhole: boolean };
/** One value a bucket. `before[i]` is of the i-th bucket of the earlier period; null: no comparison. */
export type Line = { key: string; label: string; values: Maybe[]; before: Maybe[] | null };
export type Timeline = { unit: Unit; buckets: Bucket[]; bucketsBefore: Bucket[] | null; lines: Line[] };

/** Parts of a whole, largest or first in the city's own order. `share`: of the whole of that period, 0 to 1. */
export type Bar = { key: string; label: string; now: Held; before: Held; share: Maybe };
/** `rough`: told in tens, since two exact numbers may differ by one person. */
export type Bars = { unit: Unit; rough: boolean; bars: Bar[] };

/** `cells[row][column]`. */
export type Matrix = {
  unit: Unit;
  rough: boolean;
  rows: { key: string; label: string }[];
  columns: { key: string; label: string }[];
  cells: Held[][];
};
export type Unit = "人" | "件" | "通" | "回" | "分" | "%";

/** Where it can be laid over a chart of days. Title and reach null: another section's, which this person may not read. */
export type Mark = { day: string; broadcastId: string; title: string | null; reach: Held };

/** Minutes; exact to the minute. Null: none in that period. `n`: how many cases it is of. */
export type Duration = { n: Figure; median: Figure; p90: Figure };

/** One step of a scenario version. `left`: ended here without a report; `open`: stands here now. */
export type FunnelStep = { id: string; label: string; reached: number; left: number; open: number };
export type Funnel = {
  key: string;
  version: number;
  title: string;
  started: Figure;
  submitted: Figure;
  /** Walks by how they ended: submitted, cancelled, stopped, expired, open. */
  ended: Bars;
  steps: FunnelStep[];
};

/** One night of LINE's beside ours at the end of the same day. Null: LINE did not tell. */
export type LineDay = {
  day: string;
  followers: Maybe;
  blocks: Maybe;
  /** followers − blocks: includes accounts that were deleted since. */
  lineFriends: Maybe;
  targetedReaches: Maybe;
  ours: number;
  /** lineFriends − ours. */
  difference: Maybe;
};
/** LINE's own guess of who the friends are, in percent. */
export type LineDemographic = { day: string; genders: Bars; ages: Bars; areas: Bars } | null;

export type FriendsView = {
  range: Range;
  figures: { following: Figure; added: Figure; returned: Figure; blocked: Figure };
  /** Lines: added, returned, blocked. */
  moves: Timeline;
  /** One line: following, at the end of each bucket. */
  following: Timeline;
  marks: Mark[];
  /** At the end of the period, of those who follow. */
  areas: Bars;
  ageBands: Bars;
  genders: Bars;
  spoken: Bars;
  /** Chose it, and the share of those who follow. */
  interests: Bars;
  /** Interests by area, people, and the same as percent of the area's friends. */
  interestsByArea: Matrix;
  interestShares: Matrix;
  line: { days: LineDay[]; demographic: LineDemographic };
};

/** Asked so often that it points at nobody; `before` is `few` for everybody where it was not. */
export type WordLine = { word: string; now: number; before: Held };
export type BotView = {
  range: Range;
  figures: { questions: Figure; answered: Figure; notFound: Figure; helpful: Figure; unhelpful: Figure };
  /** Lines by outcome: answered, asked_back, not_found, command. */
  outcomes: Timeline;
  /** By what answered: keyword, garbage, faq. */
  kinds: Bars;
  topics: Bars;
  /** Topics by outcome. */
  topicsByOutcome: Matrix;
  /** Said so, of those who said anything. */
  helpful: Timeline;
  words: WordLine[];
};

/** A square of Web Mercator at `zoom`. */
export type HeatCell = { x: number; y: number; n: number };
export type ReportsView = {
  range: Range;
  /** Null: all sections. Else these only, since this person sees no others. */
  sections: { id: number; name: string }[] | null;
  figures: { received: Figure; open: Figure; fixed: Figure };
  /** One line: received. */
  received: Timeline;
  categories: Bars;
  bySection: Bars;
  byArea: Bars;
  /** Weekday (Monday first, then 祝日) by hour. */
  hours: Matrix;
  /** Weekdays by day, weekdays by night, days off. */
  nightAndHoliday: Bars;
  firstLook: Duration;
  fix: Duration;
  /** Lines: median, p90. By the day it happened. */
  firstLookLine: Timeline;
  fixLine: Timeline;
  heat: { zoom: number; cells: HeatCell[]; withoutPoint: number };
  /** Only for who sees all sections: a walk belongs to none. */
  funnels: Funnel[] | null;
};

/** Null where LINE does not tell (under 20 people), or has not told yet; and of a reach that is held back. */
export type BroadcastLine = {
  id: string;
  title: string;
  kind: string;
  day: string;
  section: string | null;
  reach: Held;
  opens: Maybe;
  clicks: Maybe;
  /** Blocked within 24 hours of it. */
  blocks: Held;
  openShare: Maybe;
  clickShare: Maybe;
  blockShare: Maybe;
};
export type BroadcastsView = {
  range: Range;
  figures: { sent: Figure; reach: Figure; opens: Figure; clicks: Figure; blocks: Figure };
  /** Lines: reach. Messages a bucket, without those of a reach that is held back. */
  reach: Timeline;
  list: BroadcastLine[];
};

/** The numbers of one tab. */
export type TabView =
  | { tab: "friends"; view: FriendsView }
  | { tab: "bot"; view: BotView }
  | { tab: "reports"; view: ReportsView }
  | { tab: "broadcasts"; view: BroadcastsView };
