import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { normalise } from "./normalise";
import type { Talk } from "./talk";
import { botOf, reportOf } from "./testing/bots";
import { resident } from "./testing/resident";
import { currentOf, goOn } from "./testing/walks";

const bot = botOf(kumamoto);
const definition = reportOf(kumamoto);
const folder = process.env.TRIAL_DATA;
const list = folder
  ? (JSON.parse(fs.readFileSync(path.join(folder, "text/blns.json"), "utf8")) as string[])
  : [];

const OWN = [
  "\u0000",
  "a\u0000b",
  "\ud83d",
  "x\udc00y",
  "\u202egnp.exe",
  "👨‍👩‍👧‍👦".repeat(50),
  "é".normalize("NFD").repeat(2000),
  "あ".repeat(5000),
  "あ".repeat(10_001),
  `z${"\u0300".repeat(9_999)}`,
  "髙﨑 𠮷 ①㈱Ⅲ～〜−－ ｱｲｳ",
  "\u2028\u2029",
  "<script>alert(1)</script>",
  "{{reportNumber}}",
  "{n}{max}{text}{number}",
  "__proto__",
  "constructor",
  "=cmd|' /C calc'!A0",
  "t=01EVENT000001&s=confirm&d=send",
];

/** As LINE would bring it, JSON and all: what cannot travel as JSON never arrives. */
const arrive = (text: string): string => {
  const raw = JSON.parse(
    JSON.stringify({
      webhookEventId: "1",
      timestamp: 1,
      type: "message",
      message: { id: "m", type: "text", text },
    }),
  );
  const event = normalise(raw, () => ({ inside: true, areaKey: null }));
  return event?.kind === "text" ? event.text : "";
};

function talkAt(id: string): Talk {
  const me = resident(bot).type("市民レポート");
  for (let i = 0; i < 12 && currentOf(me, definition).id !== id; i++) goOn(me, definition, 0);
  return me.talk;
}

function tryFrom(talk: Talk, text: string): void {
  const me = resident(bot, { talk, prefix: "01LATER" }).type(arrive(text));
  const kept = JSON.stringify(me.talk);
  expect(kept.includes("\\u0000"), "NUL cannot be stored").toBe(false);
  expect(JSON.parse(kept)).toEqual(me.talk);
  expect(kept.isWellFormed()).toBe(true);
  for (let i = 0; i < 12 && me.talk.open; i++) goOn(me, definition, 0);
  for (const submission of me.submissions) {
    expect([...submission.body].length).toBeLessThanOrEqual(800);
    expect((submission.address ?? "").length).toBeLessThanOrEqual(800);
  }
}

// `resident` itself checks each reply against LINE's limits.
describe("naughty words as answers", { timeout: 60_000 }, () => {
  const steps = ["danger", "road-photo", "road-place", "road-when", "road-text", "confirm"];
  it.each(steps)("our own at %s", (id) => {
    const talk = talkAt(id);
    for (const text of OWN) tryFrom(talk, text);
  });
  it("our own before anything is open", () => {
    for (const text of OWN) expect(resident(bot).type(arrive(text)).labels.length).toBeGreaterThan(0);
  });
  it.skipIf(!folder).each(["road-place", "road-when", "road-text", "road-item"])(
    "the big list at %s (skipped without TRIAL_DATA)",
    (id) => {
      expect(list.length).toBeGreaterThan(500);
      const talk = talkAt(id);
      for (const text of list) tryFrom(talk, text);
    },
  );
});
