import { describe, expect, it } from "vitest";
import type { LineMessage } from "@/lib/conversations/message";
import { refusals } from "@/lib/conversations/testing/line-limits";
import type { Language } from "@/lib/scenarios/language";
import { areaOf, TOWN, TOWN_CATEGORIES } from "../testing/books";
import { answerTo, changeOf } from "./answer";
import { itemCard } from "./item-card";
import type { Asked, Operation } from "./operation";
import { NO_CHOICE, type Scene } from "./scene";

const [HONMACHI] = TOWN.areas;
const books = { categories: TOWN_CATEGORIES, calendar: TOWN };
const sceneOf = (more: Partial<Scene> = {}): Scene => ({
  books,
  choice: { ...NO_CHOICE, area: HONMACHI ?? null },
  language: "ja",
  today: "2026-11-24",
  ...more,
});
const ask = (asked: Asked, scene = sceneOf()) =>
  JSON.stringify(answerTo({ kind: "days", asked }, scene, false));
const item = (category: string | null, note: string | null = null) => ({ title: "なべ", category, note });

describe("what a resident reads", () => {
  it("of an item: category, how, note, and the next day in their area", () => {
    const said = JSON.stringify(itemCard(sceneOf(), item("bottles", "ふたは外す")));
    for (const words of ["なべ", "空きびん", "ふたは外す", "11月25日(水)（あした）", "8:30", "本町"])
      expect(said).toContain(words);
  });

  it("of an item whose category is never collected here: no day at all", () => {
    const said = JSON.stringify(itemCard(sceneOf(), item("refused")));
    expect(said).not.toContain("次の収集日");
  });

  it("is asked for the area when it is not known, and only where it matters", () => {
    const scene = sceneOf({ choice: NO_CHOICE });
    expect(JSON.stringify(itemCard(scene, item("burn")))).toContain("b=g.areas&q=cburn");
    expect(JSON.stringify(itemCard(scene, item("refused")))).not.toContain("g.areas");
  });

  it.each<[Asked, string, string]>([
    [{ kind: "day", ahead: 0 }, "2026-11-24", "ペットボトル"],
    [{ kind: "day", ahead: 1 }, "2026-11-24", "空きびん・空き缶"],
    [{ kind: "day", ahead: 2 }, "2026-11-25", "収集はありません"],
    [{ kind: "weekday", weekday: 4 }, "2026-11-24", "あさって 11月26日(木)"],
    [{ kind: "weekday", weekday: 2 }, "2026-11-24", "きょう 11月24日(火)"],
    [{ kind: "day", ahead: 1 }, "2026-12-30", "燃やすごみは、この日はお休みです"],
    [{ kind: "day", ahead: 1 }, "2026-12-30", "次は 1月4日(月) 燃やすごみ"],
    [{ kind: "week", next: true }, "2026-11-24", "11月30日(月)"],
    [{ kind: "words", words: "燃やすごみ" }, "2026-11-24", "11月26日(木)（あさって）"],
    [{ kind: "words", words: "空きびん" }, "2026-11-24", "11月25日(水)"],
    [{ kind: "words", words: "粗大ごみ" }, "2026-11-24", "見つかりませんでした"],
    [{ kind: "category", key: "bottles" }, "2026-11-24", "12月9日(水)"],
    [{ kind: "day", ahead: 1, of: "空き缶" }, "2026-11-24", "の収集：空きびん・空き缶の収集日です。"],
    [{ kind: "day", ahead: 1, of: "燃やすごみ" }, "2026-11-24", "の収集：燃やすごみの収集日ではありません。"],
    [{ kind: "day", ahead: 1, of: "燃やすごみ" }, "2026-11-24", "次は 11月26日(木) 燃やすごみ"],
    [
      { kind: "day", ahead: 1, of: "粗大ごみ" },
      "2026-11-24",
      "「粗大ごみ」という区分は、見つかりませんでした",
    ],
    [{ kind: "day", ahead: 1, of: "粗大ごみ" }, "2026-11-24", "あした 11月25日(水)の収集"],
    [{ kind: "weekday", weekday: 2, next: true }, "2026-11-24", "12月1日(火)"],
    [{ kind: "weekday", weekday: 0, next: true }, "2026-11-24", "12月6日(日)"],
    [{ kind: "weekday", weekday: 1, next: true }, "2026-11-29", "あした 11月30日(月)"],
  ])("%j on %s: %s", (asked, today, expected) => {
    expect(ask(asked, sceneOf({ today }))).toContain(expected);
  });

  // Thursday 26 November is a day of 燃やすごみ, to be put out by 8:30.
  it.each([
    ["08:30", "次の収集日 11月26日(木)（きょう）", false],
    ["08:31", "次の収集日 11月30日(月)（4日後）", true],
  ])("after the time to put it out the next day is not today: %s", (time, next, isMissed) => {
    const scene = sceneOf({ today: "2026-11-26", time });
    const card = itemCard(scene, item("burn"));
    expect(card.altText).toContain(next);
    const said = [
      JSON.stringify(card),
      ask({ kind: "words", words: "燃やすごみ" }, scene),
      ask({ kind: "day", ahead: 0 }, scene),
    ];
    for (const words of said) expect(words.includes("きょうの収集は、8:30まででした。")).toBe(isMissed);
    expect(said[1]?.includes("（きょう）")).toBe(!isMissed);
    expect(said[2]?.includes("8:30までに出してください。")).toBe(!isMissed);
    // Nothing of it was collected today anyway.
    expect(JSON.stringify(itemCard(scene, item("bottles")))).not.toContain("まででした");
  });

  it("without a time to put it out today counts to its end", () => {
    const calendar = { ...TOWN, putOutBy: null };
    const scene = sceneOf({ today: "2026-11-26", time: "23:59", books: { ...books, calendar } });
    expect(itemCard(scene, item("burn")).altText).toContain("（きょう）");
  });

  it("chooses an area by name, by another name for it, and asks back when several are meant", () => {
    const name = (name: string): Operation => ({ kind: "named-area", name });
    const scene = sceneOf({ choice: NO_CHOICE });
    expect(changeOf(name("本町"), scene)).toEqual({ kind: "area", areaKey: "honmachi" });
    expect(changeOf(name("もとまち"), scene)).toBeNull();
    expect(changeOf(name("元町"), scene)).toEqual({ kind: "area", areaKey: "shinmachi" });
    expect(changeOf(name("中央"), scene)).toBeNull();
    expect(JSON.stringify(answerTo(name("中央"), scene, false))).toContain("2か所");
    expect(JSON.stringify(answerTo(name("火星"), scene, false))).toContain("火星");
  });

  it("a group of one area is offered as the area", () => {
    const said = JSON.stringify(
      answerTo({ kind: "areas", group: null, page: 0, before: null }, sceneOf(), false),
    );
    expect(said).toContain("g=中央");
    expect(said).toContain("k=minami");
  });
});

