import { describe, expect, it } from "vitest";
import { foldQuestion, foldWords } from "@/lib/chatbot/fold";
import { hiddenEntries } from "@/lib/chatbot/match/hidden";
import { parseIsoDate } from "@/lib/core/time";
import type { Rule } from "@/lib/garbage/rule";
import { calendarOf, presetBooks } from "./books";
import { areasFrom, extraDays } from "./garbage/areas";
import { type Handbook, itemsFor } from "./garbage/items";
import { kumamoto } from "./kumamoto/city";
import { musashino } from "./musashino/city";
import type { CityPreset } from "./types";

const twice = (list: string[]) => list.filter((one, i) => list.indexOf(one) !== i);
const garbageOf = (city: CityPreset) => {
  if (!city.garbage) throw new Error(`${city.profile.name} has no garbage dictionary`);
  return city.garbage;
};
const DAY_MS = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Does the rule name that day? Written again here, so that the calendar is not judged by its own reader. */
function fallsOn({ turns }: Rule, day: string): boolean {
  const at = new Date(utc(day));
  return turns.some((turn) => {
    if (turn.kind === "date") return turn.date === day;
    if (turn.kind === "every") return ((utc(day) - utc(turn.from)) / DAY_MS) % (turn.weeks * 7) === 0;
    return (
      turn.weekday === at.getUTCDay() &&
      (turn.kind === "weekly" || turn.nth === Math.ceil(at.getUTCDate() / 7))
    );
  });
}

describe.each([kumamoto, musashino])("garbage of $profile.name", (city) => {
  const { categories, items, calendar } = garbageOf(city);
  const keys = categories.map((category) => category.key);

  it("is about 300 items, each named once", () => {
    expect(items.length).toBeGreaterThanOrEqual(280);
    expect(items.length).toBeLessThanOrEqual(330);
    expect(twice(items.map((item) => item.key))).toEqual([]);
    for (const { key } of items) expect(key).toMatch(/^[a-z][a-z-]{1,39}$/);
  });

  it("answers to no word twice, neither of two items nor of one", () => {
    // The reading may be the title in kana.
    const words = items.flatMap((item) => [
      ...new Set([foldWords(item.title), foldWords(item.reading)]),
      ...item.synonyms.map(foldWords),
    ]);
    expect(twice(words)).toEqual([]);
    const questions = items.flatMap((item) => [item.title, ...item.synonyms].map(foldQuestion));
    expect(twice(questions)).toEqual([]);
  });

  it("brings each item by each of its words", () => {
    const hidden = hiddenEntries(items.map((item) => ({ ...item, kind: "garbage" as const })));
    expect(hidden.map(({ entry, words, by }) => `${entry.key}: ${words} → ${by.key}`)).toEqual([]);
  });

  it("is read in hiragana", () => {
    for (const { reading, title } of items) expect(reading, title).toMatch(/^[ぁ-ゖー]{1,30}$/);
  });

  it("puts every item into a category, and leaves no category empty", () => {
    expect(twice(keys)).toEqual([]);
    expect(new Set(items.map((item) => item.category))).toEqual(new Set(keys));
  });

  it("says what to mind in whole sentences", () => {
    for (const { note, title } of items.filter((item) => item.note !== undefined)) {
      expect(note, title).toMatch(/^[^+|]{5,150}。$/);
      const sentences = note?.split("。") ?? [];
      expect(twice(sentences), title).toEqual([]);
    }
  });

  it("tells how each category is put out in five languages", () => {
    for (const { howTo, label } of categories) {
      expect(Object.keys(howTo ?? {}).sort()).toEqual(["easy", "en", "ja", "ko", "zh"]);
      expect(Object.keys(label).sort()).toEqual(["easy", "en", "ja", "ko", "zh"]);
    }
    expect(twice(categories.map((category) => category.color))).toEqual([]);
  });

  it("collects each category as kinds of the calendar, or only when asked", () => {
    const kinds = calendar.kinds.map((kind) => kind.key);
    expect(twice(kinds)).toEqual([]);
    for (const kind of kinds) expect(keys).toContain(kind);
    expect(new Set(categories.flatMap((category) => category.collectedAs))).toEqual(new Set(kinds));
    const asked = categories.filter((category) => category.collectedAs.length === 0);
    expect(asked.map((category) => category.key)).toEqual(["large", "none"]);
  });

  it("has a rule for each kind in every area, and names no place twice", () => {
    const { areas } = calendarOf(calendar);
    const kinds = calendar.kinds.map((kind) => kind.key).sort();
    for (const area of areas) {
      expect(Object.keys(area.rules).sort(), area.name).toEqual(kinds);
      for (const [kind, rule] of Object.entries(area.rules))
        expect(rule.turns.length, `${area.name} ${kind}`).toBeGreaterThan(0);
    }
    expect(twice(areas.map((area) => area.key))).toEqual([]);
    expect(twice(areas.flatMap((area) => [area.name, ...area.also].map(foldWords)))).toEqual([]);
  });

  it("puts another day in the place of each weekly or fortnightly one that is lost at the turn of the year", () => {
    const { areas, suspensions, extras } = calendarOf(calendar);
    expect(suspensions.map((one) => one.from)).toEqual(["2026-12-31", "2027-12-31"]);
    const closed = (day: string) => suspensions.some(({ from, until }) => from <= day && day <= until);
    for (const extra of extras) expect(closed(extra.date), extra.date).toBe(false);
    for (const { from, until } of suspensions)
      for (let at = utc(from); at <= utc(until); at += DAY_MS) {
        const day = new Date(at).toISOString().slice(0, 10);
        for (const area of areas)
          for (const [kind, rule] of Object.entries(area.rules)) {
            if (!fallsOn(rule, day)) continue;
            const instead = extras.filter(
              (extra) =>
                extra.kinds.includes(kind) &&
                (extra.areas?.includes(area.key) ?? true) &&
                Math.abs(utc(extra.date) - at) <= 7 * DAY_MS,
            );
            expect(instead.length, `${area.name} ${kind} ${day}`).toBe(1);
          }
      }
  });

  it("makes books that the house can keep", () => {
    const books = presetBooks(city, () => 1);
    expect(books.map((one) => one.book)).toEqual(["faq", "garbage", "calendar"]);
    expect(books[1]?.entries).toHaveLength(items.length);
    expect(calendar.extras.every((extra) => parseIsoDate(extra.date))).toBe(true);
  });
});

