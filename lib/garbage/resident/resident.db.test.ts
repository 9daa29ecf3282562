import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { friendGarbage } from "@/db/schema";
import { fillDraft, publishBook } from "@/lib/chatbot/books/commands";
import type { AskedBy, BotCommands } from "@/lib/chatbot/seam";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { ensureFriend } from "@/lib/friends/commands";
import { TOWN, TOWN_CATEGORIES } from "../testing/books";
import { createGarbage } from "./store";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");
const garbage = createGarbage();
/** 24 November 2026, a Tuesday, in the evening of Tokyo. */
const EVENING = Date.UTC(2026, 10, 24, 11, 0);

async function publish(book: "garbage" | "calendar", content: object): Promise<void> {
  await fillDraft(ctx(), { book, content, entries: [], note: "" });
  const done = await publishBook(ctx(), { book, seenAt: null, note: "" });
  if (!done.ok) throw new Error(done.reason);
}

let friends = 0;
async function newFriend() {
  friends += 1;
  const { id } = await ensureFriend(ctx(), `U${String(friends).padStart(32, "0")}`);
  const by = (seconds: number): AskedBy => ({
    friendId: id,
    language: "ja",
    at: new Date(EVENING + seconds * 1000),
    eventId: `e${id}-${seconds}`,
  });
  const run = async (command: ReturnType<BotCommands["typed"]>, seconds: number) => {
    if (!command) throw new Error("not a command");
    return JSON.stringify(await command.answer(ctx(), by(seconds)));
  };
  return {
    id,
    by,
    says: (text: string, seconds = 0) => run(garbage.commands.typed(text), seconds),
    taps: (data: string, seconds = 0, params = {}) => run(garbage.commands.tapped(data, params), seconds),
    kept: async () =>
      (await database.db.select().from(friendGarbage).where(eq(friendGarbage.friendId, id)))[0],
  };
}

beforeAll(async () => {
  await publish("garbage", { categories: TOWN_CATEGORIES });
  await publish("calendar", TOWN);
});

describe("a resident and the calendar", () => {
  it("is asked for the area once, is told what was asked, and is not asked again", async () => {
    const friend = await newFriend();
    expect(await friend.says("明日なんのごみ?")).toContain("b=g.areas&g=中央&q=d1");
    const told = await friend.taps("b=g.area&k=honmachi&q=d1", 1);
    expect(told).toContain("本町");
    expect(told).toContain("空きびん・空き缶");
    expect(await friend.says("明日のごみ", 2)).toContain("空きびん・空き缶");
    const [card] = await garbage.answer(
      ctx(),
      {
        key: "x",
        kind: "garbage",
        title: "ジャム瓶",
        reading: null,
        synonyms: [],
        category: "bottles",
        note: null,
        answer: null,
        validFrom: null,
        validUntil: null,
        sectionId: null,
        reviewedOn: null,
      },
      friend.by(3),
    );
    expect(JSON.stringify(card)).toContain("11月25日(水)");
  });

  it("keeps the later choice, whichever event comes first", async () => {
    const friend = await newFriend();
    await friend.taps("b=g.area&k=shinmachi", 10);
    const late = await friend.taps("b=g.area&k=honmachi", 5);
    expect(late).toContain("あとから選び直した");
    expect((await friend.kept())?.areaKey).toBe("shinmachi");
    await friend.taps("b=g.area&k=honmachi", 11);
    await friend.taps("b=g.area&k=honmachi", 11);
    expect((await friend.kept())?.areaKey).toBe("honmachi");
  });

  it("is reminded at the time they choose, and not any more with one tap", async () => {
    const friend = await newFriend();
    expect(await friend.says("ごみのお知らせ")).toContain("地区を選んでください");
    await friend.says("地区 新町", 1);
    expect(await friend.taps("b=g.remind&o=morning", 2, { time: "06:15" })).toContain("当日の朝6:15");
    expect(await friend.kept()).toMatchObject({
      remindAt: "06:15:00",
      remindOn: "morning",
      areaKey: "shinmachi",
    });
    await friend.taps("b=g.silence", 3);
    expect((await friend.kept())?.remindAt).toBeNull();
    expect(await friend.taps("b=g.remind&o=eve&t=20:00", 2)).toContain("あとから選び直した");
    expect((await friend.kept())?.remindAt).toBeNull();
  });

  it("hears that the area is gone from a new calendar, and of the new one at once", async () => {
    const friend = await newFriend();
    await friend.taps("b=g.area&k=minami", 0);
    await publish("calendar", { ...TOWN, areas: TOWN.areas.filter((area) => area.key !== "minami") });
    expect(await friend.says("明日のごみ", 1)).toContain("いまの収集カレンダーにありません");
    expect((await friend.kept())?.areaKey).toBe("minami");
    await publish("calendar", TOWN);
    expect(await friend.says("明日のごみ", 2)).toContain("南");
  });

  it("after the time to put it out an item's next day is not today", async () => {
    const friend = await newFriend();
    await friend.says("地区 本町");
    const thing = {
      key: "k",
      kind: "garbage" as const,
      title: "なべ",
      reading: null,
      synonyms: [],
      category: "burn",
      note: null,
      answer: null,
      validFrom: null,
      validUntil: null,
      sectionId: null,
      reviewedOn: null,
    };
    // Thursday 26 November, a minute before and after 8:30 of Tokyo.
    const said = async (minute: number) => {
      const at = new Date(Date.UTC(2026, 10, 25, 23, minute));
      return JSON.stringify(await garbage.answer(ctx(), thing, { ...friend.by(0), at }));
    };
    expect(await said(29)).toContain("11月26日(木)（きょう）");
    expect(await said(31)).toContain("11月30日(月)（4日後）");
    expect(await said(31)).toContain("8:30まででした");
  });

  it("staff who try it keep nothing", async () => {
    const by: AskedBy = { friendId: null, language: "en", at: new Date(EVENING), eventId: "try" };
    const said = await garbage.commands.tapped("b=g.area&k=honmachi&q=d1", {})?.answer(ctx(), by);
    expect(JSON.stringify(said)).toContain("Tomorrow");
    expect(await garbage.commands.typed("明日のごみ")?.answer(ctx(), by)).not.toEqual(said);
  });
});
