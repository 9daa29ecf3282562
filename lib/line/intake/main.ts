import http from "node:http";
import { openDatabase } from "@/db";
import { startSettings } from "@/lib/core/env";
import { errorFields, log } from "@/lib/core/log";
import { createWaker } from "@/lib/core/wake-up";
import { readMedia } from "@/lib/media/serve/queries";
import { getStorage } from "@/lib/storage/gateway";
import { readBody } from "../body";
import { receiveWebhook } from "../commands";
import { openResidentPages } from "./pages-gateway";

/**
 * The public side alone: for surges, and for networks where only this may face the internet. It shares the webhook, the
 * pictures of messages and the residents' settings page with the console and can do nothing else.
 */
const settings = startSettings("intake", true);
const database = openDatabase(settings.DATABASE_URL ?? "", {
  max: 10,
  connectTimeoutMs: 1_200,
  statementTimeoutMs: 5_000,
  name: "madoguchi-intake",
});
const deps = {
  pool: database.pool,
  channelSecret: settings.LINE_CHANNEL_SECRET,
  waker: createWaker(database.pool),
};
/** Without LIFF there is no such page: residents set everything in the talk. */
const pages = settings.LIFF_ID ? openResidentPages(process.cwd(), settings.PORT) : null;

function answer(response: http.ServerResponse, status: number, message: string): void {
  const body = JSON.stringify({ message });
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}

async function handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  if (request.url === "/api/health" && request.method === "GET") {
    const alive = await database.pool.query("select 1").then(
      () => true,
      () => false,
    );
    return answer(response, alive ? 200 : 503, alive ? "ok" : "The database is away");
  }
  if (request.method === "GET" && request.url?.startsWith("/media/")) {
    const found = await readMedia({ db: database.db }, getStorage(), request.url);
    if (!found) return answer(response, 404, "Not found");
    response.writeHead(200, found.headers);
    response.end(found.bytes);
    return;
  }
  if (pages?.serves(request)) {
    return pages.handle(request, response).catch((error) => {
      log.error({ event: "intake.page-failed", ...errorFields(error) });
      if (response.headersSent) response.destroy();
      else answer(response, 503, "The page is not there at the moment. Please try again.");
    });
  }
  if (request.url !== "/api/line/webhook") return answer(response, 404, "Not found");
  if (request.method !== "POST") return answer(response, 405, "Use POST");
  const signature = request.headers["x-line-signature"];
  const body = await readBody(request, request.headers["content-length"] ?? null);
  const result = await receiveWebhook(deps, {
    body,
    signature: typeof signature === "string" ? signature : null,
  });
  answer(response, result.status, result.message);
  if (body === null) request.destroy();
}

const server = http.createServer((request, response) => {
  handle(request, response).catch(() => {
    // The sender went away in mid-body: nothing was stored and nobody is left to answer.
    response.destroy();
  });
});
server.requestTimeout = 10_000;
server.headersTimeout = 5_000;
server.keepAliveTimeout = 65_000;
server.on("error", (error: NodeJS.ErrnoException) => {
  const why = error.code === "EADDRINUSE" ? `port ${settings.PORT} is taken (PORT)` : String(error);
  process.stderr.write(`The intake cannot start: ${why}\n`);
  process.exit(1);
});
server.listen(settings.PORT, () => log.info({ event: "intake.started", port: settings.PORT }));

/** Whoever has not sent a request or taken an answer for so long after the signal is cut off. */
const PATIENCE_MS = 5_000;
let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1); // a second signal does not wait
    stopping = true;
    server.close(
      () =>
        void deps.waker
          .flush()
          .then(() => pages?.close())
          .then(() => database.close())
          .then(() => process.exit(0)),
    );
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
  });
}
