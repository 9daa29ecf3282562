import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { conversations, lineEvents, outbox, reportPhotos, reports, storageRemovals } from "@/db/schema";
import { loadCityMap } from "@/lib/areas/commands";
import type { TalkEvent } from "@/lib/conversations/talk";
import { botOf, reportOf } from "@/lib/conversations/testing/bots";
import { resident } from "@/lib/conversations/testing/resident";
import { goOn } from "@/lib/conversations/testing/walks";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { hours } from "@/lib/core/time";
import { discardStrayPhotos } from "@/lib/photos/commands";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { kumamotoSketch } from "@/lib/presets/kumamoto/map";
import { expireDrafts } from "./commands";
import { createContentStore } from "./store";
import { newUser, receiveIn, webhook, workThrough } from "./testing/webhook";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");
let content: ReturnType<typeof createContentStore>;
beforeAll(async () => {
  await loadCityContent(ctx(), kumamoto);
  await loadCityMap(ctx(), kumamotoSketch);
  content = createContentStore(database.db);
});

/** The talks began 26 hours ago: what is open of them has run out. */
const { event, text } = webhook(Date.now() - hours(26));
let pictures = 0;
const image = (user: string, seconds: number) => {
  pictures += 1;
  const message = {
    id: `img${pictures}`,
    type: "image",
    quoteToken: "q",
    contentProvider: { type: "line" },
  };
  return { ...event(user, seconds, { type: "message" }), message };
};
const says = (user: string, from: number, words: string[]) =>
  words.map((word, i) => text(user, from + i, word));
/** 道路 > 舗装の穴, as far as the photo; and from there to the summary. */
const AS_FAR_AS_PHOTO = ["道路", "2", "1", "1"];
const TO_THE_SUMMARY = ["次へ", "熊本市中央区手取本町1-1", "いま", "なし"];

const work = () =>
  workThrough(database, { owner: "w", leaseMs: 20_000, content, language: async () => null });
async function happens(...list: object[]): Promise<void> {
  await receiveIn(database, ...list);
  await work();
}
const friendOf = (user: string) => sql`(select id from friends where line_user_id = ${user})`;
const talksOf = (user: string) =>
  database.db
    .select()
    .from(conversations)
    .where(sql`${conversations.friendId} = ${friendOf(user)}`)
    .orderBy(conversations.startedAt);
const statesOf = async (user: string) => (await talksOf(user)).map((talk) => talk.state);
const reportsOf = (user: string) =>
  database.db
    .select()
    .from(reports)
    .where(sql`${reports.friendId} = ${friendOf(user)}`);
const repliesTo = async (user: string) =>
  (await database.db.select().from(outbox).where(eq(outbox.lineUserId, user)).orderBy(outbox.createdAt)).map(
    (row) => row.payload,
  );
const photosIn = async (reportId: string) =>
  (await database.db.select().from(reportPhotos).where(eq(reportPhotos.reportId, reportId)))
    .filter((photo) => photo.state !== "deleted")
    .map((photo) => photo.lineMessageId);

describe("a talk that nobody went on with", () => {
  it("keeps nothing of what was said in it", async () => {
    const user = newUser();
    await happens(...says(user, 0, [...AS_FAR_AS_PHOTO, "次へ", "熊本市中央区 山田花子の家の前"]));
    expect(JSON.stringify(await talksOf(user))).toContain("山田花子");
    await expireDrafts(ctx());
    expect(await statesOf(user)).toEqual(["expired"]);
    expect(JSON.stringify(await talksOf(user))).not.toContain("山田花子");
  });

  it("is not over while its answers wait to be worked, however long that takes", async () => {
    const user = newUser();
    await happens(...says(user, 0, AS_FAR_AS_PHOTO));
    await receiveIn(database, ...says(user, 10, [...TO_THE_SUMMARY, "1"]));
    // A worker that starts a day later looks after old drafts first.
    await expireDrafts(ctx());
    expect(await statesOf(user)).toEqual(["open"]);
    await work();
    expect(await statesOf(user)).toEqual(["submitted"]);
    expect(await reportsOf(user)).toHaveLength(1);
  });

  it("is over although an answer waits that came after its time", async () => {
    const user = newUser();
    await happens(...says(user, 0, AS_FAR_AS_PHOTO));
    await receiveIn(database, text(user, 25 * 3600, "次へ"));
    await expireDrafts(ctx());
    expect(await statesOf(user)).toEqual(["expired"]);
  });

  it("makes room for one that began late and is heard of later still", async () => {
    const user = newUser();
    await happens(...says(user, 0, AS_FAR_AS_PHOTO));
    await happens(text(user, 24 * 3600 + 1800, "受信設定"));
    await happens(text(user, 24 * 3600 + 600, "市民レポート"));
    expect(await statesOf(user)).toEqual(["expired", "open"]);
    const events = await database.db.select().from(lineEvents).where(eq(lineEvents.lineUserId, user));
    expect(events.map((e) => e.state)).toEqual(events.map(() => "done"));
  });
});

