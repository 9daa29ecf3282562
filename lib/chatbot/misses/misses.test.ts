import { describe, expect, it } from "vitest";
import type { BotEntry } from "../books/entry";
import { createIndex } from "../match/create";
import { groupMisses, type Miss } from "./group";
import { missesHref, parseMissSearch } from "./search";
import { findTargets, suggest } from "./suggest";
import { isTeachable, wordsFrom } from "./words";

const miss = (folded: string, unanswered: number, day: number, part: Partial<Miss> = {}): Miss => ({
  folded,
  sample: folded,
  unanswered,
  unhelpful: 0,
  firstAt: new Date(Date.UTC(2026, 10, 1)),
  lastAt: new Date(Date.UTC(2026, 10, day)),
  isBack: false,
  ...part,
});

describe("questions that are alike", () => {
  const misses = [
    miss("すまほ", 2, 20),
    miss("もばいるばってりー", 3, 10),
    miss("もばいるばってりーの", 1, 25, { unhelpful: 4, isBack: true }),
    miss("ぱすぽーと", 4, 5),
  ];
  const told = (sort: "count" | "recent") =>
    groupMisses(misses, sort).map((group) => [group.first.folded, group.unanswered, group.unhelpful]);
  it("stand together, the most asked one first, ranked by how often", () =>
    expect(told("count")).toEqual([
      ["もばいるばってりーの", 4, 4],
      ["ぱすぽーと", 4, 0],
      ["すまほ", 2, 0],
    ]));
  it("or by how lately, with the times of the whole group", () => {
    expect(told("recent").map(([first]) => first)).toEqual(["もばいるばってりーの", "すまほ", "ぱすぽーと"]);
    expect(groupMisses(misses, "recent")[0]).toMatchObject({
      lastAt: new Date(Date.UTC(2026, 10, 25)),
      isBack: true,
    });
  });
  it("none makes none", () => expect(groupMisses([], "count")).toEqual([]));
});

const entry = (kind: BotEntry["kind"], title: string, part: Partial<BotEntry> = {}): BotEntry => ({
  key: title,
  kind,
  title,
  reading: null,
  synonyms: [],
  category: null,
  note: null,
  answer: null,
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
  ...part,
});
const battery = entry("garbage", "乾電池", { synonyms: ["電池"] });
const shelter = entry("keyword", "避難所", { sectionId: 3 });
const all = [battery, shelter, entry("garbage", "ボタン電池")];
const index = createIndex(all);

describe("what a question could be taught to", () => {
  it("says which entry answers already", () =>
    expect(suggest(index, "電池", new Set(all)).answered?.title).toBe("乾電池"));
  it("offers nobody what they may not change", () =>
    expect(suggest(index, "避難所", new Set([battery])).targets).toEqual([]));
  it("finds entries by any of their words, each once, and only one's own", () => {
    expect(
      findTargets(index, all, "電池")
        .map((one) => one.title)
        .sort(),
    ).toEqual(["ボタン電池", "乾電池"]);
    expect(findTargets(index, [battery], "避難所")).toEqual([]);
    expect(findTargets(index, all, "")).toEqual([]);
  });
});

it("teaches no words with something taken out of them, and no letters", () => {
  expect(isTeachable("スマホ")).toBe(true);
  expect(isTeachable("電話は●●●です")).toBe(false);
  expect(isTeachable("あ".repeat(61))).toBe(false);
  expect(wordsFrom(["電話は●●●です", "スマホ", "スマホ", "携帯"])).toEqual({
    title: "スマホ",
    synonyms: ["携帯"],
  });
  expect(wordsFrom([])).toEqual({ title: "", synonyms: [] });
});

it("keeps its choices in the address", () => {
  const search = { shelf: "left", days: 30, sort: "recent", page: 2 } as const;
  const read = Object.fromEntries(new URL(missesHref(search), "https://x.example").searchParams);
  expect(parseMissSearch(read)).toEqual(search);
  expect(parseMissSearch({ shelf: "?", days: "8", page: "x" })).toEqual({
    shelf: "open",
    days: null,
    sort: "count",
    page: 1,
  });
});
