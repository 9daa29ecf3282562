import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BotTap, type EntryRef, isTappable, readBotTap, tapData } from "./tap";

const ULID = "01HZY5TQ9X7K2M4N6P8R0S1T3V";
const question = fc.stringMatching(/^[0-9A-Za-z_-]{1,40}$/);
const entry = fc
  .tuple(fc.constantFrom("f", "g"), fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }))
  .map(([book, key]): EntryRef => `${book as "f" | "g"}:${key}`);
const tap: fc.Arbitrary<BotTap> = fc.oneof(
  fc.record({ kind: fc.constant("choose" as const), question, entry }),
  fc.record({ kind: fc.constant("read" as const), entry }),
  fc.record({ kind: fc.constant("helpful" as const), question, yes: fc.boolean() }),
  fc.record({ kind: fc.constant("none" as const), question }),
  fc.constant({ kind: "topics" as const }),
  fc.record({
    kind: fc.constant("topic" as const),
    topic: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
    page: fc.integer({ min: 0, max: 999 }),
  }),
);

it("says all it needs: what was written is read back", () =>
  fc.assert(
    fc.property(tap, (one) => {
      expect(readBotTap(tapData(one))).toEqual(one);
    }),
  ));

it("fits LINE's 300 characters with a Japanese key of sixty, and tells when it would not", () => {
  const entryOf = (length: number): EntryRef => `g:${"粗".repeat(length)}`;
  expect(tapData({ kind: "choose", question: ULID, entry: entryOf(60) }).length).toBeLessThanOrEqual(300);
  expect([isTappable(entryOf(60)), isTappable(entryOf(300))]).toEqual([true, false]);
});

describe("not the bot's own", () => {
  it.each([
    "",
    "b=",
    "b=c",
    `b=c&e=${ULID}`,
    `b=c&e=${ULID}&k=x:garbage`,
    `b=h&e=${ULID}`,
    `b=h&e=${ULID}&v=2`,
    "b=n",
    "b=n&e=a b",
    `b=n&e=${"x".repeat(41)}`,
    "b=q&k=f:",
    "b=z",
    "b=g.area&k=honmachi",
    "p=interest&b=0&v=1",
    "start=report",
  ])("%s", (data) => expect(readBotTap(data)).toBeNull());
});
