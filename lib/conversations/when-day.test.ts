import { describe, expect, it } from "vitest";
import { readDate, readWhen, showWhen } from "./when";

const at = (text: string) => Date.parse(`${text}+09:00`);
/** Saturday. */
const NOON = at("2026-11-28T12:00");

describe("days, typed at noon of Saturday 28 November 2026", () => {
  it.each([
    ["22日の23時40分", "2026-11-22T23:40"],
    ["22日(日)23:40", "2026-11-22T23:40"],
    ["25日の朝7時", "2026-11-25T07:00"],
    ["1週間前の朝9時", "2026-11-21T09:00"],
    ["先月20日の10時", "2026-10-20T10:00"],
    ["先々月の20日 9時", "2026-09-20T09:00"],
    ["去年の11月3日 9時", "2025-11-03T09:00"],
    ["11-22 23:40", "2026-11-22T23:40"],
    ["11.22 23:40", "2026-11-22T23:40"],
    ["11/22、23時", "2026-11-22T23:00"],
    ["11 / 22 23 : 40", "2026-11-22T23:40"],
    ["11月の22日 9時", "2026-11-22T09:00"],
    ["2025年 11月22日 9時", "2025-11-22T09:00"],
    ["十一月二十二日の二十三時四十分", "2026-11-22T23:40"],
    ["11月22日（日）23時40分", "2026-11-22T23:40"],
    ["3日前の夜9時", "2026-11-25T21:00"],
    ["三日前の夜九時", "2026-11-25T21:00"],
    ["みっかまえのよる9じ", "2026-11-25T21:00"],
    ["今日から3日前の夜9時", "2026-11-25T21:00"],
    ["3 days ago 9pm", "2026-11-25T21:00"],
    ["おととい23:40", "2026-11-26T23:40"],
    ["一昨晩9時", "2026-11-26T21:00"],
    ["大前天9:00", "2026-11-25T09:00"],
    ["先々週の月曜 10時", "2026-11-09T10:00"],
    ["先週の月曜 10時", "2026-11-16T10:00"],
    ["先週水曜9時", "2026-11-18T09:00"],
    ["この前の金曜 9時", "2026-11-27T09:00"],
    ["駅前の金曜9時", "2026-11-27T09:00"],
  ])("%s names a minute", (typed, expected) =>
    expect(readWhen(typed, NOON)).toMatchObject({ ok: true, answer: { instant: at(expected) } }),
  );

  it.each([
    ["2、3日前", null, "2、3日前、11月25日(水)ごろ"],
    ["２，３日前", null, "２，３日前、11月25日(水)ごろ"],
    ["二三日前", null, "二三日前、11月25日(水)ごろ"],
    ["2～3日前の夜9時", null, "2～3日前の夜9時、11月25日(水)ごろ"],
    ["10日ほど前", null, "10日ほど前、11月18日(水)ごろ"],
    ["20日前後", null, "20日前後、11月20日(金)ごろ"],
    ["25日の朝", "2026-11-25", "11月25日(水)（25日の朝）"],
    ["昨日一日中", "2026-11-27", "11月27日(金)（昨日一日中）"],
    ["1週間くらい前の夜9時", null, "1週間くらい前の夜9時、11月21日(土)ごろ"],
    ["11月20日頃の夜9時", null, "11月20日頃の夜9時、11月20日(金)ごろ"],
    ["たしか昨日だったと思う", null, "たしか昨日だったと思う、11月27日(金)ごろ"],
    ["昨日の昼過ぎ", "2026-11-27", "11月27日(金)（昨日の昼過ぎ）"],
    ["about 3 days ago", null, "about 3 days ago"],
    // Two days: neither is chosen.
    ["昨日か一昨日の夜9時", null, "昨日か一昨日の夜9時"],
    ["11/27(木) 21時", null, "11/27(木) 21時"],
    ["2週間前の金曜 10時", null, "2週間前の金曜 10時"],
    ["11/22〜11/25", null, "11/22〜11/25"],
  ])("%s is no minute", (typed, date, shown) => {
    const read = readWhen(typed, NOON);
    expect(read).toMatchObject({ ok: true, answer: { instant: null, date } });
    if (read.ok) expect(showWhen(read.answer)).toBe(shown);
  });

  it("a rough day is no day where days are exact", () => {
    const answer = (date: string | null, text: string) => ({
      ok: true,
      answer: { kind: "when", instant: null, date, text },
    });
    expect(readDate("2、3日前", NOON)).toEqual(answer(null, "2、3日前、11月25日(水)ごろ"));
    expect(readDate("昨日の夜9時ごろ", NOON)).toEqual(answer("2026-11-27", "昨日の夜9時ごろ"));
  });

  it.each([
    "先月",
    "先月の",
    "先週の",
    "先々週の",
    "先週末の",
    "去年の",
    "1か月前の",
    "1ヶ月前の",
    "半年前の",
    "1年前の",
    "数日前の",
    "3日間",
    "11月の",
    "平成30年11月3日",
    "8/11/22 ",
    "26/11/22 ",
    "11/22/2025 ",

    "1122 ",
    "先日の",
    "この前の",
    "あしたの",
    "翌日",
    "毎日",
    "来週の",
    "土日の",
    "月末の",
    "第2日曜の",
    "金曜の前日",
    "25日の前の日の",
    "金曜の翌日",
    "前々日の",
    "その日の",
    "夏の",
    "昔の",
    "ずっと前の",
    "いつも",
    "正月の",
    "ごみの日の",
    "四日市で",
    "本町1-2-3 ",
    "1000日前の",
    "Monday ",
    "Nov 22 ",
    "last week ",
    "two nights ago ",
    "the day before yesterday ",
    "tomorrow ",
    "上周五",
    "前几天",
    "每天",
    "지난주 ",
    "내일 ",
    "매일 ",
    "엊그제 ",
  ])("never takes the hour alone out of %s9:00", (day) => {
    for (const hour of ["9:00", "夜9時", "9pm"])
      expect(readWhen(day + hour, NOON)).toEqual({ ok: false, reason: "unreadable" });
  });

  it.each(["29日 10時", "30日", "11/29 10:00", "12/5", "今月30日"])("%s has not been yet", (typed) =>
    expect(readWhen(typed, NOON)).toEqual({ ok: false, reason: "future" }),
  );

  it("reads every day with every hour", () => {
    const named = {
      きょう: 28,
      昨日: 27,
      きのう: 27,
      おととい: 26,
      三日前: 25,
      "11月20日": 20,
      "11/9": 9,
      "5日": 5,
      水曜: 25,
      "１週間前": 21,
    };
    const clocks = {
      午前9時5分: "09:05",
      朝8時: "08:00",
      "０時": "00:00",
      "10:59": "10:59",
      十時半: "10:30",
      "9:30am": "09:30",
    };
    for (const [day, date] of Object.entries(named))
      for (const [hour, time] of Object.entries(clocks))
        for (const between of ["", "の", " ", "、", " の "].filter((one) => one !== "" || !/\d$/.test(day)))
          for (const after of ["", "です", "に見ました", "から"])
            expect(readWhen(day + between + hour + after, NOON), day + between + hour + after).toMatchObject({
              ok: true,
              answer: { instant: at(`2026-11-${String(date).padStart(2, "0")}T${time}`) },
            });
  });
});

