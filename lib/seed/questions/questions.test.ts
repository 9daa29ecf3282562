import { describe, expect, it } from "vitest";
import { foldQuestion } from "@/lib/chatbot/fold";
import { makeLibrary } from "@/lib/chatbot/library";
import { missOf } from "@/lib/chatbot/question";
import { isoDate, toTokyo } from "@/lib/core/time";
import { DEMO_CITIES, type DemoCity } from "@/lib/demo/cities";
import { createGarbage } from "@/lib/garbage/resident/store";
import { presetBooks } from "@/lib/presets/books";
import { CITIES } from "../cities";
import { chanceFrom } from "../random";
import { makeQuestions } from "./asked";
import { listenerOf } from "./heard";
import { LEFT, OFTEN, SEASONS, TAUGHT, UNKNOWN } from "./words";

const NOW = new Date("2026-11-22T11:30:00Z");

function askingOf(city: DemoCity) {
  const { preset } = CITIES[city];
  const books = presetBooks(preset, () => 1);
  const library = makeLibrary({
    stamp: "test",
    day: isoDate(NOW),
    entries: books.flatMap((one) => one.entries),
    content: books.find((one) => one.book === "faq")?.content,
    media: {},
  });
  return {
    city,
    faq: preset.bot.entries,
    items: preset.garbage?.items ?? [],
    hear: listenerOf(library, createGarbage().commands),
  };
}
const rowsOf = (city: DemoCity, now = NOW) =>
  makeQuestions(askingOf(city), now, chanceFrom(`questions/${city}/2026-11-22`));
type Row = ReturnType<typeof rowsOf>[number];

describe.each(DEMO_CITIES.map((one) => one.key))("sixty days of questions in %s", (city) => {
  const asking = askingOf(city);
  const rows = rowsOf(city);
  const count = (of: (row: Row) => boolean) => rows.filter(of).length;
  const share = (of: (row: Row) => boolean) => count(of) / rows.length;

  it("are thousands, each once, in order and in the past, taps too", () => {
    expect(rows.length).toBeGreaterThan(3_500);
    expect(rows.length).toBeLessThan(7_000);
    expect(new Set(rows.map((row) => row.eventId)).size).toBe(rows.length);
    const times = rows.map((row) => row.askedAt.getTime());
    expect(times.every((at, i) => at < NOW.getTime() && at >= (times[i - 1] ?? 0))).toBe(true);
    for (const { askedAt, chosenAt, helpfulAt } of rows)
      for (const tap of [chosenAt, helpfulAt]) if (tap) expect(tap > askedAt && tap < NOW).toBe(true);
  });

  it("are counted as the bot counts: most found, some asked back, some taps on 役に立った", () => {
    for (const row of rows) expect(row.folded).not.toBe("");
    const found = share((row) => missOf({ helpful: null, entryKey: null, ...row }).unanswered === 0);
    expect(found).toBeGreaterThan(0.82);
    expect(found).toBeLessThan(0.95);
    expect(share((row) => row.outcome === "command")).toBeGreaterThan(0.1);
    expect(count((row) => row.outcome === "asked_back")).toBeGreaterThan(20);
    expect(count((row) => row.outcome === "asked_back" && row.entryKey !== null)).toBeGreaterThan(10);
    expect(count((row) => row.helpful === true)).toBeGreaterThan(5 * count((row) => row.helpful === false));
    expect(count((row) => row.helpful === false)).toBeGreaterThan(20);
    for (const row of rows)
      if (row.helpful !== undefined) expect(typeof row.entryKey, row.asked).toBe("string");
  });

  it("miss what no book knows, again and again", () => {
    // Not each of them: what the matcher holds for near is the matcher's.
    const unknown = UNKNOWN[city].flat().map((words) => asking.hear(words)?.counted.outcome);
    expect(unknown.filter((outcome) => outcome === "not_found").length).toBeGreaterThan(0.6 * unknown.length);
    const misses = new Map<string, number>();
    for (const row of rows)
      if (row.outcome === "not_found") misses.set(row.folded, (misses.get(row.folded) ?? 0) + 1);
    expect([...misses.values()].filter((n) => n >= 10).length).toBeGreaterThan(10);
    for (const { words } of LEFT[city]) expect(misses.get(foldQuestion(words)), words).toBeGreaterThan(0);
  });

  it("show when a word was taught", () => {
    const known = new Set(asking.items.map((item) => item.key));
    for (const { words, item, daysAgo } of TAUGHT) {
      const [early, late] = [daysAgo + 1, daysAgo - 1].map((n) => NOW.getTime() - n * 86_400_000);
      const asked = rows.filter((row) => row.asked.includes(words));
      const before = asked.filter((row) => row.askedAt.getTime() < (early ?? 0));
      const after = asked.filter((row) => row.askedAt.getTime() > (late ?? 0));
      expect(known).toContain(item);
      expect(asking.hear(words)?.counted.entryKey).toBe(item);
      expect(before.length, words).toBeGreaterThan(0);
      expect(new Set(before.map((row) => row.outcome))).toEqual(new Set(["not_found"]));
      expect(after.map((row) => row.entryKey)).toContain(item);
    }
  });

  it("come in the evening and before the garbage goes out, hardly at night", () => {
    const at = (hours: number[]) => share((row) => hours.includes(toTokyo(row.askedAt).hour));
    expect(at([19, 20, 21])).toBeGreaterThan(0.2);
    expect(at([7, 8])).toBeGreaterThan(0.11);
    expect(at([1, 2, 3, 4])).toBeLessThan(0.04);
  });

  it("grow towards the end of the year, and change with the season", () => {
    const december = rowsOf(city, new Date("2026-12-31T14:00:00Z"));
    const on = (days: number[]) =>
      december.filter((row) => {
        const { month, day } = toTokyo(row.askedAt);
        return month === 12 && days.includes(day);
      });
    expect(on([28, 29, 30]).length).toBeGreaterThan(1.6 * on([7, 8, 9]).length);
    const of = (list: Row[], key: string) => list.filter((row) => row.entryKey === key).length / list.length;
    expect(of(december.slice(-1_500), "calendar")).toBeGreaterThan(2 * of(rows.slice(0, 2_500), "calendar"));
  }, 60_000);

  it("name only items that are in the dictionary", () => {
    const known = asking.items.map((item) => item.key);
    for (const key of [...Object.keys(OFTEN), ...SEASONS.flatMap((one) => one.keys)])
      expect(known).toContain(key);
  });

  it("are the same for the same day, as far as it has come", () => {
    const morning = new Date("2026-11-22T00:30:00Z");
    const old = (list: Row[]) => list.filter((row) => row.askedAt < new Date("2026-11-22T00:00:00Z"));
    expect(old(rowsOf(city, morning))).toEqual(old(rows));
  }, 60_000);
});
