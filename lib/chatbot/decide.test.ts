import { describe, expect, it } from "vitest";
import type { BotEntryKind } from "@/db/enums";
import { createGarbage } from "@/lib/garbage/resident/store";
import type { BotEntry } from "./books/entry";
import { countedAs, decide } from "./decide";
import { makeLibrary } from "./library";

const entry = (kind: BotEntryKind, key: string, title: string, more: Partial<BotEntry> = {}): BotEntry => ({
  key,
  kind,
  title,
  reading: null,
  synonyms: [],
  category: kind === "garbage" ? "burnable" : "living",
  note: null,
  answer: kind === "garbage" ? null : { kind: "text", text: { ja: `${title}の答え` } },
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
  ...more,
});
const library = (day = "2026-11-28") =>
  makeLibrary({
    stamp: day,
    day,
    entries: [
      entry("faq", "umbrella-lost", "傘"),
      entry("faq", "pass", "敬老パスの更新"),
      entry("garbage", "umbrella", "傘"),
      entry("garbage", "pet", "ペットボトル", { reading: "ぺっとぼとる" }),
      entry("garbage", "cap", "ペットボトルのふた"),
      entry("keyword", "doctor", "休日当番医"),
      entry("keyword", "thanks", "どうも"),
      entry("keyword", "day", "ごみの日"),
      entry("faq", "flu", "インフルエンザの予防接種", {
        validFrom: "2026-10-01",
        validUntil: "2026-12-28",
      }),
      entry("faq", "broken", "読めない答え", { answer: { kind: "poem" } }),
    ],
    content: { topics: [{ key: "living", label: { ja: "くらし" } }], phoneKey: "ward" },
    media: {},
  });
const { commands } = createGarbage();
const at = new Date("2026-11-28T10:00:00+09:00");

/** In short: `answered garbage:pet`. */
function come(text: string, books = library()): string {
  const decision = decide(text, books, commands);
  const said = countedAs({ id: "01EVENT", at, text }, decision, books);
  return said ? `${said.outcome}${said.kind ? ` ${said.kind}:${said.entryKey}` : ""}` : "not counted";
}

describe("in order", () => {
  it.each([
    // A fixed word before an entry of the same name.
    ["ごみの日", "command"],
    ["明日のごみは？", "command"],
    ["よくある質問", "command"],
    ["休日当番医", "answered keyword:doctor"],
    // The dictionary before the FAQ.
    ["傘", "answered garbage:umbrella"],
    ["敬老パスの更新", "answered faq:pass"],
    ["ﾍﾟｯﾄﾎﾞﾄﾙ", "answered garbage:pet"],
    // An entry that is called so before a greeting.
    ["どうも", "answered keyword:thanks"],
    ["どうもありがとう", "not counted"],
    ["こんにちは", "not counted"],
    ["はい", "not counted"],
    ["🎉", "not counted"],
    ["宇宙旅行に行きたい", "not_found"],
  ])("%s: %s", (text, outcome) => expect(come(text)).toBe(outcome));
});

describe("what the bot knows", () => {
  it.each([
    ["2026-09-30", "not_found"],
    ["2026-10-01", "answered faq:flu"],
    ["2026-12-28", "answered faq:flu"],
    ["2026-12-29", "not_found"],
  ])("on %s of an answer for the winter: %s", (day, outcome) =>
    expect(come("インフルエンザの予防接種", library(day))).toBe(outcome),
  );
  it("does not hold what it cannot say", () => expect(come("読めない答え")).toBe("not_found"));
  it("offers the topics that have an answer that day", () => {
    const books = library();
    expect(books.topics.map(({ key, entries }) => [key, entries.map((one) => one.entry.key)])).toEqual([
      ["living", ["umbrella-lost", "pass", "doctor", "thanks", "day", "flu"]],
    ]);
  });
  it("is nothing while no book is live, and everything is counted all the same", () => {
    const empty = makeLibrary({ stamp: "", day: "2026-11-28", entries: [], content: undefined, media: {} });
    expect(come("ペットボトル", empty)).toBe("not_found");
    expect(empty.topics).toEqual([]);
  });
});

it("an answer is counted under its topic, its words masked", () => {
  const text = "敬老パスの更新";
  const books = library();
  const event = { id: "01EVENT", at, text: `${text} 090-1234-5678` };
  const said = countedAs(event, decide(text, books, commands), books);
  expect(said).toMatchObject({ eventId: "01EVENT", askedAt: at, topic: "living", asked: `${text} ●●●` });
});
