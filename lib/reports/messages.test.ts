import { describe, expect, it } from "vitest";
import { REPORT_STATUSES } from "@/db/enums";
import {
  conflictMessage,
  draftMessage,
  draftStatusMessage,
  MAX_MESSAGE_UNITS,
  MESSAGE_TEMPLATES,
  residentMessages,
  statusWord,
} from "./messages";

const report = { number: "R8-000123", categoryKey: "road", topLabel: "道路", subLabel: "舗装の穴" };

describe("what a resident reads", () => {
  it.each(REPORT_STATUSES)("about %s names the report and fits LINE", (status) => {
    for (const language of [null, "ja", "ja-JP", "en", "zh-TW"]) {
      const text = draftStatusMessage(report, status, language);
      expect(text).toContain("R8-000123");
      expect(text).toContain("舗装の穴");
      expect(text.length).toBeLessThan(MAX_MESSAGE_UNITS);
      expect(text.includes("[No. R8-000123]")).toBe(language !== null && !language.startsWith("ja"));
    }
  });

  it("says what is done about each kind of thing", () => {
    const done = (categoryKey: string) => draftStatusMessage({ ...report, categoryKey }, "done");
    expect(done("road")).toContain("補修が終わりました");
    expect(done("smell")).toContain("調査が終わりました");
    expect(done("takeaway")).toContain("巡回と指導が終わりました");
    expect(done("something-new")).toContain("対応が終わりました");
  });

  it("is different for every status and template", () => {
    const texts = [
      ...REPORT_STATUSES.map((s) => draftStatusMessage(report, s)),
      ...MESSAGE_TEMPLATES.map((m) => draftMessage(report, m.key)),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    expect(draftMessage(report, "no-such")).toBe("");
  });

  it("is sent as it stands, whatever it holds", () => {
    const hostile = '<script>alert("x")</script> {{reportNumber}} $ \\n "\n👨‍👩‍👧';
    expect(residentMessages(hostile)).toEqual([{ type: "text", text: hostile }]);
  });
});

describe("who was first", () => {
  const at = new Date("2026-11-22T01:42:00Z");
  it.each([
    [
      { who: "佐藤", at, kind: "status", toStatus: "working" as const },
      "佐藤さんが10:42に状態を「対応中」に変更しました",
    ],
    [{ who: "佐藤", at, kind: "assigned", toStatus: null }, "佐藤さんが10:42に担当を変更しました"],
    [{ who: null, at, kind: "status", toStatus: "not_needed" as const }, "システムが10:42に"],
    [null, "ほかの操作で内容が変わりました"],
  ])("%j", (last, start) => expect(conflictMessage(last)).toContain(start));

  it("calls every status by one name", () => {
    expect(new Set(REPORT_STATUSES.map(statusWord)).size).toBe(REPORT_STATUSES.length);
  });
});
