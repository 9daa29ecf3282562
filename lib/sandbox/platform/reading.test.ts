import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ActAnswer, IssueIdTokenAnswer, Resident, TalkAnswer } from "../protocol";
import {
  CHANNEL,
  first,
  LOGIN_CHANNEL_ID,
  openSandbox,
  read,
  type TestSandbox,
  text,
} from "../testing/sandbox";

const START = Date.UTC(2026, 10, 22, 3);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FORM = { "content-type": "application/x-www-form-urlencoded" };
let now = START;
let box: TestSandbox;

beforeEach(async () => {
  now = START;
  box = await openSandbox({ now: () => now });
});
afterEach(() => box.close());

const form = (path: string, fields: Record<string, string>) =>
  box.line("POST", path, String(new URLSearchParams(fields)), FORM);
const client = { grant_type: "client_credentials", client_id: CHANNEL.id, client_secret: CHANNEL.secret };
const act = (resident: Resident, name: string, body: object = {}): Promise<ActAnswer> =>
  box.control("POST", `/residents/${resident.id}/${name}`, body);
const get = (path: string) => box.line("GET", path);

describe("access tokens", () => {
  const info = (authorization: string) => box.line("GET", "/v2/bot/info", undefined, { authorization });

  test.each([[""], ["Bearer"], ["Bearer wrong"], ["Basic long-lived-token"], ["long-lived-token"]])(
    "%j is refused",
    async (authorization) => {
      const answer = await info(authorization);
      expect(answer.status).toBe(401);
      expect(answer.json.message).toMatch(/^Authentication failed due to the following reason: .+/);
      expect(answer.headers.get("x-line-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test("stateless: 15 minutes", async () => {
    const { json } = await form("/oauth2/v3/token", client);
    expect(json).toEqual({ token_type: "Bearer", access_token: expect.any(String), expires_in: 900 });
    now += 15 * MINUTE - 1000;
    expect((await info(`Bearer ${json.access_token}`)).status).toBe(200);
    now += 1001;
    expect((await info(`Bearer ${json.access_token}`)).status).toBe(401);
  });

  test("short-lived: 30 at most, the oldest falls out; can be verified and revoked", async () => {
    const tokens: string[] = [];
    for (let n = 0; n < 31; n += 1)
      tokens.push(String((await form("/v2/oauth/accessToken", client)).json.access_token));
    expect((await info(`Bearer ${tokens[0]}`)).status).toBe(401);
    expect((await info(`Bearer ${tokens[1]}`)).status).toBe(200);
    const verify = (access_token = "") => form("/v2/oauth/verify", { access_token });
    expect((await verify(tokens[1])).json).toMatchObject({ client_id: CHANNEL.id, expires_in: 2_592_000 });
    await form("/v2/oauth/revoke", { access_token: tokens[1] ?? "" });
    expect((await verify(tokens[1])).status).toBe(400);
    expect((await info(`Bearer ${tokens[1]}`)).status).toBe(401);
  });

  test.each([
    [{ ...client, client_secret: "wrong" }, "invalid_client"],
    [{ ...client, client_id: "1" }, "invalid_client"],
    [{ ...client, grant_type: "password" }, "unsupported_grant_type"],
    [{ grant_type: "client_credentials" }, "invalid_request"],
  ])("refuses %j", async (fields, error) => {
    expect(await form("/oauth2/v3/token", fields as Record<string, string>)).toMatchObject({
      status: 400,
      json: { error },
    });
  });
});

describe("profile", () => {
  test("of a friend, of somebody who wrote; 404 for others", async () => {
    const [friend, blocked] = (await box.residents(2)) as [Resident, Resident];
    const [stranger] = (await box.residents(1, {
      seed: "s",
      follow: false,
      language: null,
      name: "ひろ",
    })) as [Resident];
    await act(blocked, "block");
    const profile = (id: string) => get(`/v2/bot/profile/${id}`);
    expect((await profile(friend.id)).json).toEqual({
      userId: friend.id,
      displayName: friend.name,
      language: "ja",
    });
    expect(await profile(blocked.id)).toMatchObject({ status: 404, json: { message: "Not found" } });
    expect((await profile(`U${"0".repeat(32)}`)).status).toBe(404);
    expect((await profile("@name")).json.message).toBe("The value for the 'userId' parameter is invalid");
    expect((await profile(stranger.id)).status).toBe(404);
    await act(stranger, "text", { text: "t" });
    expect((await profile(stranger.id)).json).toEqual({ userId: stranger.id, displayName: "ひろ" });
  });
});

describe("followers", () => {
  test("in pages, short ones among them, without those who blocked", async () => {
    const residents = await box.residents(7);
    for (const n of [0, 1, 2]) await act(residents[n] as Resident, "block");
    const pages: unknown[][] = [];
    let start: string | null = "";
    while (start !== null) {
      const { json } = await get(`/v2/bot/followers/ids?limit=3${start && `&start=${start}`}`);
      pages.push(json.userIds as unknown[]);
      start = (json.next as string | undefined) ?? null;
    }
    expect(pages.map((page) => page.length)).toEqual([0, 3, 1]);
    expect(pages.flat()).toEqual(residents.slice(3).map(({ id }) => id));
  });

  test("`next` lives a day; made-up ones and unverified accounts are refused", async () => {
    await box.residents(2);
    const { next } = (await get("/v2/bot/followers/ids?limit=1")).json;
    now += 24 * HOUR + 1;
    expect((await get(`/v2/bot/followers/ids?start=${next}`)).json.message).toBe("Invalid start param");
    expect((await get("/v2/bot/followers/ids?start=abc")).status).toBe(400);
    expect((await get("/v2/bot/followers/ids?limit=1001")).status).toBe(400);
    expect((await get("/v2/bot/followers/ids?limit=0")).status).toBe(400);
    await box.control("POST", "/config", { verified: false });
    expect((await get("/v2/bot/followers/ids")).status).toBe(403);
  });
});

describe("content", () => {
  const send = async (
    resident: Resident,
    query = "",
    body: BodyInit = "JPEG",
    type = "image/jpeg",
  ): Promise<ActAnswer> => {
    const headers: Record<string, string> = type ? { "content-type": type } : {};
    const response = await fetch(`${box.url}/_sandbox/residents/${resident.id}/image${query}`, {
      method: "POST",
      body,
      headers,
    });
    return (await response.json()) as ActAnswer;
  };
  const content = (id: string | null | undefined, more = "") => get(`/v2/bot/message/${id}/content${more}`);

  test("200, 202 until ready, 404, 410 once unsent", async () => {
    const resident = first(await box.residents(1));
    const { messageId } = await send(resident, "?pollsUntilReady=2");
    expect([(await content(messageId)).status, (await content(messageId)).status]).toEqual([202, 202]);
    const ready = await content(messageId);
    expect([ready.status, ready.headers.get("content-type"), ready.text]).toEqual([
      200,
      "image/jpeg",
      "JPEG",
    ]);
    expect((await content(messageId, "/preview")).text).toBe("JPEG");
    expect((await content(messageId, "/transcoding")).json.message).toBe(
      "Transcoding status doesn't support this type of content",
    );
    expect(await content("123")).toMatchObject({ status: 404, json: { message: "not found" } });
    await act(resident, "unsend", { messageId });
    expect(await content(messageId)).toMatchObject({ status: 410, json: { message: "The content is gone" } });
    expect((await content(messageId, "/preview")).status).toBe(410);
  });

  test("a picture that lies elsewhere, and a text, have none", async () => {
    const resident = first(await box.residents(1));
    expect((await content((await send(resident, "?external=true")).messageId)).status).toBe(404);
    const words = (await act(resident, "text", { text: "t" })).messageId;
    expect((await content(words)).status).toBe(404);
    expect((await content(words, "/preview")).json.message).toBe("The content can not be previewed");
  });

  test("several at once are a set", async () => {
    const resident = first(await box.residents(1));
    const files = new FormData();
    for (const name of ["a", "b", "c"])
      files.append("file", new File([name], `${name}.png`, { type: "image/png" }));
    const { events } = await send(resident, "", files, "");
    expect(events).toHaveLength(3);
    const { items } = await box.control<TalkAnswer>("GET", `/residents/${resident.id}/talk`);
    const sets = items.map(({ message }) => message?.imageSet);
    expect(sets).toEqual([1, 2, 3].map((index) => ({ id: events[0]?.messageId, index, total: 3 })));
    expect((await content(events[2]?.messageId)).text).toBe("c");
  });
});

test("loading shows until it is over or a message comes", async () => {
  const resident = first(await box.residents(1));
  const start = (body: object) => box.line("POST", "/v2/bot/chat/loading/start", body);
  const until = async () =>
    (await box.control<TalkAnswer>("GET", `/residents/${resident.id}/talk`)).loadingUntil;
  expect(await start({ chatId: resident.id, loadingSeconds: 5 })).toMatchObject({ status: 202, json: {} });
  expect(await until()).toBe(START + 5000);
  now += 5000;
  expect(await until()).toBeNull();
  await start({ chatId: resident.id });
  expect(await until()).toBe(now + 20_000);
  await box.line("POST", "/v2/bot/message/push", { to: resident.id, messages: [text("t")] });
  expect(await until()).toBeNull();
  for (const loadingSeconds of [0, 4, 7, 61, 65, "20"])
    expect((await start({ chatId: resident.id, loadingSeconds })).status).toBe(400);
  expect((await start({ chatId: "C1" })).status).toBe(400);
});

test("read marks: at once in bot mode, by token in chat mode", async () => {
  const resident = first(await box.residents(1));
  const read = async () =>
    (await box.control<TalkAnswer>("GET", `/residents/${resident.id}/talk`)).items.map((item) => item.read);
  await act(resident, "text", { text: "一" });
  await box.control("POST", "/config", { chatMode: "chat" });
  expect((await get("/v2/bot/info")).json).toMatchObject({ chatMode: "chat", markAsReadMode: "manual" });
  await act(resident, "text", { text: "二" });
  await act(resident, "text", { text: "三" });
  expect(await read()).toEqual([true, false, false]);
  const { items } = await box.control<TalkAnswer>("GET", `/residents/${resident.id}/talk`);
  const mark = (markAsReadToken: unknown) => box.line("POST", "/v2/bot/chat/markAsRead", { markAsReadToken });
  expect((await mark(items[1]?.message?.markAsReadToken)).status).toBe(200);
  expect(await read()).toEqual([true, true, false]);
  expect((await mark("made-up")).json.message).toBe(
    "Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.",
  );
});

describe("LINE Login", () => {
  const verify = (fields: Record<string, string>) => form("/oauth2/v2.1/verify", fields);

  test("a good ID token tells who it is", async () => {
    const resident = first(await box.residents(1));
    const { idToken } = await box.control<IssueIdTokenAnswer>("POST", "/login/id-token", {
      residentId: resident.id,
      nonce: "n",
    });
    expect(
      (await verify({ id_token: idToken, client_id: LOGIN_CHANNEL_ID, nonce: "n", user_id: resident.id }))
        .json,
    ).toMatchObject({
      iss: "https://access.line.me",
      sub: resident.id,
      aud: LOGIN_CHANNEL_ID,
      name: resident.name,
      exp: START / 1000 + 3600,
    });
  });

  test.each([
    [{ client_id: "1" }, 0, "Invalid IdToken Audience."],
    [{ nonce: "other" }, 0, "Invalid IdToken Nonce."],
    [{ user_id: "U1" }, 0, "Invalid IdToken Subject Identifier."],
    [{}, HOUR, "IdToken expired."],
    [{ id_token: "a.b.c" }, 0, "Invalid IdToken."],
    [{ id_token: "" }, 0, "Invalid IdToken."],
  ])("%j after %i ms: %s", async (fields, wait, description) => {
    const resident = first(await box.residents(1));
    const { idToken } = await box.control<IssueIdTokenAnswer>("POST", "/login/id-token", {
      residentId: resident.id,
    });
    now += wait;
    expect(await verify({ id_token: idToken, client_id: LOGIN_CHANNEL_ID, ...fields })).toMatchObject({
      status: 400,
      json: { error: "invalid_request", error_description: description },
    });
  });

  test("an access token opens profile and friendship", async () => {
    const resident = first(await box.residents(1));
    const { accessToken } = await box.control<IssueIdTokenAnswer>("POST", "/login/id-token", {
      residentId: resident.id,
    });
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await box.line("GET", "/v2/profile", undefined, headers)).json).toMatchObject({
      userId: resident.id,
    });
    expect((await box.line("GET", "/friendship/v1/status", undefined, headers)).json).toEqual({
      friendFlag: true,
    });
    expect((await get(`/oauth2/v2.1/verify?access_token=${accessToken}`)).json).toMatchObject({
      client_id: LOGIN_CHANNEL_ID,
    });
    expect((await get("/v2/profile")).status).toBe(401);
  });
});

test("unknown addresses, and the control interface under another host name, do not exist", async () => {
  expect((await get("/v2/bot/unknown")).status).toBe(404);
  const { request } = await import("undici");
  const answer = await request(`${box.url}/_sandbox/health`, { headers: { host: "evil.example" } });
  expect(answer.statusCode).toBe(404);
  const residents = async () => (await box.control<{ total: number }>("GET", "/residents")).total;
  const before = await residents();
  for (const headers of [
    { origin: "https://evil.example", "content-type": "text/plain" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ] as Record<string, string>[]) {
    const sent = await request(`${box.url}/_sandbox/residents`, { method: "POST", headers, body: "{}" });
    expect(sent.statusCode, JSON.stringify(headers)).toBe(404);
  }
  expect(await residents()).toBe(before);
  const closed = await openSandbox({ control: false });
  expect((await read(await fetch(`${closed.url}/_sandbox/health`))).status).toBe(404);
  await closed.close();
});
