import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { friendGarbage, friends, outbox } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import type { LineGateway } from "@/lib/line/gateway";
import { claimOutbox, enqueuePush } from "@/lib/outbox/commands";
import { attemptMessage } from "@/lib/outbox/jobs";
import { TOWN, TOWN_CATEGORIES } from "../testing/books";
import { remindDue } from "./jobs";

const database = testDatabase();
const tokyo = (text: string) => new Date(`${text}+09:00`);
const ctx = (at: Date) => systemContext(database.db, "test", at);
const books = async () => ({ categories: TOWN_CATEGORIES, calendar: TOWN });
/** A Tuesday: on Wednesday 本町 has its cans collected, and 南 nothing. */
const EVENING = tokyo("2026-11-24T20:00:10");
const run = (at = EVENING) => remindDue(ctx(at), books);

let made = 0;
type Wish = {
  area?: string;
  at?: string;
  on?: "eve" | "morning";
  state?: "following" | "blocked";
  stopped?: boolean;
  language?: string;
};
async function friend({
  area = "honmachi",
  at = "20:00",
  on = "eve",
  state = "following",
  stopped,
  language,
}: Wish = {}) {
  made += 1;
  const [row] = await database.db
    .insert(friends)
    .values({
      lineUserId: `U${String(made).padStart(32, "0")}`,
      state,
      language: language ?? "ja",
      stoppedAt: stopped ? EVENING : null,
    })
    .returning();
  const id = row?.id ?? 0;
  await database.db.insert(friendGarbage).values({
    friendId: id,
    areaKey: area,
    remindAt: at,
    remindOn: on,
    changedAt: tokyo("2026-11-01T00:00:00"),
  });
  return id;
}
const sentTo = async (id: number) =>
  (await database.db.select().from(outbox).where(eq(outbox.friendId, id))).map((row) => row.payload);

beforeEach(async () => {
  await database.db.execute(sql`truncate outbox, friend_garbage cascade`);
});

describe("reminders", () => {
  it("come once, at their time, in the friend's language, and say which day", async () => {
    const [now, later, english] = [
      await friend(),
      await friend({ at: "21:00" }),
      await friend({ language: "en" }),
    ];
    expect(await run()).toBe(2);
    expect(await run()).toBe(0);
    const [text] = await sentTo(now);
    for (const words of ["あした", "11月25日(水)", "空きびん・空き缶", "8:30", "本町"])
      expect(text).toContain(words);
    expect(await sentTo(later)).toEqual([]);
    expect((await sentTo(english))[0]).toContain("Tomorrow");
    expect(await run(tokyo("2026-11-24T21:00:10"))).toBe(1);
    expect(await sentTo(now)).toHaveLength(1);
  });

  it.each<[string, Wish]>([
    ["nothing is collected there", { area: "minami" }],
    ["they blocked the account", { state: "blocked" }],
    ["they stopped all notices", { stopped: true }],
    ["they want it in the morning", { on: "morning", at: "06:00" }],
    ["it is more than two hours late", { at: "17:59" }],
  ])("do not come when %s", async (_name, wish) => {
    const id = await friend(wish);
    expect(await run()).toBe(0);
    expect(await sentTo(id)).toEqual([]);
  });

  it("come in the morning for the same day", async () => {
    const id = await friend({ on: "morning", at: "06:30" });
    await run(tokyo("2026-11-25T06:30:00"));
    expect((await sentTo(id))[0]).toContain("きょう 11月25日(水)");
  });

  it("are written once, whatever number of workers look at the same time", async () => {
    for (let i = 0; i < 30; i++) await friend();
    const done = await Promise.all([run(), run(), run(), run()]);
    expect(done.reduce((sum, n) => sum + n, 0)).toBe(30);
    const rows = await database.db.select({ key: outbox.dedupeKey }).from(outbox);
    expect(new Set(rows.map((row) => row.key)).size).toBe(30);
    expect(rows).toHaveLength(30);
  });

  it("let every other message pass, and stop being written while many wait", async () => {
    const ids = await database.db
      .insert(friends)
      .values(
        Array.from({ length: 2_600 }, (_, i) => ({
          lineUserId: `U9${String(i).padStart(31, "0")}`,
          state: "following" as const,
        })),
      )
      .returning({ id: friends.id, lineUserId: friends.lineUserId });
    await database.db.insert(friendGarbage).values(
      ids.map(({ id }) => ({
        friendId: id,
        areaKey: "honmachi",
        remindAt: "20:00",
        changedAt: tokyo("2026-11-01T00:00:00"),
      })),
    );
    const rounds: number[] = [];
    for (let done = await run(); done > 0; done = await run()) rounds.push(done);
    expect(rounds).toEqual([500, 500, 500, 500]);
    const [first] = ids;
    await enqueuePush(ctx(new Date()), {
      dedupeKey: "answer",
      friendId: first?.id ?? 0,
      lineUserId: first?.lineUserId ?? "",
      messages: [{ type: "text", text: "お返事" }],
    });
    const [next] = await claimOutbox(ctx(new Date()), {
      to: "resident",
      owner: "w",
      leaseMs: 1_000,
      limit: 1,
    });
    expect(next?.dedupeKey).toBe("answer");
  });

  it("are not sent once they would be late: nobody hears of yesterday", async () => {
    await friend();
    await run();
    const [row] = await claimOutbox(ctx(new Date()), {
      to: "resident",
      owner: "w",
      leaseMs: 60_000,
      limit: 1,
    });
    if (!row) throw new Error("nothing to send");
    let calls = 0;
    const push: LineGateway["push"] = async () => {
      calls += 1;
      return { kind: "answered", status: 200, requestId: null, message: "", sentMessageIds: [] };
    };
    const gateways = { line: { push } as LineGateway, mail: async () => ({ kind: "sent" as const }) };
    const attempt = (clock: Date) =>
      attemptMessage(ctx(clock), gateways, {
        row,
        owner: "w",
        random: () => 0,
        clock: () => clock.getTime(),
      });
    expect(await attempt(tokyo("2026-11-24T22:00:00"))).toEqual({ next: "cancelled", error: "too-late" });
    const [after] = await database.db.select().from(outbox);
    expect(after).toMatchObject({ state: "cancelled", payload: "[]" });
    expect(calls).toBe(0);
  });
});
