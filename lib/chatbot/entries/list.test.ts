import { describe, expect, it } from "vitest";
import type { BotEntry } from "../books/entry";
import { EMPTY_SEARCH, type EntrySearch, entriesHref, entryRows, parseEntrySearch, selectRows } from "./list";

const TODAY = "2026-11-28";
const entry = (key: string, part: Partial<BotEntry & { updatedAt: Date }> = {}) => ({
  key,
  kind: "faq" as const,
  title: key,
  reading: null,
  synonyms: [],
  category: null,
  note: null,
  answer: { kind: "text", text: { ja: `${key}の答え` } },
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: TODAY,
  updatedAt: new Date(0),
  ...part,
});
const live = [
  entry("住民票", { category: "b" }),
  entry("避難所", { kind: "keyword", category: "a" }),
  entry("旧"),
];
const now = [
  entry("住民票", { category: "b", synonyms: ["じゅうみんひょう"], updatedAt: new Date(5) }),
  entry("避難所", { kind: "keyword", category: "a", sectionId: 7, reviewedOn: "2025-11-28" }),
  entry("旧", { validUntil: "2026-11-27", reviewedOn: null }),
  entry("新", { validFrom: "2026-11-29", reviewedOn: "2025-11-27" }),
  entry("ペットボトル", { kind: "garbage" }),
];
const rows = entryRows({ entries: now, liveEntries: live, hiddenKeys: new Set(["避難所"]), today: TODAY });
const content = {
  topics: [
    { key: "a", label: { ja: "防災" } },
    { key: "b", label: { ja: "手続き" } },
  ],
  phoneKey: null,
};
const titles = (search: Partial<EntrySearch>) =>
  selectRows(rows, { ...EMPTY_SEARCH, ...search }, content).rows.map((row) => row.title);

describe("the list of entries", () => {
  it("says of each what somebody should look at; items of the dictionary are not in it", () =>
    expect(rows.map((row) => [row.title, row.change, row.states])).toEqual([
      ["住民票", "changed", ["changed"]],
      ["避難所", "changed", ["changed", "hidden"]],
      ["旧", "changed", ["changed", "review", "expired"]],
      ["新", "added", ["changed", "review", "future"]],
    ]));
  it.each<[Partial<EntrySearch>, string[]]>([
    [{}, ["避難所", "住民票", "旧", "新"]],
    [{ sort: "updated" }, ["住民票", "避難所", "旧", "新"]],
    [{ sort: "reviewed" }, ["旧", "新", "避難所", "住民票"]],
    [{ text: "ｼﾞｭｳミン" }, []],
    [{ text: "じゅうみん" }, ["住民票"]],
    [{ text: "旧 答え" }, ["旧"]],
    [{ kind: "keyword" }, ["避難所"]],
    [{ topic: "b" }, ["住民票"]],
    [{ topic: "none" }, ["旧", "新"]],
    [{ section: "7" }, ["避難所"]],
    [{ section: "none", state: "review" }, ["旧", "新"]],
    [{ state: "expired" }, ["旧"]],
    [{ page: 9 }, ["避難所", "住民票", "旧", "新"]],
  ])("%j", (search, expected) => expect(titles(search)).toEqual(expected));
  it("counts each state among what the other conditions leave", () =>
    expect(selectRows(rows, { ...EMPTY_SEARCH, kind: "faq", state: "future" }, content)).toMatchObject({
      total: 1,
      all: 3,
      counts: { changed: 3, hidden: 0, review: 2, future: 1, expired: 1 },
    }));
  it("stands in its address as a whole", () => {
    const search: EntrySearch = {
      text: "ごみ 袋",
      kind: "faq",
      topic: "a",
      section: "none",
      state: "hidden",
      sort: "updated",
      page: 3,
    };
    const read = (href: string) =>
      parseEntrySearch(Object.fromEntries(new URL(href, "https://x.example").searchParams));
    expect(read(entriesHref(search))).toEqual(search);
    expect(entriesHref(EMPTY_SEARCH)).toBe("/bot");
    expect(parseEntrySearch({ kind: ["x", "faq"], state: "?", sort: "", page: "-1" })).toEqual(EMPTY_SEARCH);
  });
});
