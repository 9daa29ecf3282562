import { asc, eq, like } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Book } from "@/db/enums";
import { botMisses, botQuestions, friendGarbage, outbox, reports } from "@/db/schema";
import { fillDraft, publishBook } from "@/lib/chatbot/books/commands";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { recountMisses } from "@/lib/chatbot/count/commands";
import { createLibraryStore } from "@/lib/chatbot/live/store";
import { systemContext, within } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { TOWN, TOWN_CATEGORIES } from "@/lib/garbage/testing/books";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { createContentStore } from "../store";
import { newUser, receiveIn, webhook, workThrough } from "../testing/webhook";

const database = testDatabase();
const ctx = (at = new Date()) => systemContext(database.db, "test", at);
const START = Date.now() - 3_600_000;
const { event, text } = webhook(START);
const tap = (user: string, seconds: number, data: string) =>
  event(user, seconds, { type: "postback", postback: { data } });
const unsend = (user: string, seconds: number, messageId: string) =>
  event(user, seconds, { type: "unsend", unsend: { messageId } });

const entry = (key: string, title: string, more: Partial<BotEntry> = {}): BotEntry => ({
  key,
  kind: "faq",
  title,
  reading: null,
  synonyms: [],
  category: "living",
  note: null,
  answer: { kind: "text", text: { ja: `${title}の答えです`, en: `The answer on ${key}` } },
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
  ...more,
});
const ENTRIES = [
  entry("pass", "敬老パスの更新"),
  entry("library", "図書館の開館時間"),
  entry("library-card", "図書館の利用カード"),
  entry("pool", "市民プールの料金", { kind: "keyword" }),
];

const FAQ = { topics: [{ key: "living", label: { ja: "くらし" } }], phoneKey: "ward" };

async function publishOf(book: Book, content: object, entries: BotEntry[]): Promise<void> {
  await fillDraft(ctx(), { book, content, entries, note: "" });
  const done = await publishBook(ctx(), { book, seenAt: null, note: "" });
  if (!done.ok) throw new Error(done.reason);
}
const publish = (entries: BotEntry[]) => publishOf("faq", FAQ, entries);

let content: ReturnType<typeof createContentStore>;
beforeAll(async () => {
  content = createContentStore(database.db);
  await loadCityContent(ctx(), kumamoto);
  await publish(ENTRIES);
  const [category] = TOWN_CATEGORIES;
  const pet = entry("pet", "ペットボトル", {
    kind: "garbage",
    category: category?.key ?? null,
    answer: null,
  });
  await publishOf("garbage", { categories: TOWN_CATEGORIES }, [pet]);
  await publishOf("calendar", TOWN, []);
});

const work = (language: string | null = null) =>
  workThrough(database, { owner: "w", leaseMs: 20_000, content, language: async () => language });
const receive = (...list: object[]) => receiveIn(database, ...list);
async function replyTo({ webhookEventId }: { webhookEventId: string }): Promise<string | null> {
  const [row] = await database.db
    .select()
    .from(outbox)
    .where(eq(outbox.dedupeKey, `reply:${webhookEventId}`));
  return row ? JSON.stringify(row.payload) : null;
}
/** One after the other, each worked before the next comes. Answers what was said to the last. */
async function live(...list: { webhookEventId: string }[]): Promise<string> {
  for (const each of list) {
    await receive(each);
    await work();
  }
  const last = list.at(-1);
  return (last && (await replyTo(last))) ?? "";
}
const rowOf = async ({ webhookEventId }: { webhookEventId: string }) =>
  (await database.db.select().from(botQuestions).where(eq(botQuestions.eventId, webhookEventId)))[0];
const missesLike = (words: string) =>
  database.db
    .select()
    .from(botMisses)
    .where(like(botMisses.sample, `%${words}%`));

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
      { unanswered: 2, unhelpful: 0, firstAt: new Date(START), lastAt: new Date(START + 5_000) },
    ]);
    await live(tap(other, 6, `b=c&e=${again.webhookEventId}&k=f:pool`));
    expect(await missesLike("宇宙旅行")).toMatchObject([{ unanswered: 1, lastAt: new Date(START) }]);
    await live(tap(other, 7, `b=h&e=${again.webhookEventId}&v=0`));
    expect(await missesLike("宇宙旅行")).toMatchObject([
      { unanswered: 1, unhelpful: 1, lastAt: new Date(START + 5_000) },
    ]);
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
    expect(await rowOf(asked)).toMatchObject({ helpful: true, helpfulAt: new Date(START + 9_000) });
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
    await publish([...ENTRIES, entry("zoo", "動植物園の休園日")]);
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

