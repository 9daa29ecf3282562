import { randomUUID } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ActAnswer, LedgerAnswer, TalkAnswer, WebhooksAnswer } from "./protocol";
import { openReceiver, type Receiver } from "./testing/receiver";
import { first, openSandbox, poll, type TestSandbox, text } from "./testing/sandbox";

let folder: string;
let receiver: Receiver;
let box: TestSandbox;

const open = (): Promise<TestSandbox> => openSandbox({ folder, hostsText: `city.test=${receiver.url}` });
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-"));
  receiver = await openReceiver();
  box = await open();
  await box.control("POST", "/config", { webhookUrl: "https://city.test/hook", batchWindowMs: 0 });
});
afterEach(async () => {
  await box.close();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

test("everything is as it was: ledger, talk, tokens, keys, menus, pictures, quota, clock", async () => {
  const [a, b] = await box.residents(2);
  const act = (name: string, body: object): Promise<ActAnswer> =>
    box.control("POST", `/residents/${a?.id}/${name}`, body);
  const used = first((await act("text", { text: "一" })).events).replyToken;
  const fresh = first((await act("text", { text: "二" })).events).replyToken;
  await box.control("POST", "/webhooks/idle", {});
  await box.line("POST", "/v2/bot/message/reply", { replyToken: used, messages: [text("はい")] });
  const gone = (await act("text", { text: "取り消す" })).messageId;
  await act("unsend", { messageId: gone });
  await box.control("POST", `/residents/${b?.id}/block`);
  const key = randomUUID();
  const multicast = { to: [a?.id, b?.id, `U${"0".repeat(32)}`], messages: [text("お知らせ")] };
  const push = () => box.line("POST", "/v2/bot/message/multicast", multicast, { "x-line-retry-key": key });
  const accepted = await push();
  const { access_token: token } = (
    await box.line(
      "POST",
      "/v2/oauth/accessToken",
      "grant_type=client_credentials&client_id=1650000001&client_secret=8c570fa6dd201bb328f1c1eac23a96d8",
      { "content-type": "application/x-www-form-urlencoded" },
    )
  ).json;
  const picture = await fetch(`${box.url}/_sandbox/residents/${a?.id}/image`, {
    method: "POST",
    body: "JPEG",
    headers: { "content-type": "image/jpeg" },
  });
  const { messageId } = (await picture.json()) as ActAnswer;
  await box.control("POST", "/clock", { shiftMs: 1000 });
  const paths = ["/ledger", `/residents/${a?.id}/talk`, "/residents", "/config", "/replies", "/clock"];
  const look = async (): Promise<unknown[]> =>
    Promise.all(paths.slice(0, 5).map((each) => box.control("GET", each)));
  await box.control("POST", "/webhooks/idle", {});
  const before = await look();

  await box.close();
  box = await open();

  expect(await look()).toEqual(before);
  expect(await box.control("GET", "/clock")).toMatchObject({ shiftMs: 1000 });
  expect((await push()).headers.get("x-line-accepted-request-id")).toBe(
    accepted.headers.get("x-line-request-id"),
  );
  const reply = (replyToken: unknown) =>
    box.line("POST", "/v2/bot/message/reply", { replyToken, messages: [text("はい")] });
  expect((await reply(used)).status).toBe(400);
  expect((await reply(fresh)).status).toBe(200);
  expect((await box.line("GET", `/v2/bot/message/${messageId}/content`)).text).toBe("JPEG");
  expect((await box.line("GET", `/v2/bot/message/${gone}/content`)).status).toBe(410);
  expect((await box.line("GET", "/v2/bot/message/quota/consumption")).json).toEqual({ totalUsage: 1 });
  expect(
    (await box.line("GET", "/v2/bot/info", undefined, { authorization: `Bearer ${token}` })).status,
  ).toBe(200);
  const talk = await box.control<TalkAnswer>("GET", `/residents/${a?.id}/talk`);
  const ids = talk.items.map(({ messageId: id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("what was answered is in the log already, without a close", async () => {
  const { id } = first(await box.residents(1));
  await box.line("POST", "/v2/bot/message/push", { to: id, messages: [text("消えない")] });
  expect(readFileSync(path.join(folder, "log.jsonl"), "utf8")).toContain("消えない");
});

test("a line cut off by a kill is dropped, what comes after it stays readable", async () => {
  const { id } = first(await box.residents(1));
  const push = (words: string) =>
    box.line("POST", "/v2/bot/message/push", { to: id, messages: [text(words)] });
  await push("一");
  await box.close();
  appendFileSync(path.join(folder, "log.jsonl"), '["sent",{"seq":99,"at":17');
  box = await open();
  await push("二");
  await box.close();
  box = await open();
  const { entries } = await box.control<LedgerAnswer>("GET", "/ledger");
  expect(entries.map(({ messages }) => messages[0]?.text)).toEqual(["一", "二"]);
});

test("an event that was not taken is delivered after the restart, as a redelivery; an untouched one as new", async () => {
  receiver.answers.push("hang");
  await box.control("POST", "/config", { redeliveryDelaysMs: [60_000], webhookTimeoutMs: 1000 });
  const { id } = first(await box.residents(1));
  const write = (body: object): Promise<ActAnswer> => box.control("POST", `/residents/${id}/text`, body);
  const tried = await write({ text: "一" });
  await receiver.until(1);
  const deliveries = () => box.control<WebhooksAnswer>("GET", "/webhooks");
  await poll(deliveries, (answer) => answer.deliveries.length === 1);
  const waiting = await write({ text: "二", delayMs: 60_000 });
  const held = await write({ text: "三", hold: true });
  await box.close();
  box = await open();
  await box.control("POST", "/webhooks/idle", {});
  const events = receiver.received.slice(1).flatMap((request) => request.events);
  expect(events.map((event) => [event.webhookEventId, event.deliveryContext.isRedelivery]).sort()).toEqual(
    [
      [tried.eventId, true],
      [waiting.eventId, false],
    ].sort(),
  );
  expect(await box.control("POST", "/webhooks/release", {})).toEqual({ released: 1 });
  await box.control("POST", "/webhooks/idle", {});
  expect(receiver.received.at(-1)?.events[0]?.webhookEventId).toBe(held.eventId);
});

test("reset forgets all but the webhook address, and message ids never come again", async () => {
  const { id } = first(await box.residents(1));
  const push = () => box.line("POST", "/v2/bot/message/push", { to: id, messages: [text("t")] });
  const idOf = async (): Promise<unknown> => (await push()).json.sentMessages;
  const before = await idOf();
  await box.control("POST", "/reset");
  expect(await box.control("GET", "/ledger")).toEqual({ entries: [], next: null });
  expect(await box.control("GET", "/config")).toMatchObject({ webhookUrl: "https://city.test/hook" });
  expect((await push()).json.message).toBe("Failed to send messages");
  await box.residents(1);
  expect(await idOf()).not.toEqual(before);
  await box.control("POST", "/reset", { all: true });
  expect(await box.control("GET", "/config")).toMatchObject({ webhookUrl: null });
});
