import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries, friends, outbox, preferenceChanges, staffFriends } from "@/db/schema";
import { createStaff } from "@/lib/auth/commands";
import { type StaffActor, systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { testDatabase } from "@/lib/core/testing/database";
import { createContentStore } from "@/lib/inbox/store";
import { newUser, receiveIn, webhook, workThrough } from "@/lib/inbox/testing/webhook";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { bitsOf } from "./choices";
import { changeOnPage } from "./commands";
import { issueFriendCode, unbindStaffFriend } from "./staff/commands";

const database = testDatabase();
const ctx = (at = new Date()) => systemContext(database.db, "test", at);
const START = Date.UTC(2026, 10, 22, 3, 0);

beforeAll(async () => {
  process.env.DATABASE_URL = database.url;
  process.env.LINE_CHANNEL_SECRET = "a secret of the tests";
  startSettings("intake");
  await loadCityContent(ctx(), kumamoto);
  content = createContentStore(database.db, "https://liff.line.me/1-a");
});

const { event, text } = webhook(START);
const follow = (user: string, seconds: number) => event(user, seconds, { type: "follow" });
const tap = (user: string, seconds: number, data: string) =>
  event(user, seconds, { type: "postback", postback: { data } });
const receive = (...list: object[]) => receiveIn(database, ...list);

// One for all: reading what a city has published takes longer than answering with it.
let content: ReturnType<typeof createContentStore>;
const work = (language: string | null = null): Promise<number> =>
  workThrough(database, {
    owner: "w",
    leaseMs: 20_000,
    content,
    language: async () => language,
  });
const one = async (user: string) => {
  const [row] = await database.db.select().from(friends).where(eq(friends.lineUserId, user));
  if (!row) throw new Error("nobody");
  return row;
};
async function replyTo(id: string): Promise<string> {
  const [row] = await database.db
    .select()
    .from(outbox)
    .where(eq(outbox.dedupeKey, `reply:${id}`));
  return JSON.stringify(row ?? null);
}
/** One after the other, each worked before the next comes. Answers what was said to the last. */
async function live(...list: { webhookEventId: string }[]): Promise<string> {
  for (const each of list) {
    await receive(each);
    await work();
  }
  return replyTo(list.at(-1)?.webhookEventId ?? "");
}

describe("a new friend", () => {
  it("is asked, answers by taps, and is not asked again", async () => {
    const user = newUser();
    expect(await live(follow(user, 0))).toContain("年代を教えてください");
    expect(await live(tap(user, 1, "p=set&q=age_band&v=4&w=1"))).toContain("性別を教えてください");
    expect((await one(user)).ageBand).toBe(4);
    expect(await live(tap(user, 2, "p=skip&q=gender"))).toContain("お住まいの地域");
    expect(await live(tap(user, 3, "p=set&q=area&v=-1&w=1"))).toContain("受け取りたい情報");
    expect(await live(tap(user, 4, "p=interest&b=0&v=1&w=1"))).toContain("✓ イベント");
    await live(tap(user, 5, "p=interest&b=7&v=1&w=1"), tap(user, 6, "p=interest&b=0&v=0&w=1"));
    expect(await live(tap(user, 7, "p=done&w=1"))).toContain("お知らせの言葉");
    expect(await live(tap(user, 8, "p=set&q=language&v=2&w=1"))).toContain("All set");
    const row = await one(user);
    expect([row.ageBand, row.gender, row.areaId, bitsOf(row.interests), row.spoken]).toEqual([
      4,
      0,
      -1,
      [7],
      2,
    ]);
    expect(row.answeredAt?.getTime()).toBe(START + 8000);
    expect(row.spokenChosenAt?.getTime()).toBe(START + 8000);
    await live(event(user, 9, { type: "unfollow" }));
    expect(await live(follow(user, 10))).not.toContain("age group");
  });

  it("is written to in LINE's language until they choose one", async () => {
    const user = newUser();
    await receive(follow(user, 0));
    await work("ko");
    expect((await one(user)).spoken).toBe(4);
    expect((await one(user)).spokenChosenAt).toBeNull();
    expect(await live(text(user, 1, "受信設定"))).toContain("수신 설정");
  });
});

describe("settings and a report", () => {
  it("stand side by side: the report's question is asked on, and its answers are kept", async () => {
    const user = newUser();
    await live(follow(user, 0), tap(user, 1, "start=report"));
    const asked = await live(tap(user, 2, "p=open"));
    expect(asked).toContain("すべての配信を止める");
    expect(asked).toContain("通報の続きです");
    expect(asked).toContain("危険がありますか");
    const open = await database.db.query.conversations.findFirst({
      where: (c, { eq: is }) => is(c.state, "open"),
    });
    expect(open).toBeDefined();
    // A late message of the report replays the talk, without the taps of 受信設定.
    expect(await live(text(user, 1.5, "いいえ"))).not.toContain("受信設定");
  });
});

it("every order of delivery comes to what the order of events does", async () => {
  const steps: [number, string][] = [
    [1, "p=set&q=age_band&v=2&w=1"],
    [2, "p=set&q=age_band&v=5&w=1"],
    [3, "p=interest&b=3&v=1"],
    [4, "p=interest&b=3&v=0"],
    [5, "p=interest&b=4&v=1"],
    [6, "p=stop"],
    [7, "p=resume"],
    [8, "p=set&q=gender&v=3"],
  ];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(steps, { minLength: steps.length }), async (order) => {
      const user = newUser();
      await live(...order.map(([at, data]) => tap(user, at, data)));
      const row = await one(user);
      expect([row.ageBand, bitsOf(row.interests), row.stoppedAt, row.gender]).toEqual([5, [4], null, 3]);
      const stamps = await database.db
        .select()
        .from(preferenceChanges)
        .where(eq(preferenceChanges.friendId, row.id));
      expect(Object.fromEntries(stamps.map((s) => [s.part, (s.at.getTime() - START) / 1000]))).toEqual({
        age_band: 2,
        "interest:3": 4,
        "interest:4": 5,
        stopped: 7,
        gender: 8,
      });
    }),
    { numRuns: 8 },
  );
});