/** What one resident does, one thing a second; `on`: which of the things before it a tap is about. */
type Act =
  | { kind: "ask"; words: string }
  | { kind: "data"; data: string }
  | { kind: "choose"; on: number; key: string }
  | { kind: "word"; on: number; data: "v=0" | "v=1" | "none" }
  | { kind: "unsend"; on: number };

const on = fc.nat(20);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      words: fc.constantFrom(
        "敬老パスの更新",
        "図書館",
        "火星の天気",
        "火星の天気？",
        "木星の重さ",
        "こんにちは",
        "やめる",
        "はい",
        "ごみの日",
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("data" as const),
      data: fc.constantFrom("start=report", "start=report.road", "b=q&k=f:pool", "b=t"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("choose" as const),
      on,
      key: fc.constantFrom("f:pass", "f:library", "f:gone"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("word" as const),
      on,
      data: fc.constantFrom("v=0", "v=1", "none"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unsend" as const), on }) },
);

type Event = { webhookEventId: string; message?: { id: string } };

function eventsOf(user: string, acts: readonly Act[]): Event[] {
  const made: Event[] = [];
  acts.forEach((one, second) => {
    const target = "on" in one ? made[one.on % Math.max(1, made.length)] : undefined;
    const id = target?.webhookEventId ?? "01NOTHING";
    if (one.kind === "ask") made.push(text(user, second, one.words));
    else if (one.kind === "data") made.push(tap(user, second, one.data));
    else if (one.kind === "choose") made.push(tap(user, second, `b=c&e=${id}&k=${one.key}`));
    else if (one.kind === "unsend") made.push(unsend(user, second, target?.message?.id ?? "0"));
    else made.push(tap(user, second, one.data === "none" ? `b=n&e=${id}` : `b=h&e=${id}&${one.data}`));
  });
  return made;
}

/** The rows of one resident, by the place of their event. */
async function countedIn(events: readonly Event[]) {
  const rows = await Promise.all(events.map(rowOf));
  return rows.map((row) => {
    if (!row) return null;
    const { id: _, eventId: __, ...rest } = row;
    return rest;
  });
}
const allMisses = () => database.db.select().from(botMisses).orderBy(asc(botMisses.folded));

it("every order and number of deliveries comes to what the order of events does, misses included", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 2, maxLength: 9 }).chain((acts) => {
        const places = acts.map((_, i) => i);
        const length = acts.length * 2;
        const order = fc.shuffledSubarray([...places, ...places], { minLength: length, maxLength: length });
        return fc.tuple(fc.constant(acts), order);
      }),
      async ([acts, order]) => {
        const inOrder = eventsOf(newUser(), acts);
        await live(...inOrder);
        const shuffled = eventsOf(newUser(), acts);
        for (const place of order) await live(shuffled[place] as Event);
        expect(await countedIn(shuffled)).toEqual(await countedIn(inOrder));
        const kept = await allMisses();
        await database.db.transaction((tx) => recountMisses(within(ctx(), tx)));
        expect(kept).toEqual(await allMisses());
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

it("many residents at once lose no miss and lock nobody out", async () => {
  const users = Array.from({ length: 12 }, newUser);
  const asked = users.map((user) => text(user, 0, "水星への引っ越し"));
  await receive(...asked);
  const workers = ["a", "b", "c", "d"].map((owner) =>
    workThrough(database, { owner, leaseMs: 20_000, content, language: async () => null }),
  );
  await Promise.all(workers);
  await work();
  expect(await missesLike("水星")).toMatchObject([{ unanswered: 12 }]);
  await receive(
    ...asked.map((one, i) =>
      tap(users[i] ?? "", 1, `b=c&e=${one.webhookEventId}&k=f:${i % 2 ? "pass" : "pool"}`),
    ),
  );
  await Promise.all(
    ["a", "b", "c"].map((owner) =>
      workThrough(database, { owner, leaseMs: 20_000, content, language: async () => null }),
    ),
  );
  await work();
  expect(await missesLike("水星")).toEqual([]);
  expect(await database.db.$count(reports)).toBe(0);
});
