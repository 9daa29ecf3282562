import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { everyWording } from "@/lib/chatbot/answer";
import type { Entry } from "@/lib/chatbot/entry";
import { ask } from "@/lib/chatbot/match/ask";
import { createIndex } from "@/lib/chatbot/match/create";
import { kumamoto } from "./kumamoto/city";
import { musashino } from "./musashino/city";
import type { PresetFaq } from "./types";

/**
 * Questions as residents might put them, written by somebody who saw the titles of the entries and not their other words.
 * `keys`: entries that are a right answer; none: the bot knows nothing of it.
 */
type Asked = { city: string; cls: string; q: string; keys: string[] };
const gold: Asked[] = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "faq-gold.json"), "utf8"));

/** What has to be before the resident, as the answer, a choice or one of the nearest three; percent. */
const LEAST: Record<string, number> = { citizen: 75, short: 85, typo: 90, easy: 80 };

describe.each([
  ["kumamoto", kumamoto],
  ["musashino", musashino],
] as const)("what the bot of %s finds of 168 questions it was not made for", (name, city) => {
  const items = (city.garbage?.items ?? []).map((item): Entry => ({ ...item, kind: "garbage" }));
  const index = createIndex<Entry | PresetFaq>([...city.bot.entries, ...items], (entry) =>
    "answer" in entry ? everyWording(entry.answer) : "",
  );
  const own = gold.filter((one) => one.city === name);
  const verdicts = new Map(own.map((one) => [one, ask(index, one.q)]));
  const shown = (one: Asked): string[] => {
    const verdict = verdicts.get(one);
    if (!verdict) return [];
    if (verdict.kind === "answer") return [verdict.hit.entry.key];
    return (verdict.kind === "choose" ? verdict.hits : verdict.nearest).map((hit) => hit.entry.key);
  };

  it.each(Object.entries(LEAST))("%s: at least %d of a hundred within three", (cls, least) => {
    const asked = own.filter((one) => one.cls === cls);
    const found = asked.filter((one) =>
      shown(one)
        .slice(0, 3)
        .some((key) => one.keys.includes(key)),
    );
    expect((100 * found.length) / asked.length).toBeGreaterThanOrEqual(least);
  });
  it("answers nothing it does not know, and asks back about one such question in ten at most", () => {
    const foreign = own.filter((one) => one.keys.length === 0);
    expect(foreign.filter((one) => verdicts.get(one)?.kind === "answer")).toEqual([]);
    const back = foreign.filter((one) => verdicts.get(one)?.kind === "choose");
    expect(back.length).toBeLessThanOrEqual(foreign.length / 10);
  });
  it("answers wrongly by nothing but the garbage dictionary's own words", () => {
    const wrong = own.filter((one) => {
      const verdict = verdicts.get(one);
      return (
        verdict?.kind === "answer" &&
        verdict.hit.entry.kind !== "garbage" &&
        !one.keys.includes(verdict.hit.entry.key)
      );
    });
    expect(wrong).toEqual([]);
  });
});
