import { describe, expect, it } from "vitest";
import { type AfterLook, afterLook, batchStep, readBatch, stepName } from "./batch";

const batch = (calls: number, looks: number) => ({ requestId: "r", calls, looks });

describe("after LINE said how far it is with giving tabs back", () => {
  it.each<[Parameters<typeof afterLook>[0], number, number, AfterLook]>([
    ["succeeded", 1, 1, { next: "released" }],
    ["succeeded", 2, 99, { next: "released" }],
    ["ongoing", 1, 1, { next: "wait", afterMs: 2_000 }],
    ["ongoing", 1, 3, { next: "wait", afterMs: 8_000 }],
    ["ongoing", 2, 6, { next: "wait", afterMs: 60_000 }],
    ["ongoing", 1, 34, { next: "wait", afterMs: 60_000 }],
    ["ongoing", 1, 35, { next: "delete" }],
    ["failed", 1, 1, { next: "again" }],
    ["failed", 2, 1, { next: "delete" }],
    ["unknown", 1, 4, { next: "again" }],
    ["unknown", 2, 4, { next: "delete" }],
  ])("%s, call %i, look %i: %j", (phase, calls, looks, after) => {
    expect(afterLook(phase, batch(calls, looks))).toEqual(after);
  });

  it("it ends within LINE's 100 looks an hour", () => {
    let waited = 0;
    let looks = 0;
    for (let isOver = false; !isOver; ) {
      looks += 1;
      const after = afterLook("ongoing", batch(1, looks));
      if (after.next === "wait") waited += after.afterMs;
      else isOver = true;
    }
    // Even with the looks after a second call in the same hour.
    expect(looks * 2).toBeLessThan(100);
    expect(waited).toBeLessThan(3_600_000);
  });
});

describe("a batch in its job's step", () => {
  it("comes back as it went", () => {
    const asked = { requestId: "0a1b2c3d-0000-4000-8000-000000000000", calls: 2, looks: 17 };
    expect(readBatch(batchStep(asked))).toEqual(asked);
    expect(stepName(batchStep(asked))).toBe("release");
  });
  it.each([null, "look", "release", "keep-ready", "release x", "release x 1"])("%s is none", (step) => {
    expect(readBatch(step)).toBeNull();
    expect(stepName(step)).toBe(step?.split(" ")[0] ?? null);
  });
});
