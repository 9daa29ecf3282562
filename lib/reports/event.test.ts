import { describe, expect, it } from "vitest";
import { parseLiveEvent, parseReportLine, reportLine, sseFrame } from "./event";

describe("the line that says what changed", () => {
  it.each([
    ["created", "R8-000123", [3], "created R8-000123 3"],
    ["changed", "R8-000123", [3, 5, 3, null], "changed R8-000123 3,5"],
    ["changed", "2018-000001", [null], "changed 2018-000001 -"],
  ] as const)("%s %s %j", (kind, number, ids, line) => {
    expect(reportLine(kind, number, ids)).toBe(line);
    expect(parseReportLine(line)).toEqual({
      kind,
      number,
      sectionIds: [...new Set(ids)].filter((id) => id !== null),
    });
  });
  it.each([
    "",
    "*",
    "deleted R8-000123 3",
    "changed R8-000123",
    "changed R8-000123 x",
    "changed <b> 3",
    "changed R8-1 3 4",
  ])("refuses %j", (line) => expect(parseReportLine(line)).toBeNull());
  it("reaches the browser as one event", () => {
    const frame = sseFrame({ kind: "changed", number: "R8-000123" }, 1795358400000);
    expect(frame).toBe('id: 1795358400000\nevent: report\ndata: {"kind":"changed","number":"R8-000123"}\n\n');
    expect(parseLiveEvent(frame.split("data: ")[1] ?? "")).toEqual({ kind: "changed", number: "R8-000123" });
  });
  it.each(["", "null", "{}", '{"kind":"changed"}', '{"kind":"changed","number":"../x"}', "[1"])(
    "ignores %j",
    (data) => expect(parseLiveEvent(data)).toBeNull(),
  );
});
