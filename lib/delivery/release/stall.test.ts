import { describe, expect, it } from "vitest";
import { checkResume, STALLED } from "./stall";

const NOON = new Date("2026-11-22T03:00:00Z");
const minutesAgo = (n: number) => new Date(NOON.getTime() - n * 60_000);

describe("what stands still and is told to go on", () => {
  const routine = { kind: "routine", mayRingAtNight: false, pausedReason: "by-person" } as const;
  const emergency = { ...routine, kind: "emergency" } as const;
  it.each([
    ["stopped for a moment, even at night", routine, 5, 5, true, null],
    ["stopped for a moment, though it is long since it was due", routine, 25 * 60, 5, false, null],
    ["for an hour, by day", routine, 60, 60, false, null],
    ["for an hour, at night", routine, 60, 60, true, "quiet-hours"],
    ["for an hour, at night, approved for it", { ...routine, mayRingAtNight: true }, 60, 60, true, null],
    ["an emergency for an hour, at night", emergency, 60, 60, true, null],
    ["an emergency for a day", emergency, 24 * 60, 24 * 60, false, null],
    ["an emergency for longer", emergency, 24 * 60 + 1, 24 * 60 + 1, false, "too-late"],
    ["for five days, at night", routine, 5 * 1_440, 5 * 1_440, true, "too-late"],
    [
      "it stalled, and only what was in doubt was answered since",
      { ...routine, pausedReason: STALLED },
      60,
      1,
      true,
      "quiet-hours",
    ],
  ] as const)("%s", (_name, what, due, progress, isNight, expected) => {
    const standing = { ...what, since: minutesAgo(due), progressAt: minutesAgo(progress) };
    expect(checkResume(standing, { isNight, now: NOON })).toBe(expected);
  });
  it("nobody knows since when: as what waited for ever", () => {
    const standing = { ...routine, since: null, progressAt: null };
    expect(checkResume(standing, { isNight: false, now: NOON })).toBe("too-late");
  });
});