describe("days at borders", () => {
  it.each([
    ["12月31日 23:50", "2027-01-01T00:10", "2026-12-31T23:50"],
    ["31日 23:50", "2027-01-01T00:10", "2026-12-31T23:50"],
    ["昨日の23時", "2027-01-01T00:10", "2026-12-31T23:00"],
    ["23:50", "2027-01-01T00:10", "2026-12-31T23:50"],
    ["先月20日の10時", "2027-01-01T00:10", "2026-12-20T10:00"],
    ["25日 9時", "2026-11-03T12:00", "2026-10-25T09:00"],
    ["31日 9時", "2026-11-03T12:00", "2026-10-31T09:00"],
    ["2/29 9時", "2028-03-01T08:00", "2028-02-29T09:00"],
    ["29日の9時", "2028-03-01T08:00", "2028-02-29T09:00"],
    ["1日前の9時", "2028-03-01T08:00", "2028-02-29T09:00"],
    ["昨夜1時", "2026-11-28T02:00", "2026-11-28T01:00"],
    // On a Sunday last week's Sunday is not today; the other days stay those just past.
    ["先週の日曜 9時", "2026-11-29T12:00", "2026-11-22T09:00"],
    ["先々週の日曜 9時", "2026-11-29T12:00", "2026-11-15T09:00"],
    ["先週の金曜 9時", "2026-11-29T12:00", "2026-11-27T09:00"],
    ["日曜 9時", "2026-11-29T12:00", "2026-11-29T09:00"],
    ["先週の日曜 9時", "2026-11-25T12:00", "2026-11-22T09:00"],
    ["この前の水曜 9時", "2026-11-25T12:00", "2026-11-18T09:00"],
  ])("%s typed at %s", (typed, now, expected) =>
    expect(readWhen(typed, at(now))).toMatchObject({ ok: true, answer: { instant: at(expected) } }),
  );

  it.each([
    ["31日の10時", "2026-11-28T12:00", "unreadable"],
    ["2/29 9時", "2027-03-01T08:00", "unreadable"],
    ["先月31日 9時", "2026-12-01T08:00", "unreadable"],
    ["今週の金曜 9時", "2026-11-25T12:00", "future"],
    ["5日 9時", "2026-11-03T12:00", "future"],
  ])("asks again for %s typed at %s", (typed, now, reason) =>
    expect(readWhen(typed, at(now))).toEqual({ ok: false, reason }),
  );
});
