import { listHref } from "@/lib/broadcasts/list/search";
import { EMPTY_SEARCH, entriesHref } from "@/lib/chatbot/entries/list";

/** How many of each thing wait; null: not this person's business. */
export type DutyCounts = {
  /** By a second person, and emergencies that went out alone. Their own are not among them. */
  approvals: number | null;
  lookedAtLater: number | null;
  late: number | null;
  paused: number | null;
  /** Held without an end: grown, or the month's quota is short. */
  stuck: number | null;
  /** Ended within a week, and not everybody was reached. */
  partlyFailed: number | null;
  returned: number | null;
  parked: number | null;
  unknown: number | null;
  failed: number | null;
  channel: number | null;
  menu: number | null;
  misses: number | null;
  reviews: number | null;
};
export type DutyKey = keyof DutyCounts;
/** `isMore`: there are at least so many. */
export type Duty = {
  key: DutyKey;
  count: number;
  isMore: boolean;
  tone: "danger" | "warning" | "info";
  href: string;
};

/** Entries to be looked at again are not counted beyond it. */
export const MOST = 100;

const shelf = (name: "waiting" | "planned" | "running" | "done" | "draft") =>
  listHref({ shelf: name, kind: null, after: null });

/** Where each leads, how urgent it is; the most urgent first. */
const DUTIES: readonly Omit<Duty, "count" | "isMore">[] = [
  { key: "channel", tone: "danger", href: "/channel" },
  { key: "paused", tone: "danger", href: shelf("running") },
  { key: "late", tone: "danger", href: shelf("planned") },
  { key: "stuck", tone: "danger", href: shelf("running") },
  { key: "lookedAtLater", tone: "danger", href: shelf("waiting") },
  { key: "parked", tone: "danger", href: "/troubles" },
  { key: "unknown", tone: "warning", href: "/troubles" },
  { key: "failed", tone: "warning", href: "/troubles" },
  { key: "menu", tone: "warning", href: "/menu" },
  { key: "partlyFailed", tone: "warning", href: shelf("done") },
  { key: "approvals", tone: "info", href: shelf("waiting") },
  { key: "returned", tone: "info", href: shelf("draft") },
  { key: "misses", tone: "info", href: "/bot/misses" },
  { key: "reviews", tone: "info", href: entriesHref({ ...EMPTY_SEARCH, state: "review", sort: "reviewed" }) },
];

/** What waits for this person, without what does not. */
export const dutiesOf = (counts: DutyCounts): Duty[] =>
  DUTIES.map((duty) => {
    const count = counts[duty.key] ?? 0;
    return { ...duty, count, isMore: duty.key === "reviews" && count >= MOST };
  }).filter(({ count }) => count > 0);
