import { asc } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { botMisses, reports } from "@/db/schema";
import { recountMisses } from "@/lib/chatbot/count/commands";
import { systemContext, within } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { botTalk, residents } from "../testing/bot";
import { newUser } from "../testing/webhook";

const database = testDatabase();
const { text, tap, unsend } = residents;
const { begin, live, missesLike, receive, rowOf, work } = botTalk(database);

beforeAll(begin);

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

/** The やめる is taken back, and erased, before the start that it stops arrives. */
const STOPPED_AND_TAKEN_BACK: [Act[], number[]] = [
  [
    { kind: "data", data: "start=report" },
    { kind: "ask", words: "やめる" },
    { kind: "unsend", on: 1 },
    { kind: "ask", words: "敬老パスの更新" },
  ],
  [1, 2, 3, 0, 0, 1, 2, 3],
];

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
        await database.db.transaction((tx) => recountMisses(within(systemContext(database.db, "test"), tx)));
        expect(kept).toEqual(await allMisses());
      },
    ),
    { numRuns: 15, examples: [[STOPPED_AND_TAKEN_BACK]] },
  );
}, 120_000);

it("many residents at once lose no miss and lock nobody out", async () => {
  const users = Array.from({ length: 12 }, newUser);
  const asked = users.map((user) => text(user, 0, "水星への引っ越し"));
  await receive(...asked);
  await Promise.all(["a", "b", "c", "d"].map((owner) => work(null, owner)));
  await work();
  expect(await missesLike("水星")).toMatchObject([{ unanswered: 12 }]);
  await receive(
    ...asked.map((one, i) =>
      tap(users[i] ?? "", 1, `b=c&e=${one.webhookEventId}&k=f:${i % 2 ? "pass" : "pool"}`),
    ),
  );
  await Promise.all(["a", "b", "c"].map((owner) => work(null, owner)));
  await work();
  expect(await missesLike("水星")).toEqual([]);
  expect(await database.db.$count(reports)).toBe(0);
});
