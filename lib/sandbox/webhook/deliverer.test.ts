import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ActAnswer, Config, Health, Resident, WebhookErrorsAnswer, WebhooksAnswer } from "../protocol";
import { openReceiver, type Receiver } from "../testing/receiver";
import { first, openSandbox, poll, type TestSandbox } from "../testing/sandbox";

let receiver: Receiver;
let box: TestSandbox;
let residents: Resident[];

beforeEach(async () => {
  receiver = await openReceiver();
  box = await openSandbox({ hostsText: `city.test=${receiver.url}` });
  await configure({ webhookUrl: "https://city.test/api/line/webhook?x=1", redeliveryDelaysMs: [20, 20, 20] });
  residents = await box.residents(3);
});
afterEach(async () => {
  await box.close();
  await receiver.close();
});

const configure = (change: Partial<Config>): Promise<Config> => box.control("POST", "/config", change);
const write = (n: number, words: string, more: object = {}): Promise<ActAnswer> =>
  box.control("POST", `/residents/${residents[n]?.id}/text`, { text: words, ...more });
const idle = (): Promise<{ idle: boolean; pendingEvents: number }> =>
  box.control("POST", "/webhooks/idle", { timeoutMs: 30_000 });
const deliveries = async () => (await box.control<WebhooksAnswer>("GET", "/webhooks")).deliveries;
const idsOf = (): string[][] =>
  receiver.received.map(({ events }) => events.map((event) => event.webhookEventId));

