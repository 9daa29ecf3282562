import { describe, expect, it } from "vitest";
import { BROADCAST_STATES, type BroadcastState } from "@/db/enums";
import type { Rule } from "@/lib/segments/rule";
import { alikeKey, countJump } from "./alike";
import { isEveryone, movedTooFar, segmentsOfEveryone } from "./audience";
import type { Content } from "./content";
import { diffVersions, splitDifference } from "./diff";
import { versionHash } from "./fingerprint";
import { lintContent } from "./lint";
import { checkSchedule } from "./schedule";
import * as status from "./status";

const say = (text: string): Content => ({ variants: { ja: [{ kind: "text", text }] } });
const all = { staffId: 9, mayWrite: true, mayApprove: true, mayEmergency: true };
const standing = (state: BroadcastState, change: Partial<status.Standing> = {}): status.Standing => ({
  state,
  kind: "routine",
  writerIds: [1],
  approvalOwed: false,
  reached: true,
  inSeries: false,
  ...change,
});
const allowed = (can: (b: status.Standing, who: status.Person) => status.Verdict, who = all) =>
  BROADCAST_STATES.filter((state) => can(standing(state, { kind: "emergency" }), who).ok);

describe("who may do what, by state", () => {
  it.each([
    ["edit", status.canEdit, ["draft", "returned"]],
    ["submit", status.canSubmit, ["draft", "returned"]],
    ["withdraw", status.canWithdraw, ["submitted", "approved"]],
    ["approve", status.canApprove, ["submitted"]],
    ["schedule", status.canSchedule, ["approved"]],
    ["unschedule", status.canUnschedule, ["scheduled", "late"]],
    ["cancel", status.canCancel, ["draft", "submitted", "returned", "approved", "scheduled", "late"]],
    ["emergency", status.canSendEmergency, ["draft", "submitted", "returned"]],
    ["correct", status.canCorrect, ["sending", "paused", "sent", "partly_failed", "stopped"]],
  ] as const)("%s", (_, can, expected) => {
    expect(allowed(can)).toEqual(expected);
    expect(allowed(can, { staffId: 9, mayWrite: false, mayApprove: false, mayEmergency: false })).toEqual([]);
  });
  it("nobody approves what they had a hand in, before or after", () => {
    const own = standing("submitted", { writerIds: [1, 9] });
    expect(status.canApprove(own, all)).toEqual({ ok: false, reason: "own" });
    expect(status.canApproveAfter({ ...own, approvalOwed: true }, all)).toEqual({ ok: false, reason: "own" });
  });
});

describe("quiet hours", () => {
  it.each([
    ["2026-11-22T11:59:59Z", null],
    ["2026-11-22T12:00:00Z", "quiet-hours"],
    ["2026-11-22T21:59:59Z", "quiet-hours"],
    ["2026-11-22T22:00:00Z", null],
  ])("at %s: %s", (now, problem) => {
    expect(checkSchedule({ kind: "now" }, "routine", new Date(now))).toBe(problem);
    expect(checkSchedule({ kind: "now", quietReason: "断水" }, "routine", new Date(now))).toBeNull();
    expect(checkSchedule({ kind: "now" }, "emergency", new Date(now))).toBeNull();
  });
});

describe("slips of the pen", () => {
  it.each([
    ["○○公園で開きます", "routine", "placeholder"],
    ["{{場所}}で開きます", "routine", "placeholder"],
    ["【訓練】避難してください", "routine", "drill-mark"],
    ["避難訓練を行います", "routine", "drill-word"],
    ["abc", "emergency", "test-word"],
    ["11", "emergency", "test-word"],
    ["動作確認です。", "routine", "test-word"],
  ] as const)("%s (%s): %s", (text, kind, code) =>
    expect(lintContent({ kind, content: say(text) }).map((f) => f.code)).toContain(code),
  );
  it("only 【訓練】 outside a drill stands in the way", () => {
    expect(lintContent({ kind: "routine", content: say("【訓練】避難") }).some((f) => f.blocks)).toBe(true);
    expect(lintContent({ kind: "drill", content: say("【訓練】避難訓練です") })).toEqual([]);
    expect(lintContent({ kind: "routine", content: say("秋まつりを開きます。") })).toEqual([]);
  });
});

