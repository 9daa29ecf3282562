import { describe, expect, it } from "vitest";
import { STATUS_LABELS } from "@/components/reports/labels";
import { ENTRY_KINDS, OUTBOX_STATES, REPORT_STATUSES } from "@/db/enums";
import { statusWord } from "@/lib/reports/messages";
import { ENTRY_LOOK, lookOf } from "./entry-look";
import { DELIVERY_LOOK, timelineLabels } from "./labels";
import { newRequestKey } from "./request-key";

describe("entries of the timeline", () => {
  it.each([
    ["friend", "public", "resident"],
    ["staff", "public", "public"],
    ["staff", "internal", "internal"],
    ["system", "internal", "internal"],
  ] as const)("of %s, %s, look %s", (actorKind, visibility, look) => {
    expect(lookOf({ actorKind, visibility })).toBe(look);
  });
  it("differ in colour, sign, shape and word", () => {
    const looks = Object.entries(ENTRY_LOOK);
    for (const part of ["icon", "mark", "badge", "box"] as const) {
      expect(new Set(looks.map(([, look]) => look[part])).size).toBe(looks.length);
    }
    expect(new Set(looks.map(([key]) => timelineLabels[key as keyof typeof ENTRY_LOOK])).size).toBe(
      looks.length,
    );
    for (const kind of ENTRY_KINDS) expect(timelineLabels.kinds[kind]).toBeTruthy();
  });
});

describe("words", () => {
  it("name a status alike on screens and in messages", () => {
    for (const status of REPORT_STATUSES) expect(STATUS_LABELS[status]).toBe(statusWord(status));
  });
  it("explain every delivery that did not simply work", () => {
    for (const state of OUTBOX_STATES) expect(DELIVERY_LOOK[state].word).toBeTruthy();
    expect([DELIVERY_LOOK.unknown.why, DELIVERY_LOOK.failed.why].every((why) => why !== "")).toBe(true);
  });
});

it("makes request keys that a server takes", () => {
  const keys = Array.from({ length: 50 }, newRequestKey);
  expect(new Set(keys).size).toBe(50);
  for (const key of keys)
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
