import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ActAnswer, Config, LedgerAnswer, LedgerSummary, RepliesAnswer, TalkAnswer } from "../protocol";
import { openReceiver, type Receiver } from "../testing/receiver";
import { first, openSandbox, type TestSandbox, text } from "../testing/sandbox";

const START = Date.UTC(2026, 10, 22, 3);
const SECOND = 1000;
const HOUR = 3_600_000;
let now = START;
let receiver: Receiver;
let box: TestSandbox;

beforeEach(async () => {
  now = START;
  receiver = await openReceiver();
  box = await openSandbox({ now: () => now, hostsText: `city.test=${receiver.url}` });
  await box.control("POST", "/config", { webhookUrl: "https://city.test/hook", batchWindowMs: 0 });
});
afterEach(async () => {
  await box.close();
  await receiver.close();
});

const ledger = (): Promise<LedgerAnswer> => box.control("GET", "/ledger");
const summary = (): Promise<LedgerSummary> => box.control("GET", "/ledger/summary");
const sent = (name: string, body: object, retryKey?: string) =>
  box.line(
    "POST",
    `/v2/bot/message/${name}`,
    body,
    retryKey === undefined ? {} : { "x-line-retry-key": retryKey },
  );

/** A delivered text of the first resident, and the reply token that came with it. */
async function written(words = "こんにちは"): Promise<{ id: string; token: string; eventId: string }> {
  const { id } = first(await box.residents(1));
  const answer = await box.control<ActAnswer>("POST", `/residents/${id}/text`, { text: words });
  await box.control("POST", "/webhooks/idle", { timeoutMs: 5000 });
  const event = first(answer.events);
  return { id, token: event.replyToken ?? "", eventId: event.eventId };
}
const reply = (replyToken: string, messages: unknown[] = [text("はい")]) =>
  sent("reply", { replyToken, messages });

describe("reply tokens", () => {
  test("work once", async () => {
    const { token, id, eventId } = await written();
    const answer = await reply(token, [text("a"), text("b")]);
    expect(answer.status).toBe(200);
    const ids = (answer.json.sentMessages as { id: string; quoteToken: string }[]).map(
      (message) => message.id,
    );
    expect(ids).toHaveLength(2);
    expect(ids.every((each) => /^\d{18,}$/.test(each))).toBe(true);
    expect(await reply(token)).toMatchObject({ status: 400, json: { message: "Invalid reply token" } });
    const { entries } = await ledger();
    expect(entries).toMatchObject([
      { endpoint: "reply", to: [id], replyToken: token, eventId, messageIds: ids },
    ]);
    expect((await summary()).replies).toMatchObject({ tokens: 1, used: 1, refusedUsed: 1 });
  });

  test.each([
    [60 * SECOND, 200],
    [60 * SECOND + 1, 400],
  ])("after %i ms: %i", async (wait, status) => {
    const { token } = await written();
    now += wait;
    expect((await reply(token)).status).toBe(status);
  });

  test("are aged by the clock of the control interface", async () => {
    const { token } = await written();
    await box.control("POST", "/clock", { shiftMs: 61 * SECOND });
    expect((await reply(token)).json.message).toBe("Invalid reply token");
  });

  test.each([
    [19 * 60 * SECOND, 200],
    [20 * 60 * SECOND + 1, 400],
  ])("a redelivery %i ms after the event starts a new minute: %i", async (wait, status) => {
    const { token, eventId } = await written();
    now += wait;
    await box.control("POST", "/webhooks/redeliver", { eventIds: [eventId] });
    await box.control("POST", "/webhooks/idle", {});
    now += 30 * SECOND;
    expect((await reply(token)).status).toBe(status);
  });

  test("of an event that nobody has seen, and made-up ones, are refused", async () => {
    const { id } = await written();
    const held = await box.control<ActAnswer>("POST", `/residents/${id}/text`, { text: "t", hold: true });
    expect((await reply(first(held.events).replyToken ?? "")).status).toBe(400);
    expect((await reply("0".repeat(32))).status).toBe(400);
    expect((await sent("reply", { messages: [text("t")] })).json).toMatchObject({
      details: [{ property: "replyToken", message: "May not be empty" }],
    });
  });

  test("survive a refused message", async () => {
    const { token } = await written();
    expect((await reply(token, [{ type: "text" }])).status).toBe(400);
    expect((await reply(token)).status).toBe(200);
    const { replies } = await box.control<RepliesAnswer>("GET", "/replies");
    expect(replies).toMatchObject([{ replyToken: token, state: "used" }]);
  });
});