describe("LINE takes every answer", () => {
  const long = "長".repeat(60);
  const many = {
    categories: TOWN_CATEGORIES.map((one) => ({ ...one, howTo: { ja: long.repeat(40) } })),
    calendar: {
      ...TOWN,
      kinds: Array.from({ length: 100 }, (_, i) => ({
        key: `${i}${"鍵".repeat(50)}`,
        label: { ja: `種類${i}${"名".repeat(40)}` },
        onHolidays: true,
      })),
      areas: Array.from({ length: 150 }, (_, i) =>
        areaOf(
          `${i}${"区".repeat(56)}`,
          Object.fromEntries(
            Array.from({ length: i === 0 ? 100 : 1 }, (_, k) => [`${k}${"鍵".repeat(50)}`, "月 火 水 木 金"]),
          ),
          { name: `${i}${"町".repeat(56)}`, group: i < 100 ? `群${i % 2}${"組".repeat(50)}` : null },
        ),
      ),
    },
  };
  const operations: Operation[] = [
    ...[0, 1, 2].map((ahead): Operation => ({ kind: "days", asked: { kind: "day", ahead } })),
    { kind: "days", asked: { kind: "week", next: false } },
    { kind: "days", asked: { kind: "words", words: "種類" } },
    { kind: "areas", group: null, page: 0, before: { kind: "category", key: long } },
    { kind: "areas", group: null, page: 1, before: null },
    { kind: "areas", group: `群1${"組".repeat(50)}`, page: 1, before: { kind: "category", key: long } },
    { kind: "named-area", name: "町町" },
    { kind: "named-area", name: "\u202e".repeat(60) },
    { kind: "reminder" },
    { kind: "remind", on: "eve", at: "20:00" },
    { kind: "silence" },
  ];
  const languages: Language[] = ["ja", "en"];

  it.each([
    ["a small town", books],
    ["the largest calendar with the longest names", many],
  ])("%s", (_name, of) => {
    for (const language of languages)
      for (const area of [null, of.calendar.areas[0] ?? null]) {
        const choice = { ...NO_CHOICE, area, remindAt: "20:00", isStopped: true };
        const scene = sceneOf({ books: of, language, choice });
        const answers: LineMessage[][] = operations.map((one) => answerTo(one, scene, false));
        answers.push([itemCard(scene, { ...item("burn", long.repeat(30)), title: long.repeat(3) })]);
        for (const messages of answers) expect(refusals(messages)).toEqual([]);
      }
  });
});
