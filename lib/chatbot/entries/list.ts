import { searchKey } from "@/lib/core/text";
import type { AnswerKind } from "../answer";
import { answerSchema, answerWords } from "../answer";
import { differenceOf } from "../books/difference";
import type { BotEntry } from "../books/entry";
import type { FaqContent } from "../faq/content";

export const ENTRY_STATES = ["changed", "hidden", "review", "future", "expired"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
export const ENTRY_SORTS = ["topic", "title", "updated", "reviewed"] as const;
export type EntrySort = (typeof ENTRY_SORTS)[number];
/** Of no topic, or of no section. */
export const NONE = "none";
export const PAGE_SIZE = 50;

export type EntrySearch = {
  text: string;
  kind: "keyword" | "faq" | null;
  topic: string | null;
  section: string | null;
  state: EntryState | null;
  sort: EntrySort;
  page: number;
};
export const EMPTY_SEARCH: EntrySearch = {
  text: "",
  kind: null,
  topic: null,
  section: null,
  state: null,
  sort: "topic",
  page: 1,
};

type Source = Record<string, string | string[] | undefined>;
const known = <T extends string>(list: readonly T[], value: string | null): T | null =>
  list.find((one) => one === value) ?? null;

/** The list's address, read; what is unknown in it counts as not said. */
export function parseEntrySearch(source: Source): EntrySearch {
  const one = (name: string) => {
    const value = source[name];
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 100) ?? null;
  };
  const page = Number(one("page"));
  return {
    text: one("q")?.trim() ?? "",
    kind: known(["keyword", "faq"] as const, one("kind")),
    topic: one("topic"),
    section: one("section"),
    state: known(ENTRY_STATES, one("state")),
    sort: known(ENTRY_SORTS, one("sort")) ?? "topic",
    page: Number.isInteger(page) && page > 1 ? Math.min(page, 10_000) : 1,
  };
}

export function entriesHref(search: EntrySearch): string {
  const query = new URLSearchParams();
  const say = (name: string, value: string | null) => value && query.set(name, value);
  say("q", search.text);
  say("kind", search.kind);
  say("topic", search.topic);
  say("section", search.section);
  say("state", search.state);
  if (search.sort !== "topic") query.set("sort", search.sort);
  if (search.page > 1) query.set("page", String(search.page));
  return query.size > 0 ? `/bot?${query}` : "/bot";
}

/** One entry of the list. `reviewedOn` and the days are civil. */
export type EntryRow = {
  key: string;
  kind: "keyword" | "faq";
  title: string;
  synonyms: string[];
  topic: string | null;
  sectionId: number | null;
  answer: { kind: AnswerKind; words: string } | null;
  reviewedOn: string | null;
  validFrom: string | null;
  validUntil: string | null;
  updatedAt: Date;
  change: "added" | "changed" | null;
  states: EntryState[];
  /** What is searched. */
  folded: string;
};

/** A year without a look is too long for what residents are told. */
const REVIEW_AFTER_YEARS = 1;

const yearsBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

type Listed = BotEntry & { updatedAt: Date };

export function entryRows(args: {
  entries: readonly Listed[];
  liveEntries: readonly Listed[];
  hiddenKeys: ReadonlySet<string>;
  today: string;
}): EntryRow[] {
  const difference = differenceOf(args.liveEntries, args.entries);
  const added = new Set(difference.added.map((entry) => entry.key));
  const changed = new Set(difference.changed.map(({ after }) => after.key));
  const oldest = yearsBefore(args.today, REVIEW_AFTER_YEARS);
  return args.entries.flatMap((entry) => {
    if (entry.kind === "garbage") return [];
    const answer = answerSchema.safeParse(entry.answer);
    const words = answer.success ? answerWords(answer.data) : "";
    const change = added.has(entry.key) ? "added" : changed.has(entry.key) ? "changed" : null;
    const holds: Record<EntryState, boolean> = {
      changed: change !== null,
      hidden: args.hiddenKeys.has(entry.key),
      review: entry.reviewedOn === null || entry.reviewedOn < oldest,
      future: entry.validFrom !== null && entry.validFrom > args.today,
      expired: entry.validUntil !== null && entry.validUntil < args.today,
    };
    return [
      {
        key: entry.key,
        kind: entry.kind,
        title: entry.title,
        synonyms: entry.synonyms,
        topic: entry.category,
        sectionId: entry.sectionId,
        answer: answer.success ? { kind: answer.data.kind, words } : null,
        reviewedOn: entry.reviewedOn,
        validFrom: entry.validFrom,
        validUntil: entry.validUntil,
        updatedAt: entry.updatedAt,
        change,
        states: ENTRY_STATES.filter((state) => holds[state]),
        folded: searchKey([entry.title, entry.reading ?? "", ...entry.synonyms, words].join(" ")),
      },
    ];
  });
}

const collator = new Intl.Collator("ja");

function comparison(sort: EntrySort, content: FaqContent): (a: EntryRow, b: EntryRow) => number {
  const place = new Map(content.topics.map((topic, at) => [topic.key, at]));
  const placeOf = (row: EntryRow) => (row.topic === null ? 999 : (place.get(row.topic) ?? 998));
  switch (sort) {
    // The entries come in the book's own order, which is kept within a topic.
    case "topic":
      return (a, b) => placeOf(a) - placeOf(b);
    case "title":
      return (a, b) => collator.compare(a.title, b.title);
    case "updated":
      return (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime();
    case "reviewed":
      return (a, b) => collator.compare(a.reviewedOn ?? "", b.reviewedOn ?? "");
  }
}

const fits = (row: EntryRow, search: EntrySearch): boolean =>
  (search.kind === null || row.kind === search.kind) &&
  (search.topic === null || (row.topic ?? NONE) === search.topic) &&
  (search.section === null || String(row.sectionId ?? NONE) === search.section);

/** The rows of one page, how many there are in all, and how many each state would show. */
export function selectRows(rows: readonly EntryRow[], search: EntrySearch, content: FaqContent) {
  const words = searchKey(search.text)
    .split(" ")
    .filter((word) => word !== "");
  const found = rows.filter((row) => fits(row, search) && words.every((word) => row.folded.includes(word)));
  const counts = Object.fromEntries(
    ENTRY_STATES.map((state) => [state, found.filter((row) => row.states.includes(state)).length]),
  ) as Record<EntryState, number>;
  const { state } = search;
  const shown = found
    .filter((row) => state === null || row.states.includes(state))
    .sort(comparison(search.sort, content));
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  const page = Math.min(search.page, pages);
  return {
    rows: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    total: shown.length,
    all: found.length,
    counts,
    page,
    pages,
  };
}
