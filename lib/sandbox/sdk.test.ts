import { randomUUID } from "node:crypto";
import { channelAccessToken, HTTPFetchError, LineBotClient, type messagingApi } from "@line/bot-sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActAnswer, Resident } from "./protocol";
import { openReceiver, type Receiver } from "./testing/receiver";
import { CHANNEL, openSandbox, type TestSandbox, text } from "./testing/sandbox";

/** LINE's own client, pointed here: every call and answer has the shape it expects. */
let receiver: Receiver;
let box: TestSandbox;
let client: LineBotClient;
let a: Resident;
let b: Resident;

beforeAll(async () => {
  receiver = await openReceiver();
  box = await openSandbox({ hostsText: `city.test=${receiver.url}` });
  [a, b] = (await box.residents(2)) as [Resident, Resident];
  const issued = await new channelAccessToken.ChannelAccessTokenClient({
    baseURL: box.url,
  }).issueStatelessChannelTokenByClientSecret(CHANNEL.id, CHANNEL.secret);
  client = LineBotClient.fromChannelAccessToken({
    channelAccessToken: issued.access_token,
    apiBaseURL: box.url,
    dataApiBaseURL: box.url,
  });
  await client.setWebhookEndpoint({ endpoint: "https://city.test/hook" });
});
afterAll(async () => {
  await box.close();
  await receiver.close();
});

const caught = async (call: Promise<unknown>): Promise<HTTPFetchError> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (error instanceof HTTPFetchError) return error;
  throw new Error("it was not refused");
};

test("reply to what came in by webhook", async () => {
  await box.control("POST", `/residents/${a.id}/text`, { text: "市民レポート" });
  await box.control("POST", "/webhooks/idle", {});
  const event = receiver.received.at(-1)?.events[0] as unknown as { replyToken: string };
  const request: messagingApi.ReplyMessageRequest = {
    replyToken: event.replyToken,
    messages: [
      {
        ...text("場所を送ってください"),
        quickReply: { items: [{ type: "action", action: { type: "location", label: "場所" } }] },
      },
    ],
  };
  expect((await client.replyMessage(request)).sentMessages).toMatchObject([
    { id: expect.any(String), quoteToken: expect.any(String) },
  ]);
  const again = await caught(client.replyMessage(request));
  expect([again.status, JSON.parse(again.body)]).toEqual([400, { message: "Invalid reply token" }]);
});

test("push and multicast with a retry key: the second time 409 with the first request's id", async () => {
  const key = randomUUID();
  const sent = await client.pushMessageWithHttpInfo({ to: a.id, messages: [text("t")] }, key);
  const pushed = await caught(client.pushMessage({ to: a.id, messages: [text("t")] }, key));
  expect(pushed.status).toBe(409);
  expect(pushed.headers.get("x-line-accepted-request-id")).toBe(
    sent.httpResponse.headers.get("x-line-request-id"),
  );
  expect(JSON.parse(pushed.body)).toEqual({ message: "The retry key is already accepted", ...sent.body });
  const other = randomUUID();
  expect(await client.multicast({ to: [a.id, b.id], messages: [text("t")] }, other)).toEqual({});
  expect((await caught(client.multicast({ to: [a.id, b.id], messages: [text("t")] }, other))).status).toBe(
    409,
  );
});

test("a refusal names what is wrong", async () => {
  const error = await caught(
    client.validatePush({
      messages: [{ type: "text", text: "" }, { type: "location" } as messagingApi.Message],
    }),
  );
  expect(JSON.parse(error.body)).toEqual({
    message: "The request body has 5 error(s)",
    details: ["[0].text", "[1].title", "[1].address", "[1].latitude", "[1].longitude"].map((property) => ({
      message: "May not be empty",
      property: `messages${property}`,
    })),
  });
});

test("content: 202 while it is prepared, then the bytes", async () => {
  const url = `${box.url}/_sandbox/residents/${a.id}/image?pollsUntilReady=1`;
  const act = (await (
    await fetch(url, { method: "POST", body: "JPEG", headers: { "content-type": "image/jpeg" } })
  ).json()) as ActAnswer;
  const get = () => client.getMessageContentWithHttpInfo(act.messageId ?? "");
  expect((await get()).httpResponse.status).toBe(202);
  const parts: Buffer[] = [];
  for await (const part of (await get()).body) parts.push(part as Buffer);
  expect(Buffer.concat(parts).toString()).toBe("JPEG");
});

test("a rich menu from its object to the resident", async () => {
  const { richMenuId } = await client.createRichMenu({
    size: { width: 800, height: 250 },
    selected: false,
    name: "m",
    chatBarText: "メニュー",
    areas: [],
  });
  const picture = Buffer.alloc(64);
  picture.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  picture.writeUInt32BE(800, 16);
  picture.writeUInt32BE(250, 20);
  expect((await caught(client.setRichMenuImage(richMenuId, new Blob([picture])))).status).toBe(415);
  await client.setRichMenuImage(richMenuId, new Blob([picture], { type: "image/png" }));
  await client.createRichMenuAlias({ richMenuAliasId: "main", richMenuId });
  await client.setDefaultRichMenu(richMenuId);
  await client.linkRichMenuIdToUsers({ richMenuId, userIds: [a.id, b.id] });
  expect(await client.getDefaultRichMenuId()).toEqual({ richMenuId });
  expect(await client.getRichMenuIdOfUser(b.id)).toEqual({ richMenuId });
  expect((await client.getRichMenuList()).richmenus).toHaveLength(1);
  expect((await client.getRichMenuAliasList()).aliases).toEqual([{ richMenuAliasId: "main", richMenuId }]);
});

test("profile, bot, followers, quota, loading, webhook", async () => {
  expect(await client.getProfile(a.id)).toMatchObject({ userId: a.id, displayName: a.name });
  expect(await client.getBotInfo()).toMatchObject({
    chatMode: "bot",
    markAsReadMode: "auto",
    basicId: expect.stringMatching(/^@/),
  });
  expect(await client.getFollowers(undefined, 1000)).toEqual({ userIds: [a.id, b.id] });
  expect(await client.getMessageQuota()).toEqual({ type: "none" });
  expect((await client.getMessageQuotaConsumption()).totalUsage).toBeGreaterThan(0);
  await client.showLoadingAnimation({ chatId: a.id, loadingSeconds: 10 });
  expect(await client.getWebhookEndpoint()).toEqual({ endpoint: "https://city.test/hook", active: true });
  expect(await client.testWebhookEndpoint({})).toMatchObject({ success: true, statusCode: 200 });
});
