import { describe, expect, it } from "vitest";
import { REPORT_STATUSES, type ReportStatus } from "@/db/enums";
import { canMove, checkMove, isOpen, listMoves, moveNeeds } from "./status";

const staff = { mayChange: true };
const words: Record<string, ReportStatus> = {
  受付: "received",
  確認中: "checking",
  対応中: "working",
  対応済み: "done",
  対応不要: "not_needed",
  他機関へ: "referred",
  重複: "duplicate",
};

/** The workflow as people speak of it: `from: to to(reason) to(original)`. */
const TABLE = `
受付: 確認中 対応中 対応済み 対応不要(reason) 他機関へ(reason) 重複(original)
確認中: 対応中 対応済み 受付 対応不要(reason) 他機関へ(reason) 重複(original)
対応中: 対応済み 確認中 対応不要(reason) 他機関へ(reason) 重複(original)
対応済み: 確認中(reason) 対応中(reason)
対応不要: 確認中(reason) 対応中(reason)
他機関へ: 対応済み 確認中(reason) 対応中(reason)
重複: 確認中(reason) 対応中(reason)
`;
const expected = new Map(
  TABLE.trim()
    .split("\n")
    .flatMap((line) => {
      const [from = "", moves = ""] = line.split(": ");
      return moves.split(" ").map((move) => {
        const [, to = "", need = "nothing"] = /^([^(]+)(?:\((\w+)\))?$/.exec(move) ?? [];
        return [`${words[from]}>${words[to]}`, need] as const;
      });
    }),
);
const pairs = REPORT_STATUSES.flatMap((from) => REPORT_STATUSES.map((to) => [from, to] as const));

describe("the report workflow", () => {
  it.each(pairs)("%s → %s", (from, to) => {
    const need = expected.get(`${from}>${to}`);
    const answer = canMove(from, to, staff);
    if (need) expect(answer).toEqual({ ok: true, value: { to, needs: need } });
    else expect(answer).toMatchObject({ ok: false, reason: from === to ? "same-status" : "no-such-move" });
  });

  it.each(pairs)("%s → %s is for those who may", (from, to) => {
    expect(canMove(from, to, { mayChange: false })).toMatchObject({ ok: false, reason: "forbidden" });
    expect(listMoves(from, { mayChange: false })).toEqual([]);
  });

  it("never ends: every status has a way on, and every one can be reached", () => {
    for (const status of REPORT_STATUSES) expect(listMoves(status, staff).length).toBeGreaterThan(0);
    for (const to of REPORT_STATUSES)
      expect(REPORT_STATUSES.some((from) => canMove(from, to, staff).ok)).toBe(true);
  });

  it.each([
    ["received", "not_needed", {}, "reason-missing"],
    ["received", "not_needed", { reason: " \n　" }, "reason-missing"],
    ["received", "not_needed", { reason: "私有地のため" }, null],
    ["working", "referred", {}, "reason-missing"],
    ["done", "working", {}, "reason-missing"],
    ["done", "working", { reason: "再び穴があいた" }, null],
    ["checking", "duplicate", { reason: "同じ穴" }, "original-missing"],
    ["checking", "duplicate", { original: "R8-000001" }, null],
    ["working", "done", {}, null],
    ["referred", "done", {}, null],
  ] as const)("%s → %s with %j", (from, to, given, refusal) => {
    const answer = checkMove(from, to, staff, given);
    expect(answer.ok ? null : answer.reason).toBe(refusal);
  });

  it("asks for a reason whenever a closed case is opened again", () => {
    for (const [from, to] of pairs)
      if (!isOpen(from) && isOpen(to)) expect(moveNeeds(from, to)).toBe("reason");
  });
});
