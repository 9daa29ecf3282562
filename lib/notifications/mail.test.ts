import { describe, expect, it } from "vitest";
import { type ArrivalInput, buildArrivalMail, mapUrl, seenInMail } from "./mail";
import { isSingleAddress } from "./payload";

const base: ArrivalInput = {
  cityName: "熊本市",
  number: "R8-000123",
  categoryLabel: "道路の異常 > 舗装の穴・へこみ",
  areaName: "中央区",
  hasAddress: true,
  point: { lat: 32.7989, lng: 130.7251 },
  seenText: "11月22日(日) 23:40ごろ",
  receivedAt: new Date("2026-11-22T14:45:00Z"),
  sectionName: "中央区土木センター維持課",
  high: false,
  answers: [{ label: "種類", display: "舗装の穴・へこみ" }],
  hasOwnWords: true,
  photo: { kind: "attached", count: 2, cid: "photo" },
  caseUrl: "http://localhost:3000/reports/R8-000123",
};

it.each([
  ["11月22日(日) 23:40", "11月22日(日) 23:40"],
  ["1月1日(木)（きのう山田さんが見た）", "1月1日(木)"],
  ["11月21日(土) 夜", "11月21日(土)"],
  ["夜、山田さんの家の前で", "住民の文章のため、画面で読んでください"],
  [null, null],
])("of %j a mail tells %j", (seenText, told) => expect(seenInMail(seenText)).toBe(told));

describe("mail to the person in charge", () => {
  it("says number, kind and area in the subject", () => {
    expect(buildArrivalMail(base).subject).toBe("【窓口】R8-000123 道路の異常 > 舗装の穴・へこみ（中央区）");
    expect(buildArrivalMail({ ...base, high: true }).subject).toMatch(/^【窓口】至急 R8-000123/);
  });

  it("says the same in text and in HTML", () => {
    const { text, html } = buildArrivalMail(base);
    for (const part of [
      "R8-000123",
      "令和8年11月22日(日) 23:45",
      "11月22日(日) 23:40ごろ",
      "中央区",
      "中央区土木センター維持課",
      base.caseUrl,
      mapUrl({ lat: 32.7989, lng: 130.7251 }),
    ]) {
      expect(text).toContain(part);
      expect(html).toContain(part.replaceAll("&", "&amp;"));
    }
    expect(html).toContain('src="cid:photo"');
  });

  it("tells when there is no place and no photo, and when the photo is late", () => {
    const bare = buildArrivalMail({
      ...base,
      point: null,
      hasAddress: false,
      areaName: null,
      photo: { kind: "none" },
    });
    expect(bare.text).toContain("位置の情報はありません（地図外）");
    expect(bare.text).not.toContain("maps.gsi.go.jp");
    expect(bare.html).not.toContain("<img");
    expect(buildArrivalMail({ ...base, photo: { kind: "waiting" } }).text).toContain("取得を待っています");
  });

  it.each([
    ["中央区", true, true, "中央区"],
    ["中央区", true, false, "中央区 住所や目印は、画面で読んでください"],
    ["中央区", false, false, "中央区"],
    [null, true, false, "住所や目印は、画面で読んでください"],
    [null, false, false, "位置の情報はありません（地図外）"],
    [null, true, true, null],
  ] as const)("of area %s, words %s and point %s tells %s", (areaName, hasAddress, hasPoint, told) => {
    const { text } = buildArrivalMail({
      ...base,
      areaName,
      hasAddress,
      point: hasPoint ? base.point : null,
    });
    const line = text.split("\n").find((one) => one.startsWith("場所: "));
    expect(line ?? null).toBe(told && `場所: ${told}`);
    expect(text.includes("maps.gsi.go.jp")).toBe(hasPoint);
  });

  const hostile = '"><img src=x onerror=alert(1)>\r\nBcc: a@example.com\u0000\u2028 &lt;/td&gt; {{7*7}}';
  it.each(["categoryLabel", "areaName", "seenText", "sectionName", "cityName", "number"] as const)(
    "keeps hostile text in its place: %s",
    (field) => {
      const { subject, text, html } = buildArrivalMail({ ...base, [field]: hostile });
      expect(["\r", "\n", "\u0000"].filter((char) => subject.includes(char))).toEqual([]);
      expect(text.split("\n").some((line) => /^bcc:/i.test(line))).toBe(false);
      expect(html).not.toContain("<img src=x");
      expect(html.match(/<img/g)).toHaveLength(1);
      expect(html).not.toContain("\u0000");
    },
  );
  it("keeps hostile answers in their place", () => {
    const { html, text } = buildArrivalMail({
      ...base,
      answers: [{ label: hostile, display: hostile.repeat(50) }],
    });
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(400);
  });
});

describe("addresses a mail may go to", () => {
  it.each(["a@b.jp", "road-1@city.example", "x.y+z@mail.city.example"])("takes %s", (text) =>
    expect(isSingleAddress(text)).toBe(true),
  );
  it.each([
    "",
    "a@b",
    "a＠b.jp",
    "a@b.jp, c@d.jp",
    "a@b.jp\r\nBcc: c@d.jp",
    "Name <a@b.jp>",
    "a b@c.jp",
    `${"x".repeat(250)}@b.jp`,
    '"a@b.jp"@c.jp',
  ])("refuses %j", (text) => expect(isSingleAddress(text)).toBe(false));
});
