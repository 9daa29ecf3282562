import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { afterEach, expect, it } from "vitest";

const open: net.Socket[] = [];
let child: ChildProcess | undefined;
let said = "";
afterEach(() => {
  child?.kill("SIGKILL");
  for (const socket of open.splice(0)) socket.destroy();
});

const portOf = (server: net.Server) => (server.address() as net.AddressInfo).port;
async function listening(): Promise<net.Server> {
  const server = net.createServer().listen(0);
  await once(server, "listening");
  return server;
}

/** The receiver on a database that nobody is at: it starts all the same. Answers how it ended. */
function start(port: number): Promise<number | null> {
  said = "";
  child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "main.ts")], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
      LINE_CHANNEL_SECRET: "x",
      STORAGE_URL: "file:.data/blobs",
      LIFF_ID: "",
      MADOGUCHI_MODE: "",
      SANDBOX_URL: "",
      LOG_LEVEL: "info",
      PORT: String(port),
    },
  });
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const running = child;
  return new Promise((resolve) => running.once("close", (code) => resolve(code)));
}

/** A receiver of which one sender has sent half of a request. */
async function startWithSlowSender(): Promise<{ ended: Promise<number | null> }> {
  const free = await listening();
  const port = portOf(free);
  free.close();
  const ended = start(port);
  while (!said.includes("intake.started")) await new Promise((resolve) => setTimeout(resolve, 20));
  const socket = net.connect(port, "127.0.0.1");
  open.push(socket);
  socket.on("error", () => {});
  socket.write("POST /api/line/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { ended };
}

it("says that its port is taken", async () => {
  const other = await listening();
  const ended = start(portOf(other));
  expect(await ended).toBe(1);
  expect(said).toBe(`The intake cannot start: port ${portOf(other)} is taken (PORT)\n`);
  other.close();
});

it("does not wait for who never ends", async () => {
  const { ended } = await startWithSlowSender();
  child?.kill("SIGTERM");
  expect(await ended).toBe(0);
});

it("ends at once with a second signal", async () => {
  const { ended } = await startWithSlowSender();
  child?.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const from = performance.now();
  child?.kill("SIGTERM");
  expect(await ended).toBe(1);
  expect(performance.now() - from).toBeLessThan(2_000);
});
