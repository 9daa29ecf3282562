import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { noteRefusal, targetsOf } from "./refusal";

const UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

describe("what a refused request was about", () => {
  it.each([
    ["report.view", { number: "R8-000123" }, [["report", "R8-000123"]]],
    ["broadcast.view", { id: UUID }, [["broadcast", UUID]]],
    ["staff.manage", { staffId: 7, roles: [] }, [["staff", "7"]]],
    [
      "report.assign",
      { number: "R8-000123", sectionId: null, assigneeId: 3, text: "山田" },
      [
        ["report", "R8-000123"],
        ["assignee", "3"],
      ],
    ],
    // What is no id of ours may be somebody's words, a number to call or an address.
    ["report.view", { number: "090-1234-5678" }, [["report", "no-id-of-ours"]]],
    ["broadcast.view", { id: "a@city.example" }, [["broadcast", "no-id-of-ours"]]],
    ["staff.manage", { staffId: "0901234567890" }, [["staff", "no-id-of-ours"]]],
    ["audit.view", undefined, []],
    ["audit.view", "text", []],
  ])("%s %j", (permission, named, expected) =>
    expect(targetsOf(permission, named).map(({ kind, id }) => [kind, id])).toEqual(expected),
  );
});

it.each([
  ["forbidden", 1],
  ["not-found", 1],
  ["unauthenticated", 0],
  ["invalid", 0],
  ["too-many", 0],
] as const)("an error of the kind %s leaves %i lines", (code, lines) => {
  const written = vi.spyOn(log, "warn").mockImplementation(() => {});
  noteRefusal(new AppError(code), { permission: "audit.view", staffId: 1 });
  noteRefusal(new Error("password=hunter2"), { permission: "audit.view", staffId: 1 });
  expect(written).toHaveBeenCalledTimes(lines);
  written.mockRestore();
});
