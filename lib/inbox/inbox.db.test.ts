import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  conversations,
  friendMoves,
  friends,
  inboxLeases,
  lineEvents,
  outbox,
  reportPhotos,
  reports,
} from "@/db/schema";
import { loadCityMap } from "@/lib/areas/commands";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { claimOutbox } from "@/lib/outbox/commands";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { kumamotoSketch } from "@/lib/presets/kumamoto/map";
import { claimLanes, MAX_EVENT_ATTEMPTS } from "./commands";
import { type InboxTools, processEvent } from "./jobs";
import { listParkedEvents } from "./queries";
import { createContentStore } from "./store";
import { newUser, receiveIn, webhook, workThrough } from "./testing/webhook";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");
const START = Date.UTC(2026, 10, 22, 14, 40);

// One for all: reading what a city has published takes longer than answering with it.
let content: ReturnType<typeof createContentStore>;
beforeAll(async () => {
  await loadCityContent(ctx(), kumamoto);
  await loadCityMap(ctx(), kumamotoSketch);
  content = createContentStore(database.db);
});

const { event, text } = webhook(START);
const receive = (...list: object[]) => receiveIn(database, ...list);

function worker(owner: string, leaseMs = 20_000): InboxTools & { runAll: () => Promise<number> } {
  const tools: InboxTools = {
    owner,
    leaseMs,
    content,
    language: async () => null,
  };
  return { ...tools, runAll: () => workThrough(database, tools) };
}
const stateOf = async (id: string) =>
  (await database.db.select().from(lineEvents).where(eq(lineEvents.webhookEventId, id)))[0];

