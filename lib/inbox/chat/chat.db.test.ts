import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { botQuestions, friendGarbage, outbox } from "@/db/schema";
import { createLibraryStore } from "@/lib/chatbot/live/store";
import { testDatabase } from "@/lib/core/testing/database";
import { TOWN, TOWN_CATEGORIES } from "@/lib/garbage/testing/books";
import { botTalk, ENTRIES, entryOf, residents } from "../testing/bot";
import { newUser } from "../testing/webhook";

const database = testDatabase();
const { text, tap, unsend, at } = residents;
const { begin, live, missesLike, publish, publishOf, receive, replyTo, rowOf, work } = botTalk(database);

beforeAll(async () => {
  await begin();
  const [category] = TOWN_CATEGORIES;
  const pet = entryOf("pet", "ペットボトル", {
    kind: "garbage",
    category: category?.key ?? null,
    answer: null,
  });
  await publishOf("garbage", { categories: TOWN_CATEGORIES }, [pet]);
  await publishOf("calendar", TOWN, []);
});

describe("a question", () => {
  it("is answered and counted, in the resident's language", async () => {
    const user = newUser();
    const asked = text(user, 0, "敬老ﾊﾟｽの更新");
    const said = await live(asked);
    expect(said).toContain("敬老パスの更新の答えです");
    expect(said).toContain(`b=h&e=${asked.webhookEventId}&v=1`);
    expect(await rowOf(asked)).toMatchObject({
      outcome: "answered",
      kind: "faq",
      topic: "living",
      entryKey: "pass",
      asked: "敬老パスの更新",
    });
    const stranger = newUser();
    const first = text(stranger, 0, "敬老パスの更新");
    await receive(first);
    await work("en");
    expect(await replyTo(first)).toContain("The answer on pass");
  });

  it("that comes again is neither answered nor counted again", async () => {
    const user = newUser();
    const asked = text(user, 0, "市民プールの料金");
    await live(asked);
    await receive(asked, { ...asked, deliveryContext: { isRedelivery: true } });
    expect(await work()).toBe(0);
    expect(await database.db.$count(outbox, eq(outbox.lineUserId, user))).toBe(1);
    expect(await database.db.$count(botQuestions, eq(botQuestions.eventId, asked.webhookEventId))).toBe(1);
  });

  it("that means several is asked back; the tap is answered and counted on it", async () => {
    const user = newUser();
    const asked = text(user, 0, "図書館");
    expect(await live(asked)).toContain(`b=c&e=${asked.webhookEventId}&k=f:library-card`);
    expect(await rowOf(asked)).toMatchObject({ outcome: "asked_back", entryKey: null });
    expect(await live(tap(user, 1, `b=c&e=${asked.webhookEventId}&k=f:library-card`))).toContain(
      "図書館の利用カードの答えです",
    );
    await live(tap(user, 2, `b=h&e=${asked.webhookEventId}&v=1`));
    expect(await rowOf(asked)).toMatchObject({
      outcome: "asked_back",
      entryKey: "library-card",
      helpful: true,
    });
    expect(await missesLike("図書館")).toEqual([]);
  });

  it("that finds nothing is told so, masked, and is no miss once one of the nearest was it", async () => {
    const [user, other] = [newUser(), newUser()];
    const asked = text(user, 0, "宇宙旅行の補助 電話は090-1234-5678");
    const said = await live(asked);
    expect(said).toContain("見つかりませんでした");
    expect(said).toContain("tel:0960000005");
    expect(JSON.stringify(await rowOf(asked))).not.toContain("1234");
    const again = text(other, 5, "宇宙旅行の補助　電話は080-9876-5432");
    await live(again);
    expect(await missesLike("宇宙旅行")).toMatchObject([
      { unanswered: 2, unhelpful: 0, firstAt: at(0), lastAt: at(5) },
    ]);
    await live(tap(other, 6, `b=c&e=${again.webhookEventId}&k=f:pool`));
    expect(await missesLike("宇宙旅行")).toMatchObject([{ unanswered: 1, lastAt: at(0) }]);
    await live(tap(other, 7, `b=h&e=${again.webhookEventId}&v=0`));
    expect(await missesLike("宇宙旅行")).toMatchObject([{ unanswered: 1, unhelpful: 1, lastAt: at(5) }]);
  });

  it("whose answer did not help brings the phone; a change of mind is followed by LINE's clock", async () => {
    const user = newUser();
    const asked = text(user, 0, "敬老パスの更新");
    await live(asked);
    const said = await live(tap(user, 5, `b=h&e=${asked.webhookEventId}&v=0`));
    expect(said).toContain("tel:0960000005");
    expect(await missesLike("敬老パス")).toMatchObject([{ unhelpful: 1 }]);
    await live(tap(user, 9, `b=h&e=${asked.webhookEventId}&v=1`));
    expect(await missesLike("敬老パス")).toEqual([]);
    await live(tap(user, 7, `b=h&e=${asked.webhookEventId}&v=0`));
    expect(await rowOf(asked)).toMatchObject({ helpful: true, helpfulAt: at(9) });
  });

  it("that was taken back is kept no more", async () => {
    const user = newUser();
    const asked = text(user, 0, "月面基地の住民票");
    await live(asked);
    expect(await missesLike("月面基地")).toHaveLength(1);
    await live(unsend(user, 3, asked.message.id));
    expect(await rowOf(asked)).toBeUndefined();
    expect(await missesLike("月面基地")).toEqual([]);
  });

  it("about garbage is answered by its dictionary; 明日のごみ is a use, not a question", async () => {
    const user = newUser();
    const item = text(user, 0, "ﾍﾟｯﾄﾎﾞﾄﾙ");
    expect(await live(item)).toContain("役に立った");
    expect(await rowOf(item)).toMatchObject({ outcome: "answered", kind: "garbage" });
    const day = text(user, 1, "明日のごみは？");
    const said = await live(day);
    expect(await rowOf(day)).toMatchObject({ outcome: "command", asked: "明日のごみ" });
    const area = /b=g\.area&k=honmachi[^"\\]*/.exec(said)?.[0] ?? "b=g.area&k=honmachi";
    await live(tap(user, 2, area));
    expect(await database.db.$count(friendGarbage, eq(friendGarbage.areaKey, "honmachi"))).toBe(1);
  });

  it("chosen from a topic is a question of its own", async () => {
    const user = newUser();
    const topics = text(user, 0, "よくある質問");
    expect(await live(topics)).toContain("b=l&p=0&k=living");
    expect(await live(tap(user, 1, "b=l&p=0&k=living"))).toContain("b=q&k=f:pass");
    const chosen = tap(user, 2, "b=q&k=f:pass");
    expect(await live(chosen)).toContain(`b=h&e=${chosen.webhookEventId}&v=0`);
    expect(await rowOf(chosen)).toMatchObject({
      outcome: "answered",
      entryKey: "pass",
      asked: "敬老パスの更新",
    });
  });

  it("that is none gets friendly words and is not counted", async () => {
    const user = newUser();
    const thanks = text(user, 0, "ありがとうございます");
    expect(await live(thanks)).toContain("どういたしまして");
    expect(await rowOf(thanks)).toBeUndefined();
  });

  it.each(["b=c&e=01X&k=f:gone", "b=q&k=g:gone", "b=l&p=3&k=gone", "b=z", "b=g.area&k=atlantis", "b="])(
    "an old button of what is gone is answered: %s",
    async (data) => expect(await live(tap(newUser(), 0, data))).not.toBe(""),
  );
});

describe("a report that is open", () => {
  it("is not disturbed by the bot, and a button of the bot does not end it", async () => {
    const user = newUser();
    const asked = text(user, 0, "図書館");
    await live(asked, tap(user, 1, "start=report"));
    const inside = text(user, 2, "敬老パスの更新");
    expect(await live(inside)).not.toContain("答えです");
    expect(await rowOf(inside)).toBeUndefined();
    const said = await live(tap(user, 3, `b=c&e=${asked.webhookEventId}&k=f:library`));
    expect(said).toContain("図書館の開館時間の答えです");
    expect(said).toContain("通報の続きです");
    expect(said).toContain("危険がありますか");
    expect(await rowOf(asked)).toMatchObject({ entryKey: "library" });
  });
});

describe("a late event", () => {
  it("that is a question is answered, with the report that was begun meanwhile asked on", async () => {
    const user = newUser();
    const asked = text(user, 0, "敬老パスの更新");
    await live(tap(user, 5, "start=report"));
    const said = await live(asked);
    expect(said).toContain("敬老パスの更新の答えです");
    expect(said).toContain("通報の続きです");
    expect(await rowOf(asked)).toBeDefined();
  });

  it("that shows a question to have been an answer takes it out of the count", async () => {
    const user = newUser();
    const words = text(user, 5, "宇宙人が出ました");
    await live(words);
    expect(await missesLike("宇宙人")).toHaveLength(1);
    await live(tap(user, 0, "start=report"));
    expect(await rowOf(words)).toBeUndefined();
    expect(await missesLike("宇宙人")).toEqual([]);
  });

  it("that shows an answer to have been a question answers it now, once", async () => {
    const user = newUser();
    const words = text(user, 9, "市民プールの料金");
    await live(tap(user, 0, "start=report"));
    expect(await live(words)).not.toContain("答えです");
    const stop = text(user, 5, "やめる");
    expect(await live(stop)).toContain("市民プールの料金の答えです");
    expect(await rowOf(words)).toMatchObject({ outcome: "answered", entryKey: "pool" });
    expect(await live(text(user, 4, "ありがとう"))).not.toContain("答えです");
  });
});

describe("what is known", () => {
  it("follows what is published, and serves on while the database is away", async () => {
    const store = createLibraryStore(database.db, { mediaBase: "" });
    const before = await store.library();
    await publish([...ENTRIES, entryOf("zoo", "動植物園の休園日")]);
    store.refresh();
    await expect.poll(async () => (await store.library()).known.has("f:zoo")).toBe(true);
    expect(before.known.has("f:zoo")).toBe(false);
    await publish(ENTRIES);

    let isAway = false;
    const away = new Proxy(database.db, {
      get: (db, key) => {
        if (isAway) throw new Error("away");
        return Reflect.get(db, key);
      },
    });
    const kept = createLibraryStore(away, { mediaBase: "" });
    const held = await kept.library();
    isAway = true;
    kept.refresh();
    expect(await kept.library()).toBe(held);
  });
});