describe("retry keys", () => {
  test.each(["push", "multicast", "broadcast"])("%s: the same key is accepted once", async (name) => {
    const { id } = first(await box.residents(1));
    const body = { push: { to: id }, multicast: { to: [id] }, broadcast: {} }[name] ?? {};
    const key = randomUUID();
    const one = await sent(name, { ...body, messages: [text("t")] }, key);
    const two = await sent(name, { ...body, messages: [text("t")] }, key.toUpperCase());
    expect(one.status).toBe(200);
    expect(two).toMatchObject({ status: 409, json: { message: "The retry key is already accepted" } });
    expect(two.headers.get("x-line-accepted-request-id")).toBe(one.headers.get("x-line-request-id"));
    expect(two.headers.get("x-line-request-id")).not.toBe(one.headers.get("x-line-request-id"));
    expect(two.json.sentMessages).toEqual(name === "push" ? one.json.sentMessages : undefined);
    expect((await ledger()).entries).toHaveLength(1);
    expect((await summary()).retryKeyConflicts).toBe(1);
  });

  test.each([
    [24 * HOUR - 1, 409, 1],
    [24 * HOUR, 200, 2],
  ])("after %i ms: %i", async (wait, status, entries) => {
    const { id } = first(await box.residents(1));
    const body = { to: id, messages: [text("t")] };
    const key = randomUUID();
    await sent("push", body, key);
    now += wait;
    expect((await sent("push", body, key)).status).toBe(status);
    expect((await ledger()).entries).toHaveLength(entries);
    expect((await summary()).duplicates.pairs).toBe(entries - 1);
  });

  test("a key that is no UUID, and one where none belongs, are refused", async () => {
    const { id, token } = await written();
    expect((await sent("push", { to: id, messages: [text("t")] }, "job-1")).status).toBe(400);
    expect((await sent("reply", { replyToken: token, messages: [text("t")] }, randomUUID())).status).toBe(
      400,
    );
    expect(
      (await box.line("GET", "/v2/bot/info", undefined, { "x-line-retry-key": randomUUID() })).status,
    ).toBe(400);
    expect((await ledger()).entries).toEqual([]);
  });

  test("a refused call does not use its key up", async () => {
    const { id } = first(await box.residents(1));
    const key = randomUUID();
    expect((await sent("push", { to: id, messages: [] }, key)).status).toBe(400);
    await box.control("POST", "/faults", [{ endpoint: "push", kind: "429-rate", times: 1 }]);
    expect((await sent("push", { to: id, messages: [text("t")] }, key)).status).toBe(429);
    expect((await sent("push", { to: id, messages: [text("t")] }, key)).status).toBe(200);
  });
});

describe("multicast", () => {
  const stranger = `U${"0".repeat(32)}`;

  test("to 500, not to 501 or nobody", async () => {
    const ids = (await box.residents(501)).map(({ id }) => id);
    const to = (count: number) => sent("multicast", { to: ids.slice(0, count), messages: [text("t")] });
    expect(await to(500)).toMatchObject({ status: 200, json: {} });
    expect((await to(501)).json).toMatchObject({
      details: [{ property: "to", message: "Size must be between 1 and 500" }],
    });
    expect((await to(0)).status).toBe(400);
    expect((await summary()).accepted.multicast).toEqual({ requests: 1, recipients: 500, delivered: 500 });
  });

  test("one malformed id and nobody gets it", async () => {
    const { id } = first(await box.residents(1));
    const answer = await sent("multicast", { to: [id, "U123"], messages: [text("t")] });
    expect(answer).toMatchObject({
      status: 400,
      json: { message: "The property, to[1], in the request body is invalid (line: -, column: -)" },
    });
    expect((await ledger()).entries).toEqual([]);
  });

  test("200 although nobody may see it: blocked, no friend, unknown", async () => {
    const [friend, blocked] = await box.residents(2);
    const [nobody] = await box.residents(1, { seed: "other", follow: false });
    await box.control("POST", `/residents/${blocked?.id}/block`);
    const to = [friend?.id, blocked?.id, nobody?.id, stranger];
    expect((await sent("multicast", { to, messages: [text("t")] })).status).toBe(200);
    expect(first((await ledger()).entries)).toMatchObject({
      to,
      undelivered: [
        { to: blocked?.id, reason: "blocked" },
        { to: nobody?.id, reason: "not-friend" },
        { to: stranger, reason: "unknown" },
      ],
    });
    expect((await box.control<TalkAnswer>("GET", `/residents/${friend?.id}/talk`)).items).toHaveLength(1);
    await box.control<Config>("POST", "/config", { unknownRecipients: "refuse" });
    expect((await sent("multicast", { to, messages: [text("t")] })).status).toBe(400);
  });
});

describe("push", () => {
  test.each([
    ["U123", "The property, to, in the request body is invalid (line: -, column: -)"],
    [`U${"0".repeat(32)}`, "Failed to send messages"],
    [`C${"0".repeat(32)}`, "Failed to send messages"],
    [42, "The property, to, in the request body is invalid (line: -, column: -)"],
  ])("to %s", async (to, message) => {
    expect(await sent("push", { to, messages: [text("t")] })).toMatchObject({
      status: 400,
      json: { message },
    });
  });

  test("reaches somebody who is no friend for 7 days after they wrote", async () => {
    const [nobody] = await box.residents(1, { follow: false });
    const push = () => sent("push", { to: nobody?.id, messages: [text("t")] });
    await push();
    await box.control("POST", `/residents/${nobody?.id}/text`, { text: "t" });
    await push();
    now += 7 * 24 * HOUR;
    await push();
    const reasons = (await ledger()).entries.map(({ undelivered }) =>
      undelivered.map(({ reason }) => reason),
    );
    expect(reasons).toEqual([["not-friend"], [], ["not-friend"]]);
  });
});

