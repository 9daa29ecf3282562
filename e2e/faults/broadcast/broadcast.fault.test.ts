import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuild } from "@/lib/demo/build-gateway";
import { ROOT } from "../../support/run";
import { count } from "../support/killing";
import { type Counts, CRASH_POINTS } from "./killer";
import type { Break } from "./mutations";
import { play } from "./run";
import { openStage, type Stage } from "./stage";

/** In a run: together somewhat more than there are points. */
const KILLS = 4;

const total: Counts = {};
let stage: Stage;
beforeAll(async () => {
  const log = path.join(os.tmpdir(), "madoguchi-faults-build.log");
  const built = await ensureBuild(ROOT, process.env, log, () => {});
  expect(built, `the build's log: ${log}`).not.toBe("failed");
  stage = await openStage("faults-test", { residents: 8_000, withConsole: true });
}, 600_000);
afterAll(async () => {
  await stage?.close();
  for (const point of [...CRASH_POINTS, "idle" as const])
    console.log(`${String(total[point] ?? 0).padStart(4)}  ${point}`);
}, 60_000);

const missed = () => CRASH_POINTS.filter((point) => !total[point]);

async function holds(seed: number): Promise<void> {
  const result = await play(stage, { seed, kills: KILLS, breaking: null, met: total });
  for (const [point, n] of Object.entries(result.counts))
    for (let i = 0; i < n; i++) count(total, [point as keyof Counts]);
  expect(result.problems).toEqual([]);
  expect(result.kills).toBe(KILLS);
}

describe("broadcasts while processes are killed and the platform stumbles", () => {
  it.for([201, 202, 203])("reach everybody once (seed %i)", holds);

  it("was killed at every point", async () => {
    // A busy machine may miss a moment: then more seeds.
    for (let seed = 210; missed().length > 0 && seed < 216; seed++) await holds(seed);
    expect(missed()).toEqual([]);
  });
});

describe("a safeguard taken out is noticed", () => {
  const noticed = (breaking: Break) =>
    play(stage, { seed: 207, kills: 1, breaking }).then((result) => result.problems.join("\n"));

  it("a key that is not kept", async () => {
    expect(await noticed("retry-key")).toContain("got it twice");
  });
  it("two workers at one batch", async () => {
    expect(await noticed("lease")).toContain("batches taken from a worker that held them");
  });
  it("an audience frozen again", async () => {
    expect(await noticed("freeze")).toContain("audiences frozen more than once");
  });
});