describe("comparisons", () => {
  it("the same words to the same people, spaces and widths aside", () => {
    const key = (text: string, rule: object = { op: "all", rules: [] }) =>
      alikeKey({ content: say(text), rule });
    expect(key("ｱｷ 祭り")).toBe(key("アキ祭り"));
    expect(key("秋祭り")).not.toBe(key("春祭り"));
    expect(key("秋祭り")).not.toBe(key("秋祭り", { op: "answered" }));
  });
  it.each([
    [12_000, 1_000, 12],
    [4_000, 1_000, null],
    [99, 1, null],
    [500, null, null],
  ])("%i after %s: %s times", (now, before, times) => expect(countJump(now, before)).toBe(times));
  it.each([
    [1_000, 1_200, false],
    [1_000, 1_201, true],
    [5, 15, false],
    [1_000, 799, true],
  ])("confirmed %i, now %i: %s", (a, b, moved) => expect(movedTooFar(a, b)).toBe(moved));
  it("everyone is everyone however it is written", () => {
    expect(isEveryone({ op: "all", rules: [{ op: "all", rules: [] }] })).toBe(true);
    expect(isEveryone({ op: "any", rules: [] })).toBe(false);
    expect(isEveryone({ op: "not", rule: { op: "any", rules: [] } })).toBe(true);
    expect(isEveryone({ op: "not", rule: { op: "not", rule: { op: "all", rules: [] } } })).toBe(true);
    expect(isEveryone({ op: "answered" })).toBe(false);
    // As it stands in the editor before a day is typed.
    const unfilled: Rule = { op: "friend_since", from: null, until: null };
    expect(isEveryone({ op: "all", rules: [unfilled] })).toBe(true);
    expect(isEveryone({ op: "not", rule: unfilled })).toBe(false);
    expect(isEveryone({ ...unfilled, from: "2026-01-01" })).toBe(false);
    expect(isEveryone({ op: "spoken", spoken: ["ko", "zh", "en", "easy", "ja"] })).toBe(true);
    expect(isEveryone({ op: "spoken", spoken: ["ko", "zh", "en", "easy"] })).toBe(false);
    const east: Rule = { op: "area", ids: [1, 2] };
    const notEast: Rule = { op: "not", rule: { op: "area", ids: [2, 1] } };
    expect(isEveryone({ op: "any", rules: [{ op: "answered" }, east, notEast] })).toBe(true);
    expect(isEveryone({ op: "not", rule: { op: "all", rules: [east, notEast] } })).toBe(true);
    const segment = (segmentId: string): Rule => ({ op: "segment", segmentId });
    const named = new Map<string, Rule>([
      ["a", { op: "all", rules: [] }],
      ["b", { op: "not", rule: { op: "not", rule: segment("a") } }],
      ["c", { op: "answered" }],
      ["d", segment("gone")],
    ]);
    expect(segmentsOfEveryone(named)).toEqual(["a", "b"]);
    expect(isEveryone({ op: "all", rules: [segment("b")] }, ["a", "b"])).toBe(true);
    expect(isEveryone({ op: "all", rules: [segment("c")] }, ["a", "b"])).toBe(false);
  });
  it("a hash is the same whatever the order of keys, and another for any change", () => {
    const one = {
      kind: "routine",
      content: say("a"),
      rule: { op: "area", ids: [1] },
      schedule: { kind: "now" },
    };
    expect(versionHash({ ...one, rule: { ids: [1], op: "area" } })).toBe(versionHash(one));
    expect(versionHash({ ...one, content: say("b") })).not.toBe(versionHash(one));
    expect(versionHash({ ...one, kind: "drill" })).not.toBe(versionHash(one));
  });
  it("says what changed between versions, and where in the text", () => {
    const before = { title: "秋", content: say("23日です"), rule: {}, schedule: { kind: "now" } };
    const after = { ...before, content: say("24日です"), rule: { op: "answered" } };
    expect(diffVersions(before, after).map((c) => c.part)).toEqual(["block", "rule"]);
    expect(diffVersions(before, before)).toEqual([]);
    expect(splitDifference("23日です", "24日です")).toEqual({
      head: "2",
      removed: "3",
      added: "4",
      tail: "日です",
    });
    expect(splitDifference("", "あ")).toEqual({ head: "", removed: "", added: "あ", tail: "" });
  });
});
