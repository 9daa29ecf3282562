import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { broadcastBatches, friends, outbox, settings, staffFriends } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { EVERYONE } from "@/lib/segments/rule";
import { QUOTA_KEY } from "../quota/queries";
import { testInput } from "../schema";
import { makeDraft, makeFriends, makePerson, saying } from "../testing/desk";
import { sendTest } from "./commands";

vi.stubEnv("DATABASE_URL", "postgres://none");
vi.stubEnv("APP_URL", "http://127.0.0.1:1");
vi.stubEnv("AUTH_SECRET", "x".repeat(32));
vi.stubEnv("LINE_CHANNEL_SECRET", "x");
vi.stubEnv("STORAGE_URL", "file:/nowhere");

const base = testDatabase();
let author: Ctx<StaffActor>;
let bound: Ctx<StaffActor>;
let blocked: Ctx<StaffActor>;
let staffPhones: number[];
beforeAll(async () => {
  await makeFriends(base.db, 20);
  author = await makePerson(base.db, "広報 花子", ["author"]);
  bound = await makePerson(base.db, "登録 済", ["viewer"]);
  blocked = await makePerson(base.db, "ブロック 済", ["viewer"]);
  staffPhones = await makeFriends(base.db, 3);
  const [one, other, gone] = staffPhones as [number, number, number];
  await base.db.insert(staffFriends).values([
    { staffId: bound.actor.staffId, friendId: one },
    { staffId: bound.actor.staffId, friendId: other },
    { staffId: blocked.actor.staffId, friendId: gone },
  ]);
  await base.db.update(friends).set({ state: "blocked" }).where(eq(friends.id, gone));
});

const ask = (broadcastId: string, staffIds: number[], more: object = {}) =>
  testInput.parse({ broadcastId, staffIds, spoken: ["ja"], requestKey: crypto.randomUUID(), ...more });
const pushes = async () => (await base.db.select().from(outbox)).filter((row) => row.kind === "push");

describe("a test", () => {
  it("reaches the phones of the staff who were chosen, and nobody's else, whatever the audience is", async () => {
    const draft = await makeDraft(author, { rule: EVERYONE });
    const everybody = [author, bound, blocked].map((each) => each.actor.staffId);
    expect(await sendTest(author, ask(draft.id, everybody))).toMatchObject({ ok: true, value: { sent: 2 } });
    const sent = await pushes();
    expect(sent.map((row) => row.friendId).sort()).toEqual(staffPhones.slice(0, 2));
    expect(sent[0]?.payload).toContain("テスト送信");
    // No batch, no unit: nothing of it is a broadcast.
    expect(await base.db.select().from(broadcastBatches)).toEqual([]);
  });

  it("has no way to name an audience: what is not a number of staff is not even read", async () => {
    const draft = await makeDraft(author);
    const before = (await pushes()).length;
    const asked = ask(draft.id, [author.actor.staffId], {
      rule: EVERYONE,
      friendIds: staffPhones,
      to: ["U".padEnd(33, "0")],
      audience: "all",
    });
    expect(Object.keys(asked).sort()).toEqual(["broadcastId", "requestKey", "spoken", "staffIds"]);
    expect(await sendTest(author, asked)).toMatchObject({ ok: false, reason: "no-testers" });
    // Friends' numbers are no staff numbers.
    const { rows } = await base.db.execute<{ id: string }>(
      sql`select id from friends order by id desc limit 5`,
    );
    for (const staffIds of [[], rows.map((row) => Number(row.id) + 1_000)]) {
      const parsed = testInput.safeParse({
        broadcastId: draft.id,
        staffIds,
        spoken: ["ja"],
        requestKey: crypto.randomUUID(),
      });
      if (parsed.success) expect(await sendTest(author, parsed.data)).toMatchObject({ reason: "no-testers" });
    }
    expect(await pushes()).toHaveLength(before);
  });

  it("says that it is one even where five blocks leave no room: ahead of them, once", async () => {
    const blocks = Array.from({ length: 5 }, (_, n) => ({ kind: "text" as const, text: `お知らせ ${n}` }));
    const draft = await makeDraft(author, { content: { variants: { ja: blocks } } });
    const asked = ask(draft.id, [bound.actor.staffId]);
    for (let press = 0; press < 2; press++) await sendTest(author, asked);
    const sent = (await pushes()).filter((row) => row.dedupeKey.includes(asked.requestKey));
    const [notices, words] = [true, false].map((own) =>
      sent.filter((row) => row.dedupeKey.endsWith(":notice") === own),
    );
    expect([notices?.length, words?.length]).toEqual([2, 2]);
    for (const row of notices ?? []) expect(row.payload).toContain("テスト送信");
    for (const row of words ?? []) {
      expect(JSON.parse(row.payload)).toHaveLength(5);
      expect(row.nextAttemptAt.getTime()).toBeGreaterThan(author.now.getTime());
    }
  });
  it("goes out once for one press, and not at all with words that cannot be sent", async () => {
    const draft = await makeDraft(author);
    const asked = ask(draft.id, [bound.actor.staffId]);
    const before = (await pushes()).length;
    await Promise.all([1, 2, 3].map(() => sendTest(author, asked)));
    expect(await pushes()).toHaveLength(before + 2);
    const empty = await makeDraft(author, { content: saying("") });
    expect(await sendTest(author, ask(empty.id, [bound.actor.staffId]))).toMatchObject({
      reason: "unsendable",
    });
    expect(await sendTest(bound, asked)).toMatchObject({ ok: false, reason: "role" });
    expect(await pushes()).toHaveLength(before + 2);
  });

  it("leaves out a phone that stopped all broadcasts", async () => {
    const draft = await makeDraft(author);
    const [one] = staffPhones as [number];
    await base.db.update(friends).set({ stoppedAt: author.now }).where(eq(friends.id, one));
    expect(await sendTest(author, ask(draft.id, [bound.actor.staffId]))).toMatchObject({
      value: { sent: 1 },
    });
    await base.db.update(friends).set({ stoppedAt: null }).where(eq(friends.id, one));
  });

  it("takes nothing from a month that is spoken for, and does not go on without end", async () => {
    const other = await makePerson(base.db, "広報 次郎", ["author"]);
    const draft = await makeDraft(other);
    const before = (await pushes()).length;
    const fetchedAt = other.now.toISOString();
    const quota = (limit: number) => ({ type: "limited", limit, used: 0, fetchedAt });
    await base.db.insert(settings).values({ key: QUOTA_KEY, value: quota(1) });
    const send = () => sendTest(other, ask(draft.id, [bound.actor.staffId]));
    expect(await send()).toMatchObject({ ok: false, reason: "quota" });
    expect(await pushes()).toHaveLength(before);
    await base.db
      .update(settings)
      .set({ value: quota(100) })
      .where(eq(settings.key, QUOTA_KEY));
    for (let n = 1; n < 10; n += 1) expect(await send()).toMatchObject({ ok: true });
    expect(await send()).toMatchObject({ ok: false, reason: "too-many" });
  });
});
