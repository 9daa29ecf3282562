import { expect, test } from "vitest";
import { ARRIVAL_WORDS as words } from "../messages";
import { tellArrival } from "./arrival";

const FROZEN = new Date("2026-11-22T03:00:00Z");
const SETTLED = new Date("2026-11-22T03:01:00Z");
const YES = { reached: true, reasons: [] };
const NO = { reached: false, reasons: ["年代に答えていません。"] };
type Known = Parameters<typeof tellArrival>[0];
const known = (over: Partial<Known>): Known => ({
  frozenAt: FROZEN,
  state: "sent",
  corrects: false,
  batch: null,
  now: YES,
  ...over,
});
const inBatch = (state: NonNullable<Known["batch"]>["state"], over: Partial<Known> = {}): Known =>
  known({ batch: { state, settledAt: SETTLED }, ...over });

test.each<[string, Known, boolean, string[]]>([
  ["not frozen: as things are now", known({ frozenAt: null, now: NO }), false, NO.reasons],
  ["accepted", inBatch("accepted"), true, [words.accepted("11月22日(日) 12:01")]],
  [
    "accepted, and they block the account now",
    inBatch("accepted", { now: NO }),
    true,
    [words.accepted("11月22日(日) 12:01"), words.lineSaysNothing],
  ],
  ["still to come", inBatch("pending", { state: "sending" }), false, [words.waiting]],
  ["paused", inBatch("sending", { state: "paused" }), false, [words.paused]],
  ["refused by LINE", inBatch("failed"), false, [words.refused]],
  ["no answer", inBatch("unknown"), false, [words.unknown]],
  ["stopped before", inBatch("skipped", { state: "stopped" }), false, [words.skipped]],
  ["not chosen", known({ now: NO }), false, [words.notChosen("11月22日(日) 12:00"), ...NO.reasons]],
  [
    "not chosen then, would be now",
    known({}),
    false,
    [words.notChosen("11月22日(日) 12:00"), words.wouldNow],
  ],
  ["a correction", known({ corrects: true, frozenAt: null }), false, [words.onlyCorrected]],
])("%s", (_, input, reached, reasons) => {
  expect(tellArrival(input)).toEqual({ reached, reasons });
});
