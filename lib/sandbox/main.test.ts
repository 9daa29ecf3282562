import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LedgerAnswer } from "./protocol";

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-"));
});
afterEach(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function start(port: number, mode = "demo"): Promise<string> {
  const url = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "main.ts")], {
    stdio: "ignore",
    env: {
      ...process.env,
      MADOGUCHI_MODE: mode,
      LINE_CHANNEL_ID: "1",
      LINE_CHANNEL_SECRET: "secret",
      LINE_CHANNEL_ACCESS_TOKEN: "token",
      LINE_API_BASE_URL: url,
      LINE_DATA_API_BASE_URL: url,
      APP_URL: "",
      SANDBOX_URL: "",
      SANDBOX_HOSTS: "",
      SANDBOX_PORT: String(port),
      SANDBOX_DATA: folder,
    },
  });
  for (let n = 0; n < 400; n += 1) {
    if (await fetch(`${url}/v2/bot/info`).catch(() => null)) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the sandbox did not start");
}

test("killed in the middle of sending, it remembers everything it had accepted", {
  timeout: 60_000,
}, async () => {
  const port = await freePort();
  const url = await start(port);
  const made = await fetch(`${url}/_sandbox/residents`, {
    method: "POST",
    body: JSON.stringify({ count: 1, follow: "silent" }),
  });
  const { residents } = (await made.json()) as { residents: { id: string }[] };
  const accepted: string[] = [];
  const push = async (n: number): Promise<void> => {
    const response = await fetch(`${url}/v2/bot/message/push`, {
      method: "POST",
      headers: { authorization: "Bearer token", "content-type": "application/json" },
      body: JSON.stringify({ to: residents[0]?.id, messages: [{ type: "text", text: String(n) }] }),
    });
    if (response.status === 200) accepted.push(response.headers.get("x-line-request-id") ?? "");
    if (accepted.length === 60) child?.kill("SIGKILL");
  };
  await Promise.allSettled(Array.from({ length: 200 }, (_, n) => push(n)));
  expect(accepted.length).toBeGreaterThanOrEqual(60);
  await start(port);
  const { entries } = (await (await fetch(`${url}/_sandbox/ledger?limit=5000`)).json()) as LedgerAnswer;
  const known = new Set(entries.map(({ requestId }) => requestId));
  expect(accepted.filter((requestId) => !known.has(requestId))).toEqual([]);
});

test("outside demo mode nobody can look into it or steer it", { timeout: 60_000 }, async () => {
  const url = await start(await freePort(), "");
  const headers = { authorization: "Bearer token" };
  expect((await fetch(`${url}/v2/bot/info`, { headers })).status).toBe(200);
  for (const path of ["health", "ledger", "residents", "config", "faults", "webhooks/redeliver"])
    expect([path, (await fetch(`${url}/_sandbox/${path}`)).status]).toEqual([path, 404]);
  expect((await fetch(`${url}/_sandbox/residents`, { method: "POST", body: "{}" })).status).toBe(404);
});
