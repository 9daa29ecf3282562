import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Operation, operationData, readOperationData } from "./operation";
import { readTyped } from "./typed";

const day = (ahead: number): Operation => ({ kind: "days", asked: { kind: "day", ahead } });
const on = (ahead: number, of: string): Operation => ({ kind: "days", asked: { kind: "day", ahead, of } });
const week = (next: boolean): Operation => ({ kind: "days", asked: { kind: "week", next } });

describe("words about days of collection", () => {
  it.each<[string, Operation | null]>([
    ["明日のごみ", day(1)],
    ["明日なんのごみ?", day(1)],
    ["あしたのゴミは何ですか？", day(1)],
    ["明日は何ごみの日", day(1)],
    ["何ゴミ？ 明日", day(1)],
    ["ｱｼﾀ ﾉ ｺﾞﾐ", day(1)],
    ["明日ゴミの収集ありますか", day(1)],
    ["今日のごみ", day(0)],
    ["きょうは何のゴミだっけ", day(0)],
    ["あさってのごみ", day(2)],
    ["今週のごみ", week(false)],
    ["来週のゴミ収集", week(true)],
    ["月曜日のごみ", { kind: "days", asked: { kind: "weekday", weekday: 1 } }],
    ["ごみの日", week(false)],
    ["収集日", week(false)],
    ["ゴミカレンダー", week(false)],
    ["garbage tomorrow", day(1)],
    ["内日", null],
    ["燃やすごみの日はいつ？", { kind: "days", asked: { kind: "words", words: "燃やすごみ" } }],
    ["次のペットボトルはいつですか", { kind: "days", asked: { kind: "words", words: "ぺっとぼとる" } }],
    ["地区を変える", { kind: "areas", group: null, page: 0, before: null }],
    ["地区　本町一丁目", { kind: "named-area", name: "本町一丁目" }],
    ["地区は本町", { kind: "named-area", name: "本町" }],
    ["地区センターはどこですか", null],
    ["明日", null],
    ["明日の天気", null],
    ["明日ごみ屋敷の相談に行きたい", null],
    ["市役所の休みの日はいつ", null],
    ["ごみ", null],
    ["スマホの捨て方", null],
    ["ごみのお知らせ", { kind: "reminder" }],
    ["ごみのお知らせを止める", { kind: "silence" }],
    ["", null],
    ["明日は燃やすごみの日ですか？", on(1, "燃やすごみ")],
    ["今日は燃やすごみの日？", on(0, "燃やすごみ")],
    ["明日は燃やすごみ？", on(1, "燃やすごみ")],
    ["あしたは生ごみの日", on(1, "生ごみ")],
    ["明日の粗大ごみ", on(1, "粗大ごみ")],
    ["明日資源ごみ出していい？", on(1, "資源ごみ")],
    ["今日は缶の日？", on(0, "缶")],
    ["今日、ペットボトル出せますか", on(0, "ぺっとぼとる")],
    ["びん・缶は明日ですか", null],
    ["びん・缶の収集は明日ですか", on(1, "びん缶")],
    ["明日のゴミは？🗑️", day(1)],
    ["✨今日のごみ✨", day(0)],
    ["明日ごみ出していい？", day(1)],
    ["今日ごみ出しても大丈夫？", day(0)],
    ["来週の月曜日のごみ", { kind: "days", asked: { kind: "weekday", weekday: 1, next: true } }],
    ["今週の月曜日のごみ", { kind: "days", asked: { kind: "weekday", weekday: 1 } }],
    ["金曜日は燃やすごみの日？", { kind: "days", asked: { kind: "weekday", weekday: 5, of: "燃やすごみ" } }],
    ["来週の燃やすごみの日はいつ", { kind: "days", asked: { kind: "words", words: "燃やすごみ" } }],
    ["今日の新聞", null],
    ["明日の粗大ごみの申し込み", null],
    ["アスファルトごみ", null],
    ["明日の町内ごみ拾い", null],
  ])("%s", (text, expected) => {
    expect(readTyped(text)).toEqual(expected);
  });

  it("reads anything at all, and never for long", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."明日のごみ何地区は :？る捨て収集い\u0000𠮷"), maxLength: 90 }),
        (text) => {
          readTyped(text);
        },
      ),
    );
  });
});

describe("buttons of the calendar", () => {
  it.each<Exclude<Operation, { kind: "named-area" }>>([
    day(1) as Exclude<Operation, { kind: "named-area" }>,
    on(1, "びん&缶=") as Exclude<Operation, { kind: "named-area" }>,
    { kind: "days", asked: { kind: "weekday", weekday: 3, next: true, of: "プラ" } },
    { kind: "days", asked: { kind: "weekday", weekday: 0 } },
    { kind: "days", asked: { kind: "category", key: "空きびん 蛍光管" } },
    { kind: "areas", group: "惇明地区", page: 2, before: { kind: "week", next: true } },
    { kind: "area", key: "惇明地区-京町", before: { kind: "category", key: "A&B=C+D%20" } },
    { kind: "reminder" },
    { kind: "remind", on: "eve", at: "20:00" },
    { kind: "silence" },
  ])("come back as they went: %j", (operation) => {
    expect(readOperationData(operationData(operation), {})).toEqual(operation);
  });

  it("stay within LINE's 300 characters with the longest keys, and lose only what was asked before", () => {
    const long = "&".repeat(60);
    const data = operationData({ kind: "area", key: long, before: { kind: "category", key: long } });
    expect(data.length).toBeLessThanOrEqual(300);
    expect(readOperationData(data, {})).toMatchObject({ kind: "area", key: long });
  });

  it("take the time from the clock, and only one at which a reminder may come", () => {
    expect(readOperationData("b=g.remind&o=morning", { time: "06:15" })).toEqual({
      kind: "remind",
      on: "morning",
      at: "06:15",
    });
    expect(readOperationData("b=g.remind&o=eve", { time: "23:59" })).toBeNull();
    expect(readOperationData("b=g.remind&o=eve", {})).toBeNull();
    expect(readOperationData("b=g.days&q=d9", {})).toBeNull();
  });
});
