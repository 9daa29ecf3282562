import { describe, expect, it } from "vitest";
import { BROADCAST_STATES } from "@/db/enums";
import { type ArmSigns, judgeArming } from "./arming";
import { afterFailure, allow, CLOSED, PROBE_MS } from "./breaker";
import { canDo, type Deed, deriveState, hasGrown, type Progress, progressFor } from "./state";
import { unitOf } from "./unit";

describe("the breaker", () => {
  const at = (ms: number) => new Date(ms);
  it("opens after ten failures in a row", () => {
    let breaker = CLOSED;
    for (let n = 0; n < 9; n++) breaker = afterFailure(breaker, at(n));
    expect(breaker.openUntil).toBeNull();
    expect(afterFailure(breaker, at(9)).openUntil).toEqual(at(9 + PROBE_MS));
  });
  it("opens when there was nothing but failures for 20 s", () => {
    const once = afterFailure(CLOSED, at(0));
    expect(afterFailure(once, at(19_999)).openUntil).toBeNull();
    expect(afterFailure(once, at(20_000)).openUntil).not.toBeNull();
  });
  it("lets one call through when a probe is due, and believes no time that was set back", () => {
    const open = { failures: 10, failingSince: at(0), openUntil: at(10_000) };
    expect(allow(open, 5, at(9_999)).allowed).toBe(0);
    expect(allow(open, 5, at(10_000))).toEqual({ allowed: 1, breaker: { ...open, openUntil: at(20_000) } });
    expect(allow({ ...open, openUntil: at(7_200_000) }, 5, at(0)).allowed).toBe(1);
    expect(allow(CLOSED, 5, at(0)).allowed).toBe(5);
  });
});

describe("what becomes of a broadcast", () => {
  const progress = (more: Partial<Progress>): Progress => ({
    total: 10,
    accepted: 0,
    failed: 0,
    unknown: 0,
    skipped: 0,
    pending: 0,
    sending: 0,
    firstAcceptedAt: null,
    ...more,
  });
  it("is not told of an audience too small to be told, and wholly of a larger one", () => {
    expect(progressFor(progress({ total: 4, accepted: 4 }), false)).toBeNull();
    expect(progressFor(progress({ total: 4, accepted: 4 }), true)).toMatchObject({ accepted: 4 });
    expect(progressFor(progress({ accepted: 9, failed: 1 }), false)).toMatchObject({ failed: 1 });
  });
  it.each([
    ["all accepted", progress({ accepted: 10 }), false, "sent"],
    ["nobody to send to", progress({ total: 0 }), false, "sent"],
    ["one failed", progress({ accepted: 9, failed: 1 }), false, "partly_failed"],
    ["one unknown", progress({ accepted: 9, unknown: 1 }), false, "partly_failed"],
    ["stopped", progress({ accepted: 5, skipped: 5 }), true, "stopped"],
    ["something on its way", progress({ accepted: 9, sending: 1 }), true, null],
    ["something waiting", progress({ accepted: 9, pending: 1 }), false, null],
  ] as const)("%s", (_name, given, wasStopped, state) => expect(deriveState(given, wasStopped)).toBe(state));

  it("has grown from more than a fifth", () => {
    expect([hasGrown(100, 120), hasGrown(100, 121), hasGrown(null, 9), hasGrown(0, 1)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  const MAY: Record<Deed, string[]> = {
    release: ["late", "held"],
    undo: ["late", "held"],
    pause: ["sending"],
    resume: ["paused"],
    stop: ["sending", "paused"],
  };
  const cells = (Object.keys(MAY) as Deed[]).flatMap((deed) =>
    BROADCAST_STATES.map((state) => ({ deed, state })),
  );
  it.each(cells)("$deed when $state", ({ deed, state }) => {
    const given = { kind: "routine", state, releasesItself: true, isOwn: false } as const;
    expect(canDo(deed, given).ok).toBe(MAY[deed].includes(state));
  });
  it("a second person releases what waits, but an emergency may be one's own", () => {
    const held = { kind: "routine", state: "held", releasesItself: false, isOwn: true } as const;
    expect(canDo("release", held)).toEqual({ ok: false, reason: "own" });
    expect(canDo("release", { ...held, releasesItself: true }).ok).toBe(true);
    expect(canDo("release", { ...held, isOwn: false }).ok).toBe(true);
    expect(canDo("release", { ...held, kind: "emergency" }).ok).toBe(true);
  });
});

describe("whether a database may send", () => {
  const database = { systemIdentifier: "7", databaseOid: "16384", lastEntry: 9 };
  const signs: ArmSigns = {
    inDatabase: { token: "t", systemIdentifier: "7", databaseOid: "16384", fileMark: "1:2" },
    database,
    file: { token: "t", systemIdentifier: "7", databaseOid: "16384", mark: "1:2" },
    seenEntry: 9,
  };
  const file = signs.file as NonNullable<ArmSigns["file"]>;
  it.each([
    ["as it was armed", signs, true],
    ["never armed", { ...signs, inDatabase: null }, "never"],
    [
      "a dump in another database",
      { ...signs, database: { ...database, databaseOid: "16400" } },
      "other-database",
    ],
    ["on another server", { ...signs, database: { ...database, systemIdentifier: "8" } }, "other-database"],
    ["without the file", { ...signs, file: null }, "no-file"],
    ["with a copy of the file", { ...signs, file: { ...file, mark: "3:4" } }, "other-file"],
    ["with the file of another arming", { ...signs, file: { ...file, token: "u" } }, "other-file"],
    ["set back to an earlier day", { ...signs, seenEntry: 10 }, "set-back"],
  ] as [string, ArmSigns, true | string][])("%s", (_name, given, expected) => {
    const verdict = judgeArming(given);
    expect(verdict.armed ? true : verdict.why).toBe(expected);
  });
});

it("names LINE's unit within its limits", () => {
  expect(unitOf("0b0f5f8e-3f0c-4d27-9a55-7f4f3f0c4d27")).toMatch(/^[A-Za-z0-9_]{1,30}$/);
});