describe("stopping", () => {
  it("asks those who typed it, stops at a tap, and is written down", async () => {
    const user = newUser();
    await live(follow(user, 0));
    expect(await live(text(user, 1, "配信停止"))).toContain("すべての配信を止めますか");
    expect((await one(user)).stoppedAt).toBeNull();
    expect(await live(tap(user, 2, "p=stop"))).toContain("すべての配信を止めました");
    const row = await one(user);
    expect(row.stoppedAt?.getTime()).toBe(START + 2000);
    expect(await live(text(user, 3, "配信再開"))).toContain("配信を再開しました");
    expect((await one(user)).stoppedAt).toBeNull();
    const notes = await database.db.select().from(auditEntries).where(eq(auditEntries.subjectKind, "friend"));
    expect(notes.filter((n) => n.subjectId === String(row.id)).map((n) => n.action)).toEqual([
      "friend.stop",
      "friend.resume",
    ]);
  });
});

describe("two devices", () => {
  it("lose nothing of each other when they change at once", async () => {
    const user = newUser();
    await live(follow(user, 0));
    const { id } = await one(user);
    const page = { ...ctx(), actor: { kind: "friend" as const, friendId: id } };
    const bits = Array.from({ length: 11 }, (_, bit) => bit);
    await Promise.all(
      bits.map((bit) =>
        changeOnPage(page, { change: { part: `interest:${bit}`, value: 1 }, isAnswer: true }),
      ),
    );
    expect(bitsOf((await one(user)).interests)).toEqual(bits);
  });
  it("take the page's change as now, even when LINE's clock is ahead", async () => {
    const user = newUser();
    const ahead = (Date.now() - START) / 1000 + 3600;
    await live(tap(user, ahead, "p=set&q=gender&v=1"));
    const { id } = await one(user);
    const page = { ...ctx(), actor: { kind: "friend" as const, friendId: id } };
    await changeOnPage(page, { change: { part: "gender", value: 2 }, isAnswer: true });
    expect((await one(user)).gender).toBe(2);
  });
});

describe("the LINE of a member of staff", () => {
  const signedIn = async (email: string): Promise<StaffActor> => {
    const made = await createStaff(ctx(), {
      email,
      name: "広報 太郎",
      roles: [{ role: "author", sectionId: null }],
    });
    if (!made.ok) throw new Error(made.reason);
    return {
      kind: "staff",
      staffId: made.value.staffId,
      name: "広報 太郎",
      email,
      roles: [{ role: "author", sectionId: null }],
      sessionId: "s",
    };
  };
  const bound = (friendId: number) =>
    database.db.select().from(staffFriends).where(eq(staffFriends.friendId, friendId));

  it("is bound by a code that counts once and for ten minutes", async () => {
    const actor = await signedIn("a@city.example");
    const at = new Date(START);
    const issued = await issueFriendCode({ ...ctx(at), actor });
    if (!issued.ok) throw new Error();
    const { code } = issued.value;
    const [user, other, late] = [newUser(), newUser(), newUser()];
    expect(await live(text(late, 601, `職員登録 ${code}`))).toContain("コードが違うか");
    expect(await live(text(user, 60, `職員登録 ${code.toLowerCase()}`))).toContain(
      "職員のLINEとして登録しました",
    );
    expect(await live(text(other, 61, `職員登録 ${code}`))).toContain("コードが違うか");
    const { id } = await one(user);
    expect((await bound(id)).map((row) => row.staffId)).toEqual([actor.staffId]);
    const second = await signedIn("b@city.example");
    const again = await issueFriendCode({ ...ctx(at), actor: second });
    if (!again.ok) throw new Error();
    expect(await live(text(user, 70, `職員登録 ${again.value.code}`))).toContain("別の職員");
    expect(await unbindStaffFriend({ ...ctx(), actor: second }, { friendId: id })).toMatchObject({
      ok: false,
    });
    expect(await unbindStaffFriend({ ...ctx(), actor }, { friendId: id })).toMatchObject({ ok: true });
    expect(await bound(id)).toEqual([]);
  });

  it("cannot be guessed at speed", async () => {
    const user = newUser();
    const said: string[] = [];
    for (let i = 0; i < 8; i += 1) said.push(await live(text(user, i, `職員登録 AAAA-AA${i + 2}2`)));
    expect(said.some((words) => words.includes("しばらく受け付けられません"))).toBe(true);
  });
});

it("the number of a resident is theirs alone", async () => {
  const [a, b] = [newUser(), newUser()];
  const codeIn = (words: string) => /(?<![-\w])[0-9A-Z]{4}-[0-9A-Z]{4}(?![-\w])/.exec(words)?.[0];
  const [first, second] = [codeIn(await live(text(a, 0, "番号"))), codeIn(await live(text(b, 0, "番号")))];
  expect(first).toMatch(/^[0-9A-Z]{4}-/);
  expect(first).not.toBe(second);
  expect(codeIn(await live(text(a, 5, "コード")))).toBe(first);
});
