import { BOT_MISS_STATES, type BotMissState } from "@/db/enums";

export const MISS_SHELVES = BOT_MISS_STATES;
export type MissShelf = BotMissState;
/** Asked within so many days; null: at any time. */
export const MISS_PERIODS = [7, 30, 90] as const;
export type MissPeriod = (typeof MISS_PERIODS)[number];
export const MISS_SORTS = ["count", "recent"] as const;
export type MissSort = (typeof MISS_SORTS)[number];

export type MissSearch = { shelf: MissShelf; days: MissPeriod | null; sort: MissSort; page: number };

type Source = Record<string, string | string[] | undefined>;

/** The address of 未回答, read; what is unknown in it counts as not said. */
export function parseMissSearch(source: Source): MissSearch {
  const one = (name: string) => {
    const value = source[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const page = Number(one("page"));
  return {
    shelf: MISS_SHELVES.find((shelf) => shelf === one("shelf")) ?? "open",
    days: MISS_PERIODS.find((days) => String(days) === one("days")) ?? null,
    sort: MISS_SORTS.find((sort) => sort === one("sort")) ?? "count",
    page: Number.isInteger(page) && page > 1 ? Math.min(page, 1_000) : 1,
  };
}

export function missesHref(search: MissSearch): string {
  const query = new URLSearchParams();
  if (search.shelf !== "open") query.set("shelf", search.shelf);
  if (search.days !== null) query.set("days", String(search.days));
  if (search.sort !== "count") query.set("sort", search.sort);
  if (search.page > 1) query.set("page", String(search.page));
  return query.size > 0 ? `/bot/misses?${query}` : "/bot/misses";
}
