import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { botMisses, botQuestions } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import type { Word } from "../question";
import { countQuestions, noteWord, recountMisses, withdrawQuestions } from "./commands";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 0, minute));
const FOLDED = "こわれたかさ";

/** A question that finds nothing. */
const miss = (eventId: string, minute: number, asked: string) => ({
  said: {
    eventId,
    askedAt: at(minute),
    asked,
    folded: FOLDED,
    outcome: "not_found" as const,
    kind: null,
    topic: null,
    entryKey: null,
  },
  words: [],
});
/** One of the nearest was it: no miss any more. */
const chose: Word = { kind: "chose", at: at(30), entry: { kind: "faq", topic: null, key: "a" } };
const decide = (state: "open" | "settled" | "left") =>
  database.db
    .update(botMisses)
    .set({ state, settledAt: at(40) })
    .where(eq(botMisses.folded, FOLDED));
const lines = async () =>
  (await database.db.select().from(botMisses)).map((row) => [row.sample, row.state, row.unanswered]);

beforeEach(async () => {
  await database.db.delete(botMisses);
  await database.db.delete(botQuestions);
});

describe("words that were taken back", () => {
  it.each(["open", "settled", "left"] as const)("leave no line behind, though it is %s", async (state) => {
    await countQuestions(ctx(), [miss("1", 1, "こわれた傘")]);
    await decide(state);
    await withdrawQuestions(ctx(), ["1"]);
    expect(await lines()).toEqual([]);
  });

  it("leave none either when they were no miss any more", async () => {
    await countQuestions(ctx(), [miss("1", 1, "こわれた傘")]);
    await decide("settled");
    await noteWord(ctx(), { eventId: "1", word: chose });
    expect(await lines()).toEqual([["こわれた傘", "settled", 0]]);
    await withdrawQuestions(ctx(), ["1"]);
    expect(await lines()).toEqual([]);
  });

  it("leave the line to others who asked the same, in their words", async () => {
    await countQuestions(ctx(), [miss("1", 1, "こわれた傘"), miss("2", 2, "壊れたカサ")]);
    await decide("settled");
    await withdrawQuestions(ctx(), ["2"]);
    expect(await lines()).toEqual([["こわれた傘", "settled", 1]]);
  });

  it("are no recount: what was decided stays there when nobody misses the words any more", async () => {
    await countQuestions(ctx(), [miss("1", 1, "こわれた傘")]);
    await decide("left");
    await noteWord(ctx(), { eventId: "1", word: chose });
    await database.db.transaction((db) => recountMisses({ ...ctx(), db }));
    expect(await lines()).toEqual([["こわれた傘", "left", 0]]);
  });
});
