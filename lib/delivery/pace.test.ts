import { describe, expect, it } from "vitest";
import { createHolding, createWindow, divideRate, MAX_CALLS_PER_SECOND, type Share } from "./pace";

/** The same numbers every time: mulberry32. */
function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { below: (n: number) => Math.floor(next() * n), chance: (share: number) => next() < share };
}
type Random = ReturnType<typeof randomFrom>;

/** A worker that stands still now and then, hears its answers late, dies and is another one afterwards. */
function openWorker(name: string, random: Random, shares: Map<string, Share>, rate: () => number) {
  let lives = 0;
  let holding = createHolding();
  let window = createWindow();
  let stillUntil = 0;
  let idleUntil = random.below(6_000);
  const later: { at: number; work: () => void }[] = [];
  return (now: number, begun: number[]): void => {
    for (const each of later.splice(0)) each.at <= now ? each.work() : later.push(each);
    if (random.chance(0.0002)) {
      lives += 1;
      holding = createHolding();
      window = createWindow();
      later.length = 0;
      stillUntil = now + random.below(1_500);
    }
    if (random.chance(0.002)) stillUntil = now + random.below(random.chance(0.1) ? 4_000 : 150);
    if (random.chance(0.0003)) idleUntil = now + random.below(5_000);
    if (now < stillUntil || now < idleUntil) return;
    if (holding.isDue(now)) {
      holding.asks(now);
      const asked = holding;
      const owner = `${name} ${lives}`;
      const slow = random.chance(0.03) ? 40 : 1;
      const reachesAt = now + random.below(15 * slow);
      const hearsAt = reachesAt + random.below(15 * slow);
      let granted = 0;
      later.push({
        at: reachesAt,
        work: () => {
          const input = { owner, perSecond: rate(), now: new Date(reachesAt) };
          const mine = divideRate([...shares.values()], input);
          shares.set(owner, mine);
          granted = mine.share;
        },
      });
      later.push({ at: hearsAt + 1, work: () => asked.hears(granted) });
    }
    for (let share = holding.of(now); window.waitMs(share, now) === 0; ) {
      window.begin(share, now);
      begun.push(now);
    }
  };
}

function mostInASecond(begun: readonly number[]): number {
  let most = 0;
  let from = 0;
  for (const [n, at] of begun.entries()) {
    while ((begun[from] ?? 0) <= at - 1_000) from += 1;
    most = Math.max(most, n - from + 1);
  }
  return most;
}

describe("the rate", () => {
  it.for([1, 2, 3, 4, 5, 6, 7, 8])(
    "is never passed in any second, whoever comes, stands still, hears late or dies (%i)",
    (seed) => {
      const random = randomFrom(seed);
      const shares = new Map<string, Share>();
      const workers = Array.from({ length: 1 + (seed % 5) }, (_, n) =>
        openWorker(`worker ${n}`, random, shares, () => MAX_CALLS_PER_SECOND),
      );
      const begun: number[] = [];
      for (let now = 1_000; now < 61_000; now++) for (const worker of workers) worker(now, begun);
      expect(mostInASecond(begun)).toBeLessThanOrEqual(MAX_CALLS_PER_SECOND);
      // And something was done: the test is not green because nobody called.
      expect(begun.length).toBeGreaterThan(30 * 60);
    },
  );

  it("is used to the full by one, evenly, and soon again after a pause", () => {
    const window = createWindow();
    const begun: number[] = [];
    for (let now = 0; now < 20_000; now++) {
      // Every second it stands still for 60 ms, at another moment of it.
      if ((now * 7) % 1_003 < 60 && Math.floor(now / 1_000) % 2 === 1) continue;
      while (window.waitMs(190, now) === 0) {
        window.begin(190, now);
        begun.push(now);
      }
    }
    expect(mostInASecond(begun)).toBeLessThanOrEqual(190);
    expect(begun.length).toBeGreaterThan(0.96 * 190 * 20);
    const first = begun.filter((at) => at < 500).length;
    expect(first).toBeGreaterThan(80);
    expect(first).toBeLessThan(110);
  });

  it("is divided equally among those who ask, and all of it given to the one who is left", () => {
    const shares = new Map<string, Share>();
    const ask = (owner: string, seconds: number) => {
      const mine = divideRate([...shares.values()], {
        owner,
        perSecond: 190,
        now: new Date(seconds * 1_000),
      });
      shares.set(owner, mine);
      return mine.share;
    };
    expect(ask("a", 0)).toBe(190);
    expect(ask("b", 0.1)).toBe(0);
    expect(ask("a", 0.25)).toBe(95);
    // What a had may still be on its way for a while.
    expect(ask("b", 0.35)).toBe(0);
    expect([ask("a", 1.7), ask("b", 1.8)]).toEqual([95, 95]);
    // b is not heard of again: after its life and the cooling all of it is a's.
    expect(ask("a", 3)).toBe(95);
    expect(ask("a", 5.4)).toBe(190);
  });

  it("falls for all at once without anybody standing still", () => {
    const shares = new Map<string, Share>();
    const ask = (owner: string, perSecond: number, seconds: number) => {
      const mine = divideRate([...shares.values()], { owner, perSecond, now: new Date(seconds * 1_000) });
      shares.set(owner, mine);
      return mine.share;
    };
    for (const seconds of [0, 0.25, 2, 2.25, 4, 4.25])
      for (const owner of ["a", "b", "c"]) ask(owner, 192, seconds);
    expect(["a", "b", "c"].map((owner) => ask(owner, 96, 4.5))).toEqual([32, 32, 32]);
  });

  it("believes no share that lies far ahead: the database's clock was set back", () => {
    const lost: Share = {
      owner: "a",
      share: 190,
      was: 190,
      wasUntil: new Date(0),
      until: new Date(7_200_000),
    };
    expect(divideRate([lost], { owner: "b", perSecond: 190, now: new Date(0) }).share).toBeGreaterThan(90);
  });
});
