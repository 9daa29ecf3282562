import http from "node:http";
import type { AddressInfo } from "node:net";
import { getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Settings } from "@/lib/core/env";
import { BOUNDS } from "./bound-gateway";
import { boundCalls, createLineGateway, type LineGateway } from "./gateway";

/** A platform that answers, and takes its time over it: a piece every 50 ms, as many as it is told. */
let pieces = 0;
let closed = 0;
const server = http.createServer((request, response) => {
  request.resume();
  const isFile = request.url?.endsWith("/content");
  response.writeHead(200, { "content-type": isFile ? "image/jpeg" : "application/json" });
  const body = isFile ? "x" : " ";
  let said = 0;
  const timer = setInterval(() => {
    said += 1;
    if (said <= pieces) response.write(body);
    else response.end(isFile ? "" : "{}");
  }, 50);
  response.on("close", () => {
    clearInterval(timer);
    closed += 1;
  });
});
const before = getGlobalDispatcher();
let line: LineGateway;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  line = createLineGateway({
    LINE_CHANNEL_ACCESS_TOKEN: "token",
    LINE_API_BASE_URL: base,
    LINE_DATA_API_BASE_URL: base,
  } as Settings);
  boundCalls({ ...BOUNDS, callMs: 400, fileMs: 1_200 });
});
afterAll(() => {
  setGlobalDispatcher(before);
  server.closeAllConnections();
  server.close();
});

const KEY = "0e3f3c64-0000-4000-8000-000000000000";
const multicast = () => line.multicast({ to: ["U1"], messages: [], unit: "u" }, KEY);

describe("an answer that comes in drops", () => {
  it("is taken when it is whole in time", async () => {
    pieces = 2;
    expect(await multicast()).toMatchObject({ kind: "answered", status: 200 });
  });

  it("is silence when it goes on for ever, and the connection is let go", async () => {
    pieces = Number.POSITIVE_INFINITY;
    const [begun, before] = [performance.now(), closed];
    expect(await multicast()).toEqual({ kind: "silent", error: "ETIMEDOUT" });
    expect(performance.now() - begun).toBeLessThan(2_000);
    await expect.poll(() => closed).toBe(before + 1);
    expect(await line.quota()).toBeNull();
    expect(await line.followers("20261122")).toEqual({ kind: "failed", error: "ETIMEDOUT" });
    expect(await line.language(`U${"0".repeat(32)}`)).toBeNull();
  });

  it("of a photo has longer, and an end all the same", async () => {
    pieces = 12;
    expect(await line.content("1", 1_000)).toMatchObject({
      kind: "ready",
      bytes: Buffer.from("x".repeat(12)),
    });
    pieces = Number.POSITIVE_INFINITY;
    expect(await line.content("1", 1_000)).toEqual({ kind: "silent", error: "ETIMEDOUT" });
    const before = closed;
    expect(await line.content("1", 3)).toEqual({ kind: "too-large" });
    await expect.poll(() => closed).toBe(before + 1);
  });
});

it("a whole call, with its connection, is shorter than a lease", () => {
  expect(BOUNDS.connectMs + BOUNDS.callMs).toBeLessThan(20_000);
});
