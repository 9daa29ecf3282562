import { describe, expect, it } from "vitest";
import { isForResidents, residentActions } from "./public-path";

const actions = residentActions({
  ours: { workers: { "app/(resident)/settings/mine/page": {}, "app/(resident)/settings/page": {} } },
  staffs: { workers: { "app/(console)/reports/page": {} } },
  both: { workers: { "app/(resident)/settings/page": {}, "app/(console)/account/page": {} } },
  nobodys: { workers: {} },
});

describe("what the public side serves of the console's build", () => {
  it("knows the actions that residents' pages alone carry", () => {
    expect([...actions]).toEqual(["ours"]);
  });
  it.each([
    ["GET", "/settings", undefined, true],
    ["HEAD", "/settings?liff.state=x", undefined, true],
    ["GET", "/settings/mine?_rsc=1", undefined, true],
    ["POST", "/settings/mine", "ours", true],
    ["GET", "/_next/static/chunks/main-0a.js", undefined, true],
    ["GET", "/icon.svg?icon.0a.svg", undefined, true],
    ["POST", "/settings/mine", "staffs", false],
    ["POST", "/settings", "both", false],
    ["POST", "/settings", undefined, false],
    ["POST", "/settings", ["ours", "staffs"], false],
    ["GET", "/settings", "ours", false],
    ["POST", "/reports", "ours", false],
    ["PUT", "/settings", "ours", false],
    ["GET", "/", undefined, false],
    ["GET", "/reports", undefined, false],
    ["GET", "/sign-in", undefined, false],
    ["GET", "/settings/", undefined, false],
    ["GET", "/settings/../reports", undefined, false],
    ["GET", "/settings/%2e%2e/reports", undefined, false],
    ["GET", "//settings", undefined, false],
    ["GET", "http://elsewhere.example/settings", undefined, false],
    ["GET", "/_next/static/../server/app.js", undefined, false],
    ["GET", "/_next/static/%2e%2e/server/app.js", undefined, false],
    ["GET", "/_next/image?url=http://169.254.169.254/", undefined, false],
    ["GET", "/api/reports", undefined, false],
    ["GET", undefined, undefined, false],
  ])("%s %s %j: %s", (method, url, action, is) => {
    expect(isForResidents({ method, url, action }, actions)).toBe(is);
  });
});