describe("a photo and an event that comes late", () => {
  it("goes to the talk it belongs to after all", async () => {
    const user = newUser();
    const late = text(user, 1, "2");
    const photo = image(user, 3);
    await happens(text(user, 0, "市民レポート"), text(user, 2, "市民レポート"), photo);
    await happens(late);
    await happens(...says(user, 10, ["1", "1", "1", ...TO_THE_SUMMARY]));
    expect((await repliesTo(user)).at(-1)).toContain("1枚");
    await happens(text(user, 30, "1"));
    const [report] = await reportsOf(user);
    expect(report?.photoCount).toBe(1);
    expect(await photosIn(report?.id ?? "")).toEqual([photo.message.id]);
  });

  it("comes back when its talk was not stopped after all", async () => {
    const user = newUser();
    const late = text(user, 6, "続ける");
    const photo = image(user, 4);
    await happens(...says(user, 0, AS_FAR_AS_PHOTO), photo, text(user, 5, "やめる"), text(user, 7, "やめる"));
    expect(await statesOf(user)).not.toContain("open");
    await happens(late);
    await happens(...says(user, 10, ["続ける", ...TO_THE_SUMMARY]));
    await happens(text(user, 30, "1"));
    const [report] = await reportsOf(user);
    expect(report?.photoCount).toBe(1);
    expect(await photosIn(report?.id ?? "")).toEqual([photo.message.id]);
  });

  it("goes, with its files, once no talk and no report holds it", async () => {
    const user = newUser();
    const stray = image(user, 4);
    await happens(...says(user, 0, AS_FAR_AS_PHOTO), stray);
    const isStray = eq(reportPhotos.lineMessageId, stray.message.id);
    await database.db
      .update(reportPhotos)
      .set({ state: "ready", fullKey: "photos/aa/full.jpg", thumbKey: "photos/aa/thumb.jpg" })
      .where(isStray);
    const later = { ...ctx(), now: new Date(Date.now() + hours(26)) };
    const state = async () => (await database.db.select().from(reportPhotos).where(isStray))[0]?.state;
    await discardStrayPhotos(later);
    expect(await state()).toBe("ready"); // its talk is open
    await database.db.update(conversations).set({ state: "expired" });
    await discardStrayPhotos(ctx());
    expect(await state()).toBe("ready"); // a late event may still bring it back
    await discardStrayPhotos(later);
    expect(await state()).toBe("deleted");
    const keys = (await database.db.select().from(storageRemovals)).map((row) => row.key).sort();
    expect(keys).toEqual(["photos/aa/full.jpg", "photos/aa/thumb.jpg"]);
  });
});

