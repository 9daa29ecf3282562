import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it } from "vitest";

/** As Next's server ends: it waits for every answer. One page hears the feed, one takes nothing of what it is sent. */
const SERVER = `
import http from "node:http";
import net from "node:net";
import { endFeedsWithProcess } from "./lib/live/stop-store.ts";
import { getHub } from "./lib/live/store.ts";
endFeedsWithProcess();
endFeedsWithProcess();
const server = http.createServer((request, response) => {
  if (request.url === "/large")
    return response.once("drain", () => response.end()).write(Buffer.alloc(30_000_000));
  response.write(": welcome\\n\\n");
  const actor = { kind: "staff", sessionId: "s", roles: [] };
  getHub().subscribe({ actor, send() {}, beat() {}, close: () => response.end() });
});
server.listen(0, "127.0.0.1", async () => {
  const { port } = server.address();
  const ask = (url) => net.connect(port, "127.0.0.1").once("data", function () { this.pause(); heard(); })
    .on("error", () => {}).write("GET " + url + " HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n");
  let waiting = process.argv.length > 1 ? 2 : 1;
  const heard = () => { waiting -= 1; if (waiting === 0) process.stdout.write("ready"); };
  ask("/feed");
  if (waiting === 2) ask("/large");
});
process.on("SIGTERM", () => server.close(() => process.exit(143)));
`;

const settings = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  APP_URL: "http://127.0.0.1:4000",
  AUTH_SECRET: "a secret of the tests, long enough to do",
  LINE_CHANNEL_SECRET: "x",
};

it.each([
  ["an open console", [], 7_000],
  ["somebody who takes nothing", ["large"], 20_000],
])("a web process ends in spite of %s", async (_what, more, withinMs) => {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", SERVER, "--", ...more],
    {
      cwd: path.resolve(import.meta.dirname, "../.."),
      env: { ...process.env, ...settings },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  try {
    await once(child.stdout, "data");
    const from = performance.now();
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(143);
    expect(performance.now() - from).toBeLessThan(withinMs);
  } finally {
    child.kill("SIGKILL");
  }
});