describe("both cities", () => {
  it("know the same items by the same words", () => {
    const words = (city: CityPreset) =>
      garbageOf(city).items.map(({ key, title, reading, synonyms }) => ({ key, title, reading, synonyms }));
    expect(words(kumamoto)).toEqual(words(musashino));
  });

  it("put them out as the cities do", () => {
    const of = (city: CityPreset, key: string) =>
      garbageOf(city).items.find((item) => item.key === key)?.category;
    const pairs = ["pot", "shredded-paper", "bicycle", "dry-cell", "dishes", "drink-can", "old-clothes"].map(
      (key) => [key, of(kumamoto, key), of(musashino, key)],
    );
    expect(pairs).toEqual([
      ["pot", "resource", "nonburnable"],
      ["shredded-paper", "burnable", "paper"],
      ["bicycle", "resource", "large"],
      ["dry-cell", "special", "hazardous"],
      ["dishes", "landfill", "nonburnable"],
      ["drink-can", "resource", "cans"],
      ["old-clothes", "resource", "clothes"],
    ]);
  });

  it("say of their own bag and of their own bin for batteries", () => {
    const note = (city: CityPreset, key: string) =>
      garbageOf(city).items.find((item) => item.key === key)?.note ?? "";
    expect(note(musashino, "rice-cooker")).toContain("40リットルの袋に入らないもの");
    expect(note(kumamoto, "rice-cooker")).toContain("大型ごみ");
    expect(note(kumamoto, "pot")).not.toContain("袋に入らない");
    expect(note(kumamoto, "radio")).toContain("特定品目");
    expect(note(musashino, "radio")).toContain("危険・有害ごみ");
    expect(note(musashino, "diaper")).toContain("無料");
    expect(note(kumamoto, "diaper")).not.toContain("無料");
  });
});

describe("a table that is not whole is refused", () => {
  const handbook: Handbook = { city: "kumamoto", categories: { 燃やす: "burnable" }, sentences: {} };
  it("in its categories, its rounds and its lost days", () => {
    expect(() => itemsFor(handbook)).toThrow("garbage item");
    expect(() => areasFrom("a | 東町 | Z |", {})).toThrow("garbage area");
    const areas = areasFrom("# 東\na | 東町 | A | 上町、下町", { A: { paper: "月" } });
    expect(areas).toEqual([
      { key: "a", name: "東町", group: "東", also: ["上町", "下町"], rules: { paper: "月" } },
    ]);
    expect(extraDays(areas, [{ kind: "paper", word: "月", date: "2027-01-04" }])).toEqual([
      { date: "2027-01-04", kinds: ["paper"], areas: ["a"] },
    ]);
    expect(() => extraDays(areas, [{ kind: "paper", word: "火", date: "2027-01-04" }])).toThrow("no area");
  });
});
