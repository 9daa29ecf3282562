import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import type { TalkEvent } from "./talk";
import { botOf, CITIES, reportOf } from "./testing/bots";
import { delivery } from "./testing/delivery";
import { type Resident, resident } from "./testing/resident";
import { goOn } from "./testing/walks";

/** One thing a resident does; the numbers choose among what is there at that moment. */
type Deed = { kind: string; pick: number };

const WORDS = [
  "1",
  "２",
  "はい",
  "いいえ",
  "戻る",
  "やめる",
  "道路",
  "通報",
  "直す",
  "送信",
  "きのうの夜9時",
  "なし",
  "手取本町1-1の前",
  "次へ",
  "わからない",
  "最初から",
  "続きから",
  "穴が大きい",
  "道路を通報したい",
  "40日の25時",
];

const deed = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constant("good"), weight: 30 },
    { arbitrary: fc.constant("tap"), weight: 4 },
    { arbitrary: fc.constantFrom("photo", "place"), weight: 3 },
    { arbitrary: fc.constantFrom("words", "set", "send"), weight: 2 },
    {
      arbitrary: fc.constantFrom("outside", "stale", "twice", "unsend", "sticker", "sleep", "doze", "start"),
      weight: 1,
    },
  ),
  pick: fc.nat(1000),
});

/** Long enough that many a life comes to a report. */
const life = fc.array(deed, { minLength: 10, maxLength: 45, size: "max" });

const one = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

function dataButtons(me: Resident): string[] {
  return me.buttons.flatMap((button) => ("data" in button ? [button.data] : []));
}

const params = (me: Resident, pick: number) => ({
  date: pick % 9 === 0 ? "2030-01-01" : "2026-11-20",
  datetime: me.now % 9 === 0 ? "x" : `2026-11-2${pick % 3}T0${pick % 10}:15`,
});

function live(me: Resident, definition: ScenarioDefinition, deeds: Deed[]): void {
  const old: string[] = [];
  const hour = 3_600_000;
  me.type("市民レポート");
  for (const { kind, pick } of deeds) {
    const here = dataButtons(me);
    // 戻る and やめる stand last: most taps answer.
    const answers = here.length > 2 && pick % 5 !== 0 ? here.slice(0, -2) : here;
    old.push(...here);
    if (kind === "good") goOn(me, definition, pick);
    else if (kind === "tap") me.postback(one(answers, pick) ?? "start=report", params(me, pick));
    else if (kind === "photo") me.photo();
    else if (kind === "set") for (const index of [2, 1, 3]) me.photo({ id: `s${pick}`, index, total: 3 });
    else if (kind === "place") me.place();
    else if (kind === "outside") me.place(false);
    else if (kind === "words") me.type(one(WORDS, pick) ?? "1");
    else if (kind === "send") me.act("send");
    else if (kind === "stale") me.postback(one(old, pick) ?? "t=gone&d=pick", params(me, pick));
    else if (kind === "twice")
      for (let i = 0; i < 2; i++) me.postback(one(answers, pick) ?? "start=report.road", params(me, pick));
    else if (kind === "unsend") me.send({ kind: "unsend", messageId: `m${(pick % me.events.length) + 1}` });
    else if (kind === "sticker") me.send({ kind: "sticker", messageId: `st${pick}` });
    else if (kind === "sleep") me.wait(26 * hour);
    else if (kind === "doze") me.wait(pick % (23 * hour));
    else me.postback(pick % 2 ? "start=report" : "start=report.road");
  }
}

/** Some events closer together than a second, even at the same millisecond: ids then tell the order. */
const inOrder = (events: readonly TalkEvent[], bot: Parameters<typeof delivery>[0]) => {
  const job = delivery(bot);
  for (const event of events) job.deliver(event);
  return job;
};

describe.each(CITIES)("$profile.name: the order of delivery", { timeout: 60_000 }, (preset) => {
  const bot = botOf(preset);
  const definition = reportOf(preset);

  it("does not change what the city holds", () => {
    let sent = 0;
    fc.assert(
      fc.property(life, fc.infiniteStream(fc.nat(1_000_000)), (deeds, random) => {
        const me = resident(bot);
        live(me, definition, deeds);
        const straight = inOrder(me.events, bot);
        sent += straight.held.length;
        const key = () => random.next().value as number;
        // Each event up to three times, in any order.
        const copies = me.events.flatMap((event) =>
          Array.from({ length: 1 + (key() % 3) }, () => ({ event, at: key() })),
        );
        const shuffled = inOrder(
          copies.sort((a, b) => a.at - b.at).map((copy) => copy.event),
          bot,
        );
        expect(shuffled.held).toEqual(straight.held);
        expect(shuffled.load().open).toEqual(straight.load().open);
        for (const { photos } of shuffled.held) expect(photos.every((photo) => photo.kept)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(sent, "the walks file reports").toBeGreaterThan(10);
  });

  it("only neighbours swapped: the same", () => {
    fc.assert(
      fc.property(life, fc.nat(1000), (deeds, at) => {
        const me = resident(bot);
        live(me, definition, deeds);
        const events = [...me.events];
        const i = at % Math.max(1, events.length - 1);
        const [a, b] = [events[i], events[i + 1]];
        if (a && b) events.splice(i, 2, b, a);
        expect(inOrder(events, bot).held).toEqual(inOrder(me.events, bot).held);
      }),
      { numRuns: 100 },
    );
  });
});
