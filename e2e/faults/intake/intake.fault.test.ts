import { afterAll, describe, expect, it } from "vitest";
import { clearGround } from "./ground";
import { type Counts, CRASH_POINTS } from "./killer";
import { runOnce } from "./run";

/** In a run: together somewhat more than there are points. */
const KILLS = 8;

const total: Counts = {};
afterAll(() => {
  clearGround();
  for (const point of [...CRASH_POINTS, "idle" as const])
    console.log(`${String(total[point] ?? 0).padStart(4)}  ${point}`);
});

const missed = () => CRASH_POINTS.filter((point) => !total[point]);

async function holds(seed: number): Promise<void> {
  const result = await runOnce({ seed, residents: 20, kills: KILLS, breaking: null, web: false, met: total });
  for (const [point, n] of Object.entries(result.counts))
    total[point as keyof Counts] = (total[point as keyof Counts] ?? 0) + n;
  expect(result.problems).toEqual([]);
  expect(result.figures).toMatchObject({ residents: 20, receipts: 20, reports: 20 });
  expect(result.kills).toBeGreaterThan(0);
}

describe("a house whose processes are killed at any moment", () => {
  it.for([101, 102])("loses and doubles nothing (seed %i)", holds);

  it("was killed at every point", async () => {
    // A busy machine may miss a moment: then more seeds.
    for (let seed = 110; missed().length > 0 && seed < 116; seed++) await holds(seed);
    expect(missed()).toEqual([]);
  });
});

describe("a safeguard taken out is noticed", () => {
  const noticed = (breaking: "dedupe" | "lease" | "order") =>
    runOnce({ seed: 103, residents: 14, kills: 4, breaking, web: false }).then((r) => r.problems.join("\n"));

  it("an event that comes again", async () => {
    expect(await noticed("dedupe")).toContain("events kept more than once");
  });
  it("two workers at one resident", async () => {
    expect(await noticed("lease")).toContain("events worked by two workers");
  });
  it("events out of order", async () => {
    expect(await noticed("order")).toContain("another place");
  });
});