describe("the inbox", () => {
  it("keeps an event once, however often it comes, and makes one friend of twenty events at once", async () => {
    const user = newUser();
    const list = Array.from({ length: 20 }, (_, i) => text(user, i, "こんにちは"));
    await Promise.all([receive(...list), receive(...list), ...list.map((e) => receive(e))]);
    await worker("w1").runAll();
    expect(await database.db.$count(lineEvents, eq(lineEvents.lineUserId, user))).toBe(20);
    expect(await database.db.$count(friends, eq(friends.lineUserId, user))).toBe(1);
    expect(await database.db.$count(outbox, eq(outbox.lineUserId, user))).toBe(20);
  });

  it("skips what it does not know and what names nobody, and goes on", async () => {
    const user = newUser();
    const odd = event(user, 0, { type: "teleport" });
    const nobody = event(user, 0, { type: "delivery", source: undefined });
    const fine = text(user, 1, "市民レポート");
    await receive(odd, nobody, fine);
    await worker("w1").runAll();
    expect((await stateOf(nobody.webhookEventId))?.state).toBe("skipped");
    expect((await stateOf(fine.webhookEventId))?.state).toBe("done");
    expect(["done", "skipped"]).toContain((await stateOf(odd.webhookEventId))?.state);
  });

  it("parks one poisonous event among a hundred and works the others", async () => {
    const user = newUser();
    const bad = text(user, 0, "毒");
    const others = Array.from({ length: 99 }, (_, i) =>
      text(i % 3 === 0 ? user : newUser(), i + 1, "こんにちは"),
    );
    await receive(bad, ...others);
    // A payload that is no JSON: whatever makes one event fail, it is this one's affair alone.
    await database.db
      .update(lineEvents)
      .set({ payload: "{" })
      .where(eq(lineEvents.webhookEventId, bad.webhookEventId));
    for (let i = 0; i < MAX_EVENT_ATTEMPTS + 1; i++) {
      await worker("w1").runAll();
      await database.db
        .update(lineEvents)
        .set({ nextAttemptAt: sql`now()` })
        .where(eq(lineEvents.state, "pending"));
    }
    expect((await stateOf(bad.webhookEventId))?.state).toBe("parked");
    const states = await Promise.all(others.map(async (e) => (await stateOf(e.webhookEventId))?.state));
    expect(states.every((s) => s === "done")).toBe(true);
    expect((await listParkedEvents(ctx(), { limit: 10 })).map((e) => e.id)).toEqual([bad.webhookEventId]);
  });

  it("lets only the holder of a lane write", async () => {
    const user = newUser();
    const first = text(user, 0, "市民レポート");
    await receive(first);
    const slow = worker("slow", 1);
    expect(await claimLanes(ctx(), { owner: "slow", leaseMs: 1, limit: 10 })).toContain(user);
    await new Promise((resolve) => setTimeout(resolve, 20));
    // The lease ran out and another took over; the first wakes up and must change nothing.
    expect(await claimLanes(ctx(), { owner: "quick", leaseMs: 20_000, limit: 10 })).toContain(user);
    expect(await claimLanes(ctx(), { owner: "third", leaseMs: 20_000, limit: 10 })).not.toContain(user);
    expect(await processEvent(database.db, slow, { id: first.webhookEventId, lane: user })).toBeNull();
    expect((await stateOf(first.webhookEventId))?.state).toBe("pending");
    expect(await database.db.$count(outbox, eq(outbox.lineUserId, user))).toBe(0);
    expect(
      await processEvent(database.db, worker("quick"), { id: first.webhookEventId, lane: user }),
    ).not.toBeNull();
    expect(await database.db.$count(outbox, eq(outbox.lineUserId, user))).toBe(1);
    await database.db.delete(inboxLeases).where(eq(inboxLeases.lineUserId, user));
  });

  it("does a processed event no second time", async () => {
    const user = newUser();
    const start = text(user, 0, "市民レポート");
    await receive(start);
    await worker("w1").runAll();
    const again = await claimLanes(ctx(), { owner: "w2", leaseMs: 20_000, limit: 10 });
    expect(again).not.toContain(user);
    expect(
      await database.db.$count(
        conversations,
        sql`${conversations.friendId} = (select id from friends where line_user_id = ${user})`,
      ),
    ).toBe(1);
  });

  it("knows that the answer to a reply was lost when its worker died in mid-call", async () => {
    const user = newUser();
    const start = text(user, 0, "市民レポート");
    await receive(start);
    await worker("dies", 20_000).runAll();
    const mine = eq(outbox.lineUserId, user);
    expect((await database.db.select().from(outbox).where(mine))[0]).toMatchObject({
      state: "attempting",
      attempts: 1,
      mayHaveArrived: false,
    });
    expect(
      (await claimOutbox(ctx(), { to: "resident", owner: "next", leaseMs: 1_000, limit: 500 })).filter(
        (r) => r.lineUserId === user,
      ),
    ).toEqual([]);
    await database.db.update(outbox).set({ leaseUntil: sql`now() - interval '1 second'` }).where(mine);
    const taken = (
      await claimOutbox(ctx(), { to: "resident", owner: "next", leaseMs: 1_000, limit: 500 })
    ).filter((r) => r.lineUserId === user);
    expect(taken).toMatchObject([{ attempts: 2, mayHaveArrived: true, leaseOwner: "next" }]);
  });

  it("counts a resident met by their own message as following, until they block", async () => {
    const [writer, grouped, blocker] = [newUser(), newUser(), newUser()];
    const group = {
      ...text(grouped, 0, "こんにちは"),
      source: { type: "group", groupId: "C1", userId: grouped },
    };
    await receive(
      text(writer, 0, "こんにちは"),
      group,
      text(blocker, 0, "こんにちは"),
      event(blocker, 5, { type: "unfollow" }),
    );
    await worker("w1").runAll();
    // A follow event that comes late is older than the message: nothing changes. One of before the block neither.
    await receive(event(writer, -9, { type: "follow" }), text(blocker, 3, "こんにちは"));
    await worker("w1").runAll();
    const friendOf = async (user: string) =>
      (await database.db.select().from(friends).where(eq(friends.lineUserId, user)))[0];
    expect(await friendOf(writer)).toMatchObject({ state: "following", stateAt: new Date(START) });
    expect(await friendOf(grouped)).toBeUndefined();
    expect(await stateOf(group.webhookEventId)).toMatchObject({ state: "skipped", lineUserId: null });
    expect(await friendOf(blocker)).toMatchObject({ state: "blocked", stateAt: new Date(START + 5_000) });
  });

  it("counts one who had blocked as following again once they write, though the follow event was lost", async () => {
    const user = newUser();
    await receive(event(user, 0, { type: "follow" }), event(user, 5, { type: "unfollow" }));
    await worker("w1").runAll();
    const friendOf = async () =>
      (await database.db.select().from(friends).where(eq(friends.lineUserId, user)))[0];
    await receive(text(user, 4, "こんにちは"));
    await worker("w1").runAll();
    expect(await friendOf()).toMatchObject({ state: "blocked" });
    await receive(text(user, 600, "避難所はどこですか"));
    await worker("w1").runAll();
    expect(await friendOf()).toMatchObject({ state: "following", stateAt: new Date(START + 600_000) });
    const moves = await database.db
      .select()
      .from(friendMoves)
      .where(eq(friendMoves.friendId, (await friendOf())?.id ?? 0))
      .orderBy(friendMoves.at);
    expect(moves.map((move) => move.kind)).toEqual(["follow", "block", "met"]);
    // They block again, and the lost event comes after all: older than what is known.
    await receive(event(user, 700, { type: "unfollow" }), event(user, 500, { type: "follow" }));
    await worker("w1").runAll();
    expect(await friendOf()).toMatchObject({ state: "blocked", stateAt: new Date(START + 700_000) });
  });

  it("tells who stopped everything, left and came back that it is still stopped, with the way to resume", async () => {
    const user = newUser();
    const tap = (seconds: number, data: string) =>
      event(user, seconds, { type: "postback", postback: { data } });
    await receive(event(user, 0, { type: "follow" }), tap(5, "p=done"), tap(6, "p=stop"));
    await receive(event(user, 50, { type: "unfollow" }));
    await worker("w1").runAll();
    const back = event(user, 600, { type: "follow" });
    await receive(back);
    await worker("w1").runAll();
    const [said] = await database.db
      .select()
      .from(outbox)
      .where(eq(outbox.dedupeKey, `reply:${back.webhookEventId}`));
    expect(said?.payload).toContain("友だち追加ありがとうございます");
    expect(said?.payload).toContain("いまは、すべての配信を止めています。");
    expect(said?.payload).toContain("配信を再開する");
    const messages = JSON.parse(said?.payload ?? "[]") as { quickReply?: object }[];
    expect(messages.map((message) => message.quickReply !== undefined)).toEqual(
      messages.map((_, i) => i === messages.length - 1),
    );
  });

  it("takes back an unsent message: words, photo and what the inbox kept of them", async () => {
    const user = newUser();
    const words = text(user, 5, "わたしの住所は秘密です");
    const messageId = words.message.id;
    await receive(text(user, 0, "市民レポート"), words);
    await worker("w1").runAll();
    await receive(event(user, 9, { type: "unsend", unsend: { messageId } }));
    await worker("w1").runAll();
    expect((await stateOf(words.webhookEventId))?.payload).not.toContain("秘密");
    const drafts = await database.db
      .select()
      .from(conversations)
      .where(sql`${conversations.friendId} = (select id from friends where line_user_id = ${user})`);
    expect(JSON.stringify(drafts)).not.toContain("秘密");
    expect(await database.db.$count(reports, sql`false`)).toBe(0);
    expect(await database.db.$count(reportPhotos, eq(reportPhotos.lineMessageId, messageId))).toBe(0);
  });
});