test("one request for the events of several residents within the window, signed and named", async () => {
  await configure({ batchWindowMs: 1000 });
  const sent = await Promise.all([write(0, "a"), write(1, "b"), write(2, "😀")]);
  await idle();
  const got = first(receiver.received);
  expect(receiver.received).toHaveLength(1);
  expect(got.signed).toBe(true);
  expect(got.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(got.headers.host).toBe("city.test");
  expect(got.destination).toBe((await box.control<Health>("GET", "/health")).botUserId);
  expect(got.events.map((event) => event.webhookEventId).sort()).toEqual(
    sent.map(({ eventId }) => eventId).sort(),
  );
  expect(first(got.events)).toMatchObject({
    type: "message",
    mode: "active",
    timestamp: expect.any(Number),
    source: { type: "user", userId: expect.stringMatching(/^U[0-9a-f]{32}$/) },
    webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
    deliveryContext: { isRedelivery: false },
    replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
    message: {
      type: "text",
      text: "a",
      id: expect.stringMatching(/^\d+$/),
      quoteToken: expect.any(String),
      markAsReadToken: expect.any(String),
    },
  });
});

test("escapes non-ASCII when asked, and the signature is over those bytes", async () => {
  await configure({ escapeUnicode: "always" });
  await write(0, "道路に穴😀");
  await idle();
  const got = first(receiver.received);
  expect(got.raw).toMatch(/^[\x20-\x7e]+$/);
  expect(got).toMatchObject({ signed: true, events: [{ message: { text: "道路に穴😀" } }] });
});

describe("redelivery", () => {
  test.each([[500], [302], ["hang"]] as const)("after %s: same ids and tokens, marked", async (answer) => {
    await configure({ webhookTimeoutMs: 1500 });
    receiver.answers.push(answer, 503);
    await write(0, "a");
    expect((await idle()).idle).toBe(true);
    const events = receiver.received.map(({ events: [event] }) => event);
    expect(events.map((event) => event?.deliveryContext.isRedelivery)).toEqual([false, true, true]);
    expect(new Set(events.map((event) => event?.webhookEventId)).size).toBe(1);
    expect(new Set(events.map((event) => event?.replyToken)).size).toBe(1);
    expect(
      (await deliveries()).map(({ attempt, redelivery, status }) => [attempt, redelivery, status]),
    ).toEqual([
      [1, false, answer === "hang" ? 0 : answer],
      [2, true, 503],
      [3, true, 200],
    ]);
    const { errors } = await box.control<WebhookErrorsAnswer>("GET", "/webhooks/errors");
    expect(errors.map(({ reason, detail }) => [reason, detail])).toEqual([
      answer === "hang" ? ["request_timeout", "Request timeout"] : ["error_status_code", String(answer)],
      ["error_status_code", "503"],
    ]);
  });

  test("gives up after the last pause; on request it goes out again", async () => {
    receiver.answers.push(500, 500, 500, 500);
    const { eventId } = await write(0, "a");
    await idle();
    expect(receiver.received).toHaveLength(4);
    expect((await box.control<WebhookErrorsAnswer>("GET", "/webhooks/errors")).gaveUp).toEqual([eventId]);
    expect(await box.control("POST", "/webhooks/redeliver", {})).toEqual({ queued: 1 });
    await idle();
    expect(receiver.received.at(-1)?.events).toMatchObject([
      { webhookEventId: eventId, deliveryContext: { isRedelivery: true } },
    ]);
    expect((await box.control<WebhookErrorsAnswer>("GET", "/webhooks/errors")).gaveUp).toEqual([]);
  });

  test("does not happen when the switch is off", async () => {
    await configure({ redelivery: false });
    receiver.answers.push(500);
    await write(0, "a");
    await idle();
    expect(receiver.received).toHaveLength(1);
  });

  test("goes on while nobody listens, until somebody does", async () => {
    await configure({ redeliveryDelaysMs: Array(1000).fill(20) });
    const url = new URL(receiver.url);
    await receiver.close();
    await write(0, "a");
    const tried = await poll(deliveries, (list) => list.length > 1);
    expect(tried.at(-1)).toMatchObject({ status: 0, reason: "could_not_connect" });
    receiver = await openReceiver(Number(url.port));
    await idle();
    expect(receiver.received.at(-1)?.events).toHaveLength(1);
  });
});

test("a host that is not on this machine does not exist", async () => {
  await configure({ webhookUrl: "https://elsewhere.example/hook", redelivery: false });
  await write(0, "a");
  await idle();
  expect(await deliveries()).toMatchObject([{ reason: "could_not_connect", status: 0 }]);
  expect(receiver.received).toEqual([]);
});

test("without an address events go nowhere, and say so", async () => {
  await configure({ webhookActive: false });
  await write(0, "a");
  await idle();
  expect(await deliveries()).toMatchObject([{ url: null, reason: "no_endpoint" }]);
});

test("duplicates are copies in requests of their own, not marked", async () => {
  const { eventId } = await write(0, "a", { duplicate: 2 });
  await idle();
  expect(idsOf()).toEqual([[eventId], [eventId], [eventId]]);
  expect(
    receiver.received.every(({ events }) => events.every((event) => !event.deliveryContext.isRedelivery)),
  ).toBe(true);
});

test("held events wait for their release, shuffled the same way for the same seed", async () => {
  const sent: (string | null)[] = [];
  for (let n = 0; n < 12; n += 1) sent.push((await write(n % 3, String(n), { hold: true })).eventId);
  await idle();
  expect(receiver.received).toEqual([]);
  expect(await box.control<Health>("GET", "/health")).toMatchObject({ heldEvents: 12, pendingEvents: 12 });
  expect(
    await box.control("POST", "/webhooks/release", {
      shuffle: 7,
      batchSize: 5,
      residents: [residents[0]?.id],
    }),
  ).toEqual({ released: 4 });
  expect(await box.control("POST", "/webhooks/release", { shuffle: 7, batchSize: 5 })).toEqual({
    released: 8,
  });
  await idle();
  const got = idsOf();
  expect(got.map((ids) => ids.length).sort()).toEqual([3, 4, 5]);
  expect(got.flat().sort()).toEqual([...sent].sort());
  expect(got.flat()).not.toEqual(sent);
});

test("what residents do, as events", async () => {
  const id = residents[0]?.id;
  const act = (name: string, body: object = {}): Promise<ActAnswer> =>
    box.control("POST", `/residents/${id}/${name}`, body);
  await configure({ batchWindowMs: 0, webhookConcurrency: 1 });
  await act("location", { title: "市役所", address: "熊本市中央区", latitude: 32.8, longitude: 130.7 });
  await act("sticker");
  await act("postback", { data: "a=1", params: { datetime: "2026-11-22T23:40" }, displayText: "23:40" });
  const { messageId } = await act("text", { text: "t" });
  await act("unsend", { messageId });
  await act("block");
  await act("unblock");
  await act("raw", { event: { type: "beacon", beacon: { hwid: "1", type: "enter" }, source: null } });
  await idle();
  const events = receiver.received.flatMap((request) => request.events);
  expect(events.map((event) => event.type)).toEqual([
    "message",
    "message",
    "postback",
    "message",
    "unsend",
    "unfollow",
    "follow",
    "beacon",
  ]);
  expect(events[0]).toMatchObject({
    message: { type: "location", latitude: 32.8, longitude: 130.7, address: "熊本市中央区" },
  });
  expect(events[2]).toMatchObject({ postback: { data: "a=1", params: { datetime: "2026-11-22T23:40" } } });
  expect(events[4]).toMatchObject({ unsend: { messageId } });
  expect(events[4]).not.toHaveProperty("replyToken");
  expect(events[5]).not.toHaveProperty("replyToken");
  expect(events[6]).toMatchObject({ follow: { isUnblocked: true } });
  expect(events[7]).not.toHaveProperty("source");
});

test("who blocked the account can write, and nobody hears it", async () => {
  await box.control("POST", `/residents/${residents[0]?.id}/block`);
  await idle();
  const before = receiver.received.length;
  expect((await write(0, "聞こえますか")).events).toEqual([]);
  await idle();
  expect(receiver.received).toHaveLength(before);
});

test("the endpoint: https only, read, changed, tried out", async () => {
  const at = "/v2/bot/channel/webhook";
  const set = (endpoint: unknown) => box.line("PUT", `${at}/endpoint`, { endpoint });
  expect((await set("http://city.test/hook")).json.message).toBe("Invalid webhook endpoint URL");
  expect((await set(`https://city.test/${"x".repeat(500)}`)).status).toBe(400);
  expect((await set("https://city.test/other")).status).toBe(200);
  expect((await box.line("GET", `${at}/endpoint`)).json).toEqual({
    endpoint: "https://city.test/other",
    active: true,
  });
  expect((await box.line("POST", `${at}/test`, {})).json).toMatchObject({
    success: true,
    statusCode: 200,
    reason: "OK",
  });
  expect(receiver.received.at(-1)).toMatchObject({ signed: true, events: [] });
  receiver.answers.push(404);
  expect((await box.line("POST", `${at}/test`)).json).toMatchObject({
    success: false,
    statusCode: 404,
    reason: "ERROR_STATUS_CODE",
  });
  expect(
    (await box.line("POST", `${at}/test`, { endpoint: "https://elsewhere.example/" })).json,
  ).toMatchObject({
    success: false,
    statusCode: 0,
    reason: "COULD_NOT_CONNECT",
    detail: "Unknown host",
  });
});