/** A resident's event as LINE would send it for another resident; ids of events and messages are theirs alone. */
function asSentBy(user: string, e: TalkEvent, mark: string): object {
  const id = (name: string) => `${mark}-${name}`;
  const base = {
    mode: "active",
    timestamp: e.at,
    webhookEventId: id(e.id),
    deliveryContext: { isRedelivery: false },
    source: { type: "user", userId: user },
    replyToken: id(e.id),
  };
  const message = (messageId: string, more: object) => ({
    ...base,
    type: "message",
    message: { id: id(messageId), ...more },
  });
  switch (e.kind) {
    case "text":
      return message(e.messageId, { type: "text", text: e.text });
    case "image":
      return message(e.messageId, {
        type: "image",
        contentProvider: { type: "line" },
        ...(e.set ? { imageSet: { ...e.set, id: id(e.set.id) } } : {}),
      });
    case "location":
      return message(e.messageId, {
        type: "location",
        address: e.address ?? undefined,
        latitude: e.point?.lat,
        longitude: e.point?.lng,
      });
    case "postback":
      return {
        ...base,
        type: "postback",
        postback: { data: e.data.replaceAll("01EVENT", id("01EVENT")), params: e.params },
      };
    case "unsend":
      return { ...base, type: "unsend", unsend: { messageId: id(e.messageId) } };
    default:
      return { ...base, type: e.kind };
  }
}

describe("any life, with its events in a wrong order", () => {
  const bot = botOf(kumamoto);
  const definition = reportOf(kumamoto);
  const WORDS = ["戻る", "やめる", "道路", "続きから", "最初から", "はい", "送信", "写真を消す", "続ける"];

  /** One thing a resident does; `n` is any number. */
  function act(me: ReturnType<typeof resident>, kind: number, n: number, past: string[]): void {
    if (kind < 22) goOn(me, definition, n % 100);
    else if (kind < 27) me.photo();
    else if (kind < 29) for (const index of [2, 1, 3]) me.photo({ id: `s${n}`, index, total: 3 });
    else if (kind < 31) me.place();
    else if (kind < 34) me.type(WORDS[n % WORDS.length] ?? "");
    else if (kind < 36) me.send({ kind: "unsend", messageId: `m${1 + (n % me.events.length)}` });
    else if (kind < 38) me.postback(past[n % past.length] ?? "x");
    else if (kind < 39) me.act("send");
    else me.wait(hours(n % 27));
  }

  /** What the city holds of somebody in the end. */
  async function heldOf(user: string, mark: string) {
    const held = [];
    for (const report of await reportsOf(user)) {
      if (report.status === "not_needed") continue;
      const { sourceKey, categoryKey, subcategoryKey, body, address, seenText, lat, answers } = report;
      const photos = (await photosIn(report.id)).sort();
      held.push({ sourceKey, categoryKey, subcategoryKey, body, address, seenText, lat, answers, photos });
      expect(report.photoCount).toBe(photos.length);
    }
    const open = (await talksOf(user)).filter((talk) => talk.state === "open").map((talk) => talk.id);
    const events = await database.db.select().from(lineEvents).where(eq(lineEvents.lineUserId, user));
    const stuck = events.filter((e) => e.state !== "done").map((e) => e.lastError);
    const all = { held: held.sort((a, b) => String(a.sourceKey).localeCompare(String(b.sourceKey))), open };
    return { ...(JSON.parse(JSON.stringify(all).replaceAll(mark, "")) as typeof all), stuck };
  }

  it("comes to the same reports and photos as in the right order", async () => {
    let lives = 0;
    let reported = 0;
    const acts = fc.array(fc.tuple(fc.nat(39), fc.nat(10_000)), { minLength: 12, maxLength: 36 });
    const moves = fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 6 })), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(acts, moves, async (deeds, displaced) => {
        lives += 1;
        const me = resident(bot);
        me.type("市民レポート");
        const past: string[] = [];
        for (const [kind, n] of deeds) {
          past.push(...me.buttons.flatMap((button) => ("data" in button ? [button.data] : [])));
          act(me, kind, n, past);
        }
        const asGiven = [...me.events];
        for (const [from, by] of displaced) {
          const [late] = asGiven.splice(from % asGiven.length, 1);
          if (late) asGiven.splice((from % (asGiven.length + 1)) + by, 0, late);
        }
        const results = [];
        for (const [i, events] of [me.events, asGiven].entries()) {
          const user = newUser();
          const mark = `${lives}${"ab"[i]}`;
          for (const e of events) await happens(asSentBy(user, e, mark));
          results.push(await heldOf(user, `${mark}-`));
        }
        reported += results[0]?.held.length ?? 0;
        expect(results[1]).toEqual(results[0]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(reported).toBeGreaterThan(0);
  });
});