test("the monthly quota refuses a whole call, and counts recipients who got it", async () => {
  const [a, b, c] = await box.residents(3);
  await box.control("POST", "/config", { quota: { type: "limited", value: 3 } });
  await box.control("POST", `/residents/${c?.id}/block`);
  const to = (...ids: unknown[]) => sent("multicast", { to: ids, messages: [text("a"), text("b")] });
  expect((await box.line("GET", "/v2/bot/message/quota")).json).toEqual({ type: "limited", value: 3 });
  expect((await to(a?.id, b?.id, c?.id)).status).toBe(200);
  expect(await to(a?.id, b?.id)).toMatchObject({
    status: 429,
    json: { message: "You have reached your monthly limit." },
  });
  expect((await to(a?.id)).status).toBe(200);
  expect((await box.line("GET", "/v2/bot/message/quota/consumption")).json).toEqual({ totalUsage: 3 });
  now = Date.UTC(2026, 10, 30, 15); // 1 December in Japan
  expect((await box.line("GET", "/v2/bot/message/quota/consumption")).json).toEqual({ totalUsage: 0 });
  expect((await to(a?.id, b?.id)).status).toBe(200);
});

test("a retry is still answered 409 when the quota is spent", async () => {
  const { id } = first(await box.residents(1));
  await box.control("POST", "/config", { quota: { type: "limited", value: 1 } });
  const key = randomUUID();
  const push = () => sent("push", { to: id, messages: [text("t")] }, key);
  expect([(await push()).status, (await push()).status]).toEqual([200, 409]);
});

test("broadcast goes to all friends, 60 times an hour", async () => {
  await box.residents(3);
  await box.residents(1, { seed: "other", follow: false });
  const statuses: number[] = [];
  for (let n = 0; n < 61; n += 1) statuses.push((await sent("broadcast", { messages: [text("t")] })).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect(statuses.at(-1)).toBe(429);
  now += 60 * SECOND;
  expect((await sent("broadcast", { messages: [text("t")] })).status).toBe(200);
  expect((await summary()).accepted.broadcast).toEqual({ requests: 61, recipients: 183, delivered: 183 });
});

test("validate sends nothing", async () => {
  for (const kind of ["reply", "push", "multicast", "narrowcast", "broadcast"]) {
    expect((await sent(`validate/${kind}`, { messages: [text("t")] })).status).toBe(200);
    expect(
      (await sent(`validate/${kind}`, { messages: [{ type: "text", text: "x".repeat(5001) }] })).json,
    ).toEqual({
      message: "The request body has 1 error(s)",
      details: [{ message: "Length must be between 0 and 5000", property: "messages[0].text" }],
    });
  }
  expect((await ledger()).entries).toEqual([]);
});

test("a quote token has to be one of ours", async () => {
  const { id } = await written();
  const event = receiver.received[0]?.events[0] as { message?: { quoteToken?: string } } | undefined;
  const quoteToken = event?.message?.quoteToken;
  expect((await sent("push", { to: id, messages: [{ ...text("t"), quoteToken }] })).status).toBe(200);
  expect((await sent("push", { to: id, messages: [{ ...text("t"), quoteToken: "made-up" }] })).status).toBe(
    400,
  );
});

test("what cannot be read is refused: no JSON, another type, too large, not UTF-8", async () => {
  const raw = (body: string | Uint8Array, type: string) =>
    box.line("POST", "/v2/bot/message/push", body, { "content-type": type });
  expect((await raw('{"to": ', "application/json")).json.message).toMatch(
    /could not be parsed as JSON \(line: 1, column: \d+\)/,
  );
  expect((await raw("[]", "application/json")).status).toBe(400);
  const nest = '{"type":"box","layout":"vertical","contents":[';
  const bubble = `{"type":"bubble","body":${nest.repeat(9000)}${"]}".repeat(9000)}}`;
  const deep = `{"to":"U${"0".repeat(32)}","messages":[{"type":"flex","altText":"a","contents":${bubble}}]}`;
  expect((await raw(deep, "application/json")).status).toBe(400);
  expect((await raw(new Uint8Array([0x7b, 0xff, 0x7d]), "application/json")).status).toBe(400);
  expect(await raw("{}", "text/plain")).toMatchObject({
    status: 415,
    json: { message: "The content type, text/plain, is not supported" },
  });
  expect((await raw("x".repeat(2 * 1024 * 1024 + 1), "application/json")).status).toBe(413);
});
