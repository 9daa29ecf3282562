import { fold } from "@/lib/scenarios/fold";

export const TABS = ["items", "categories", "calendar", "import", "changes"] as const;
export type Tab = (typeof TABS)[number];

/** What the page's address says. Anything else is as if it were not there. */
export type Search = {
  tab: Tab;
  words: string;
  category: string | null;
  /** From 1. */
  page: number;
  /** On 違いと版: which book, and the version that is compared instead of the draft. */
  book: "garbage" | "calendar";
  version: number | null;
};

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
const whole = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

export function readSearch(params: Params): Search {
  const tab = TABS.find((name) => name === one(params.tab)) ?? "items";
  return {
    tab,
    words: one(params.q).slice(0, 100),
    category: one(params.category).slice(0, 80) || null,
    page: whole(one(params.page)) ?? 1,
    book: one(params.book) === "calendar" ? "calendar" : "garbage",
    version: whole(one(params.version)),
  };
}

/** The address of a search with some of it changed; what is as usual is left out. */
export function searchHref(search: Search, change: Partial<Search> = {}): string {
  const next = { ...search, ...change };
  const params = new URLSearchParams();
  if (next.tab !== "items") params.set("tab", next.tab);
  if (next.words) params.set("q", next.words);
  if (next.category) params.set("category", next.category);
  if (next.page > 1) params.set("page", String(next.page));
  if (next.book !== "garbage") params.set("book", next.book);
  if (next.version !== null) params.set("version", String(next.version));
  const query = params.toString();
  return query ? `/garbage?${query}` : "/garbage";
}

type Searched = { title: string; reading: string | null; synonyms: string[]; note: string | null };

/** Do all the words stand somewhere in it? */
export function matchesWords(entry: Searched, words: string): boolean {
  const folded = fold([entry.title, entry.reading ?? "", ...entry.synonyms, entry.note ?? ""].join("\u0001"));
  return words
    .split(/\s+/)
    .map(fold)
    .every((word) => folded.includes(word));
}
