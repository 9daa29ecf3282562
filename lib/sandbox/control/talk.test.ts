import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { residentId } from "../ids";
import type {
  ActAnswer,
  CreateResidentsAnswer,
  LedgerAnswer,
  LedgerSummary,
  MediaChecksAnswer,
  Resident,
  ResidentsAnswer,
  TalkAnswer,
} from "../protocol";
import { first, openSandbox, poll, type TestSandbox, text } from "../testing/sandbox";

let site: Server;
let box: TestSandbox;
let resident: Resident;

beforeEach(async () => {
  site = createServer((request, response) => {
    const type = { "/a.jpg": "image/jpeg", "/page": "text/html" }[request.url ?? ""];
    response.writeHead(type ? 200 : 404, type ? { "content-type": type } : {}).end(type ? "bytes" : "");
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  box = await openSandbox({
    hostsText: `city.test=http://127.0.0.1:${(site.address() as AddressInfo).port}`,
  });
  resident = first(await box.residents(1));
});
afterEach(async () => {
  await box.close();
  await new Promise((resolve) => site.close(resolve));
});

const talk = (query = ""): Promise<TalkAnswer> =>
  box.control("GET", `/residents/${resident.id}/talk${query}`);
const act = (name: string, body: object = {}): Promise<ActAnswer> =>
  box.control("POST", `/residents/${resident.id}/${name}`, body);
const push = (...messages: unknown[]) =>
  box.line("POST", "/v2/bot/message/push", { to: resident.id, messages });

test("both directions in order, with a cursor", async () => {
  await act("text", { text: "一" });
  await push(text("二"), text("三"));
  await act("postback", { data: "d", displayText: "四" });
  await act("postback", { data: "silent" });
  const all = await talk();
  expect(all.items.map(({ from, kind, message }) => [from, kind, message?.text])).toEqual([
    ["resident", "message", "一"],
    ["bot", "message", "二"],
    ["bot", "message", "三"],
    ["resident", "postback", "四"],
    ["resident", "postback", undefined],
  ]);
  expect(all.lastSeq).toBe(all.items.at(-1)?.seq);
  expect(all.resident).toMatchObject({ id: resident.id, messages: 4 });
  const after = await talk(`?after=${all.items[1]?.seq}`);
  expect(after.items).toEqual(all.items.slice(2));
  expect((await talk("?limit=2")).items).toEqual(all.items.slice(-2));
});

test("an unsent message leaves its place and nothing else", async () => {
  const { messageId } = await act("text", { text: "秘密" });
  await act("unsend", { messageId });
  expect(await talk()).toMatchObject({
    unsent: [messageId],
    items: [{ messageId, unsent: true, message: null }],
  });
  await expect(act("unsend", { messageId })).rejects.toThrow("400");
});

test("the stream sends what stands, then what happens", async () => {
  await act("text", { text: "一" });
  const response = await fetch(`${box.url}/_sandbox/residents/${resident.id}/stream`);
  const reader = response.body?.getReader();
  let got = "";
  const until = async (part: string): Promise<void> => {
    while (!got.includes(part)) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error(`the stream ended before ${part}`);
      got += Buffer.from(value ?? []).toString();
    }
  };
  await until("event: state");
  expect(got).toContain("一");
  await push(text("二"));
  await until("二");
  await box.line("POST", "/v2/bot/chat/loading/start", { chatId: resident.id });
  await until('"loadingUntil":1');
  await reader?.cancel();
});

describe("residents", () => {
  test("have the ids that SQL can make, and are made once", async () => {
    const make = (body: object): Promise<CreateResidentsAnswer> => box.control("POST", "/residents", body);
    const made = await make({ seed: "kumamoto", count: 2 });
    expect(made.residents.map(({ id }) => id)).toEqual([
      residentId("kumamoto", 1),
      residentId("kumamoto", 2),
    ]);
    // select 'U' || md5('kumamoto:1')
    expect(first(made.residents).id).toBe("Uaf3cf3eaec09ccdf126ef3c3e68a9dd2");
    expect(await make({ seed: "kumamoto", count: 3 })).toMatchObject({ created: 1 });
    const page = await box.control<ResidentsAnswer>("GET", "/residents?limit=3");
    expect(page.total).toBe(4);
    expect(
      (await box.control<ResidentsAnswer>("GET", `/residents?after=${page.next}`)).residents,
    ).toHaveLength(1);
  });

  test("a following one cannot follow, a blocked one not block again; unknown ones do nothing", async () => {
    await expect(act("follow")).rejects.toThrow("friend already");
    await act("block");
    await expect(act("block")).rejects.toThrow("blocked the account already");
    await expect(box.control("POST", `/residents/U${"0".repeat(32)}/text`, { text: "t" })).rejects.toThrow(
      "no resident",
    );
    await expect(act("text", {})).rejects.toThrow("text:");
  });
});

test("pictures of messages are fetched through the mapped hosts, looked at and shown", async () => {
  const picture = (name: string) => ({
    type: "image",
    originalContentUrl: `https://city.test/${name}`,
    previewImageUrl: "https://city.test/a.jpg",
  });
  await push(picture("a.jpg"), picture("page"), picture("gone.jpg"));
  await push({ ...picture("a.jpg"), originalContentUrl: "https://elsewhere.example/a.jpg" });
  const ask = () => box.control<MediaChecksAnswer>("GET", "/media/checks");
  const { checks } = await poll(ask, (answer) => answer.checks.length === 4);
  expect(new Map(checks.map(({ url, problem }) => [url, problem]))).toEqual(
    new Map([
      ["https://city.test/a.jpg", null],
      ["https://city.test/page", "content type text/html"],
      ["https://city.test/gone.jpg", "status 404"],
      ["https://elsewhere.example/a.jpg", "unknown host"],
    ]),
  );
  const media = (url: string) => fetch(`${box.url}/_sandbox/media?url=${encodeURIComponent(url)}`);
  expect(await (await media("https://city.test/a.jpg")).text()).toBe("bytes");
  expect((await media("https://elsewhere.example/a.jpg")).status).toBe(404);
  expect((await media("file:///etc/passwd")).status).toBe(404);
});

test("the ledger can be asked by endpoint, resident, key and cursor, and finds what was sent twice", async () => {
  const [, other] = (await box.residents(2)) as [Resident, Resident];
  await push(text("同じ"));
  await push(text("同じ"));
  await box.line("POST", "/v2/bot/message/multicast", { to: [other.id, other.id], messages: [text("二度")] });
  const ask = async (query: string) => (await box.control<LedgerAnswer>("GET", `/ledger${query}`)).entries;
  expect((await ask("?endpoint=push")).map(({ seq }) => seq)).toEqual([1, 2]);
  expect((await ask(`?to=${other.id}`)).map(({ to }) => to)).toEqual([[other.id, other.id]]);
  expect((await ask("?after=1&limit=1")).map(({ seq }) => seq)).toEqual([2]);
  expect(await ask("?retryKey=none")).toEqual([]);
  expect(
    (await ask("?omit=messages,to")).every(({ messages, to }) => messages.length + to.length === 0),
  ).toBe(true);
  const { duplicates } = await box.control<LedgerSummary>("GET", "/ledger/summary");
  expect(duplicates.pairs).toBe(2);
  expect(duplicates.examples.map(({ to, times }) => [to, times])).toEqual([
    [resident.id, 2],
    [other.id, 2],
  ]);
});
