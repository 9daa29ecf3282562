import { describe, expect, it } from "vitest";
import { readDate, readPicked, readWhen, showWhen } from "./when";

const at = (text: string) => Date.parse(`${text}+09:00`);
/** Sunday. */
const NOW = at("2026-11-22T23:40:30");

describe("typed times, read late on Sunday 22 November 2026", () => {
  it.each([
    ["今日", null, "2026-11-22", "11月22日(日)（今日）"],
    ["きょう", null, "2026-11-22", "11月22日(日)（きょう）"],
    ["きのう", null, "2026-11-21", "11月21日(土)（きのう）"],
    ["おととい", null, "2026-11-20", "11月20日(金)（おととい）"],
    ["３日前", null, "2026-11-19", "11月19日(木)（３日前）"],
    ["11/20", null, "2026-11-20", "11月20日(金)"],
    ["１１月２０日", null, "2026-11-20", "11月20日(金)"],
    ["2026/1/2", null, "2026-01-02", "1月2日(金)"],
    ["2026-01-02", null, "2026-01-02", "1月2日(金)"],
    ["R8.11.20", null, "2026-11-20", "11月20日(金)"],
    ["令和8年11月20日", null, "2026-11-20", "11月20日(金)"],
    ["12/30", null, "2025-12-30", "12月30日(火)"],
    ["金曜日", null, "2026-11-20", "11月20日(金)（金曜日）"],
    ["先週の金曜", null, "2026-11-20", "11月20日(金)（先週の金曜）"],
    ["昨日の夕方", null, "2026-11-21", "11月21日(土)（昨日の夕方）"],
    ["約2時間前", null, "2026-11-22", "11月22日(日)（約2時間前、21:40ごろ）"],
    ["朝", null, null, "朝"],
    ["わからない", null, null, "わからない"],
    ["不明。", null, null, "不明。"],
  ])("%s", (typed, instant, date, shown) => {
    const read = readWhen(typed, NOW);
    expect(read).toMatchObject({ ok: true, answer: { instant, date } });
    if (read.ok) expect(showWhen(read.answer)).toBe(shown);
  });

  it.each([
    ["今", "2026-11-22T23:40:30"],
    ["いま", "2026-11-22T23:40:30"],
    ["ｲﾏ", "2026-11-22T23:40:30"],
    ["30分前", "2026-11-22T23:10:30"],
    ["2時間前", "2026-11-22T21:40:30"],
    ["きのうの夜9時", "2026-11-21T21:00:00"],
    ["昨日の夜９時半", "2026-11-21T21:30:00"],
    ["11/22 23:40", "2026-11-22T23:40:00"],
    ["11月22日 午後3時5分", "2026-11-22T15:05:00"],
    ["今朝7時", "2026-11-22T07:00:00"],
    ["今日の昼1時", "2026-11-22T13:00:00"],
    ["今日の正午", "2026-11-22T12:00:00"],
    ["おととい 夕方5時", "2026-11-20T17:00:00"],
    ["昨日の深夜1時", "2026-11-21T01:00:00"],
    ["午前0時10分", "2026-11-22T00:10:00"],
    ["午後12時30分", "2026-11-22T12:30:00"],
    ["23:30", "2026-11-22T23:30:00"],
    ["23時55分", "2026-11-21T23:55:00"],
    ["2026/11/22 8:05", "2026-11-22T08:05:00"],
    ["yesterday 9 pm", "2026-11-21T21:00:00"],
  ])("%s names a minute", (typed, expected) => {
    const read = readWhen(typed, NOW);
    expect(read).toMatchObject({ ok: true, answer: { instant: at(expected) } });
  });

  it.each(["あした", "こんにちは", "", "99:99", "2/30", "13/45", "🕐", "12/30 99時", "()", "穴があります"])(
    "does not read %j",
    (typed) => expect(readWhen(typed, NOW)).toEqual({ ok: false, reason: "unreadable" }),
  );

  it.each(["2027/1/1", "2026/11/22 23:59", "2026-11-23"])("%s has not been yet", (typed) =>
    expect(readWhen(typed, NOW)).toEqual({ ok: false, reason: "future" }),
  );

  it("a day alone leaves the hour out", () => {
    expect(readDate("きのうの夜9時", NOW)).toMatchObject({
      ok: true,
      answer: { instant: null, date: "2026-11-21" },
    });
  });

  it("takes a picker's answer that is a little ahead, not one of tomorrow", () => {
    expect(readPicked(new Date(NOW + 60_000), NOW, true)).toMatchObject({ ok: true });
    expect(readPicked(new Date(NOW + 86_400_000), NOW, true)).toEqual({ ok: false, reason: "future" });
    expect(readPicked(null, NOW, true)).toEqual({ ok: false, reason: "unreadable" });
  });

  it("crosses the new year and 29 February", () => {
    expect(readWhen("12/31 23:50", at("2027-01-01T00:10:00"))).toMatchObject({
      ok: true,
      answer: { instant: at("2026-12-31T23:50:00") },
    });
    expect(readWhen("きのう", at("2028-03-01T08:00:00"))).toMatchObject({
      ok: true,
      answer: { date: "2028-02-29" },
    });
  });
});
