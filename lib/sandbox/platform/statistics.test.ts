import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Resident } from "../protocol";
import { openSandbox, type TestSandbox, text } from "../testing/sandbox";

/** 23:00 on 22 November in Japan. */
const START = Date.UTC(2026, 10, 22, 14);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LINK = "https://city.test/page?a=1&b=2";
let now = START;
let box: TestSandbox;
let people: Resident[];

beforeEach(async () => {
  now = START;
  box = await openSandbox({ now: () => now });
  people = await box.residents(25, { seed: "unit" });
});
afterEach(() => box.close());

const ask = (query: Record<string, string>) =>
  box.line("GET", `/v2/bot/insight/message/event/aggregation?${new URLSearchParams(query)}`);
const figures = async (from: string, to: string, unit = "b_1") =>
  (await ask({ customAggregationUnit: unit, from, to })).json as {
    overview: { uniqueImpression: number | null; uniqueClick: number | null };
    messages: { seq: number; impression: number | null }[];
    clicks: { seq: number; url: string; click: number | null; uniqueClick: number | null }[];
  };
const send = (unit: string, to = people) =>
  box.line("POST", "/v2/bot/message/multicast", {
    to: to.map((p) => p.id),
    messages: [text("お知らせ"), text(`くわしくは ${LINK} へ`)],
    customAggregationUnits: [unit],
  });
const open = async (count: number) => {
  for (const { id } of people.slice(0, count)) await box.control("POST", `/residents/${id}/open`, {});
};
const click = async (count: number) => {
  for (const { id } of people.slice(0, count))
    await box.control("POST", `/residents/${id}/click`, { uri: LINK });
};

describe("opens and clicks by aggregation unit", () => {
  test("each person counts once, a day once it is over", async () => {
    await send("b_1");
    await open(22);
    await open(22);
    await click(20);
    await click(3);
    expect((await figures("20261122", "20261122")).overview).toMatchObject({
      uniqueImpression: null,
      uniqueClick: null,
    });
    now += HOUR + 1;
    const known = await figures("20261122", "20261123");
    expect(known.overview).toEqual({
      uniqueImpression: 22,
      uniqueClick: 20,
      uniqueMediaPlayed: null,
      uniqueMediaPlayed100Percent: null,
    });
    expect(known.messages).toEqual([
      { seq: 1, impression: 22 },
      { seq: 2, impression: 22 },
    ]);
    expect(known.clicks).toEqual([
      { seq: 2, url: LINK, click: 23, uniqueClick: 20, uniqueClickOfRequest: 20 },
    ]);
    // What is not of that day is not of that day.
    expect((await figures("20261121", "20261121")).overview.uniqueImpression).toBeNull();
  });

  test("fewer than 20 people: LINE keeps the number to itself", async () => {
    await send("b_1");
    await open(20);
    await click(19);
    now += DAY;
    const known = await figures("20261122", "20261122");
    expect(known.overview).toMatchObject({ uniqueImpression: 20, uniqueClick: null });
    expect(known.clicks).toMatchObject([{ click: null, uniqueClick: null }]);
  });

  test("other units, case and all, and people the message did not reach do not count", async () => {
    await send("b_1", people.slice(0, 19));
    await send("B_1", people.slice(19));
    await open(25);
    now += DAY;
    expect((await figures("20261122", "20261122")).overview.uniqueImpression).toBeNull();
    expect((await figures("20261122", "20261122", "never_used")).overview.uniqueImpression).toBeNull();
  });

  test("what is opened later than 14 days after the sending is not counted", async () => {
    await send("b_1");
    await open(21);
    now += 14 * DAY + 1;
    await click(25);
    now += 2 * DAY;
    expect((await figures("20261122", "20261208")).overview).toMatchObject({
      uniqueImpression: 21,
      uniqueClick: null,
    });
  });

  test("an open talk sees what arrives, also after the log is read again", async () => {
    const leave = new AbortController();
    const streams = people.map(({ id }) =>
      fetch(`${box.url}/_sandbox/residents/${id}/stream`, { signal: leave.signal }),
    );
    const readers = (await Promise.all(streams)).map((stream) => stream.body?.getReader());
    await Promise.all(readers.map((reader) => reader?.read()));
    await send("b_1");
    for (const reader of readers) {
      let seen = "";
      while (!seen.includes("くわしく")) seen += new TextDecoder().decode((await reader?.read())?.value);
    }
    leave.abort();
    await box.sandbox.close();
    now += DAY;
    const again = await openSandbox({ now: () => now, folder: box.folder });
    const answer = await again.line(
      "GET",
      "/v2/bot/insight/message/event/aggregation?customAggregationUnit=b_1&from=20261122&to=20261122",
    );
    expect(answer.json).toMatchObject({ overview: { uniqueImpression: 25 } });
    box = again;
  });
});

describe("what LINE refuses", () => {
  test.each([
    ["no unit", { from: "20261101", to: "20261102" }, "customAggregationUnit"],
    ["a hyphen", { customAggregationUnit: "b-1", from: "20261101", to: "20261102" }, "customAggregationUnit"],
    [
      "31 letters",
      { customAggregationUnit: "b".repeat(31), from: "20261101", to: "20261102" },
      "customAggregationUnit",
    ],
    ["no day", { customAggregationUnit: "b", to: "20261102" }, "from"],
    ["a day with dashes", { customAggregationUnit: "b", from: "2026-11-01", to: "20261102" }, "from"],
    ["30 February", { customAggregationUnit: "b", from: "20260230", to: "20260301" }, "from"],
    ["tomorrow in Japan", { customAggregationUnit: "b", from: "20261123", to: "20261123" }, "from"],
    ["until tomorrow", { customAggregationUnit: "b", from: "20261122", to: "20261123" }, "to"],
    ["backwards", { customAggregationUnit: "b", from: "20261110", to: "20261109" }, "to"],
    ["31 days", { customAggregationUnit: "b", from: "20261001", to: "20261101" }, "to"],
    ["long ago", { customAggregationUnit: "b", from: "20200101", to: "20200102" }, "from"],
  ])("%s", async (_, query, parameter) => {
    const answer = await ask(query as Record<string, string>);
    expect([answer.status, answer.json.message]).toEqual([
      400,
      `The value for the '${parameter}' parameter is invalid`,
    ]);
  });

  test("30 days are taken, and 60 calls an hour", async () => {
    const fine = { customAggregationUnit: "b", from: "20261002", to: "20261101" };
    for (let n = 0; n < 60; n += 1) expect((await ask(fine)).status).toBe(200);
    expect((await ask(fine)).status).toBe(429);
    now += 61_000;
    expect((await ask(fine)).status).toBe(200);
  });
});
