import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { friendGarbage, friends, outbox } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { EMPTY_CALENDAR } from "../../calendar";
import { TOWN, TOWN_CATEGORIES } from "../../testing/books";
import { remindDue } from "../jobs";
import { countReminded } from "./queries";

const database = testDatabase();
const tokyo = (text: string) => new Date(`${text}+09:00`);
const ctx = (at: Date) => systemContext(database.db, "test", at);
/** Next year's table calls 本町 otherwise. */
const RENAMED = {
  ...TOWN,
  areas: TOWN.areas.map((area) => (area.key === "honmachi" ? { ...area, key: "中央-本町" } : area)),
};
const run = (at: string, calendar = RENAMED) =>
  remindDue(ctx(tokyo(at)), async () => ({ categories: TOWN_CATEGORIES, calendar }));
const EVENING = "2026-11-20T20:00:10";

let made = 0;
type Wish = Partial<typeof friendGarbage.$inferInsert & typeof friends.$inferInsert>;
async function friend(wish: Wish = {}) {
  made += 1;
  const lineUserId = `U${String(made).padStart(32, "0")}`;
  const [row] = await database.db
    .insert(friends)
    .values({
      lineUserId,
      state: wish.state ?? "following",
      language: wish.language ?? "ja",
      stoppedAt: wish.stoppedAt,
    })
    .returning();
  await database.db.insert(friendGarbage).values({
    friendId: row?.id ?? 0,
    areaKey: wish.areaKey ?? "honmachi",
    remindAt: wish.remindAt === undefined ? "20:00" : wish.remindAt,
    remindOn: wish.remindOn ?? "eve",
    changedAt: tokyo("2026-11-01T00:00:00"),
  });
  return row?.id ?? 0;
}
const sentTo = async (id: number) =>
  (await database.db.select().from(outbox).where(eq(outbox.friendId, id)).orderBy(outbox.createdAt)).map(
    (row) => row.payload,
  );
const days = async (calendar = RENAMED) => {
  let n = 0;
  for (let day = 20; day < 30; day++) n += await run(`2026-11-${day}T20:00:10`, calendar);
  return n;
};

beforeEach(async () => {
  await database.db.execute(sql`truncate outbox, friend_garbage cascade`);
});

describe("an area that is gone", () => {
  it("is told once, at the time of the reminder, with the way to choose another one", async () => {
    const [id, english] = [await friend(), await friend({ language: "en" })];
    expect(await run("2026-11-20T19:59:50")).toBe(0);
    expect(await days()).toBe(2);
    const [text, ...more] = await sentTo(id);
    expect(more).toEqual([]);
    for (const words of ["もう一度選んでください", "選び直すまで", '"data":"b=g.areas"', "地区を選ぶ"])
      expect(text).toContain(words);
    expect((await sentTo(english))[0]).toContain("choose again");
    const [row] = await database.db.select().from(outbox).where(eq(outbox.friendId, id));
    expect(row?.sendBefore).toEqual(tokyo("2026-11-20T22:00:00"));
  });

  it.each<[string, Wish]>([
    ["wants no reminder", { remindAt: null }],
    ["blocked the account", { state: "blocked" }],
    ["stopped all notices", { stoppedAt: tokyo("2026-11-02T00:00:00") }],
    ["is reminded in the morning", { remindOn: "morning", remindAt: "06:00" }],
    ["has an area that is there", { areaKey: "minami" }],
  ])("is not told at that time to who %s", async (_name, wish) => {
    const id = await friend(wish);
    expect(await run(EVENING)).toBe(0);
    expect(await sentTo(id)).toEqual([]);
  });

  it("is told once, whatever number of workers look at the same time", async () => {
    for (let i = 0; i < 30; i++) await friend();
    const done = await Promise.all([run(EVENING), run(EVENING), run(EVENING), run(EVENING)]);
    expect(done.reduce((sum, n) => sum + n, 0)).toBe(30);
    expect(await run(EVENING)).toBe(0);
    expect(await database.db.select().from(outbox)).toHaveLength(30);
  });

  it("is told of more than one batch holds", async () => {
    const rows = await database.db
      .insert(friends)
      .values(
        Array.from({ length: 700 }, (_, i) => ({
          lineUserId: `U8${String(i).padStart(31, "0")}`,
          state: "following" as const,
        })),
      )
      .returning({ id: friends.id });
    const changedAt = tokyo("2026-11-01T00:00:00");
    await database.db
      .insert(friendGarbage)
      .values(rows.map(({ id }) => ({ friendId: id, areaKey: "honmachi", remindAt: "20:00", changedAt })));
    expect([await run(EVENING), await run(EVENING), await run(EVENING)]).toEqual([500, 200, 0]);
    expect(await countReminded(ctx(tokyo(EVENING)), { areaKeys: ["honmachi", "minami"] })).toEqual(
      new Map([["honmachi", 700]]),
    );
  });

  it("is tried again another day when it was not sent in time, three times in all", async () => {
    const id = await friend();
    for (let day = 20; day < 26; day++) {
      await run(`2026-11-${day}T20:00:10`);
      await database.db.update(outbox).set({ state: "cancelled" }).where(eq(outbox.state, "pending"));
    }
    expect(await sentTo(id)).toHaveLength(3);
  });

  it("is told again when it came back, was reminded of, and went once more", async () => {
    const id = await friend();
    expect(await run(EVENING)).toBe(1);
    expect(await run("2026-11-24T20:00:10", TOWN)).toBe(1);
    expect(await run("2026-11-26T20:00:10")).toBe(1);
    expect(await run("2026-11-27T20:00:10")).toBe(0);
    expect(await sentTo(id)).toHaveLength(3);
  });

  it("leaves the time as it was: with a new area the reminders come again, even that evening", async () => {
    const id = await friend();
    await run("2026-11-24T20:00:10");
    await database.db
      .update(friendGarbage)
      .set({ areaKey: "中央-本町", changedAt: tokyo("2026-11-24T20:05:00") })
      .where(and(eq(friendGarbage.friendId, id)));
    expect(await run("2026-11-24T20:06:00")).toBe(1);
    expect((await sentTo(id))[1]).toContain("11月25日(水)");
  });

  it("says nothing while there is no calendar at all: there is nothing to choose", async () => {
    await friend();
    expect(await days(EMPTY_CALENDAR)).toBe(0);
  });
});
