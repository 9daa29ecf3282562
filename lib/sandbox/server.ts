import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { errorFields, log } from "@/lib/core/log";
import { ActRefused } from "./acts";
import { actRoutes } from "./control/acts";
import { ledgerRoutes } from "./control/ledger";
import { residentRoutes } from "./control/residents";
import { settingRoutes } from "./control/settings";
import { talkRoutes } from "./control/talk";
import { webhookRoutes } from "./control/webhooks";
import type { Endpoint } from "./platform/call";
import { contentEndpoints } from "./platform/content";
import { runEndpoint } from "./platform/gate";
import { loginEndpoints } from "./platform/login";
import { readingEndpoints } from "./platform/reading";
import { richMenuAliasEndpoints } from "./platform/rich-menu-aliases";
import { richMenuLinkEndpoints } from "./platform/rich-menu-links";
import { richMenuEndpoints } from "./platform/rich-menus";
import { sendingEndpoints } from "./platform/sending";
import { statisticsEndpoints } from "./platform/statistics";
import { tokenEndpoints } from "./platform/tokens";
import { webhookEndpointEndpoints } from "./platform/webhook-endpoint";
import type { ControlError } from "./protocol";
import { createWorld, type World, type WorldOptions } from "./world";

/** Longer paths first where a name could be taken for an id: alias before {richMenuId}, `all` before {userId}. */
const ENDPOINTS: readonly Endpoint[] = [
  ...sendingEndpoints,
  ...contentEndpoints,
  ...readingEndpoints,
  ...richMenuAliasEndpoints,
  ...richMenuLinkEndpoints,
  ...richMenuEndpoints,
  ...tokenEndpoints,
  ...loginEndpoints,
  ...webhookEndpointEndpoints,
  ...statisticsEndpoints,
];

export type SandboxOptions = WorldOptions & {
  /** 0: any free one. */
  port: number;
  /** The `/_sandbox/*` routes; only in demo mode and tests. */
  control: boolean;
};

export type Sandbox = { url: string; world(): World; close(): Promise<void> };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Starts the sandbox on this machine only. The port comes first: a second sandbox must not touch the log of the first. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let world: World | null = null;
  const current = (): World => {
    if (!world) throw new Error("the sandbox is starting");
    return world;
  };

  async function reset(all: boolean): Promise<void> {
    const { webhookUrl } = current().config;
    await current().stop();
    for (const name of ["log.jsonl", "content"])
      rmSync(path.join(options.folder, name), { recursive: true, force: true });
    world = createWorld(options);
    if (!all && webhookUrl !== null) world.journal.commit("config", { webhookUrl });
  }

  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const endpoint of ENDPOINTS)
    app.on(endpoint.method, endpoint.path, (c) => runEndpoint(current(), endpoint, c));
  if (options.control) addControl(app as unknown as Hono, current, reset);
  app.notFound((c) => c.json({ message: "Not found" }, 404, { "x-line-request-id": randomUUID() }));

  const server: ServerType = await new Promise((resolve, reject) => {
    const starting = serve(
      {
        fetch: app.fetch,
        port: options.port,
        hostname: "127.0.0.1",
        // Node's 5 s closes connections that a client under load is about to use again.
        serverOptions: { keepAliveTimeout: 65_000 },
      },
      () => resolve(starting),
    );
    starting.once("error", reject);
  });
  world = createWorld(options);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    world: current,
    async close() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await current().stop();
    },
  };
}

/** A browser that another page sends here says so. Programs say nothing; this interface has no pages of its own. */
function isFromElsewhere(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  return headers.get("origin") !== null || (site !== null && site !== "same-origin" && site !== "none");
}

function addControl(app: Hono, world: () => World, reset: (all: boolean) => Promise<void>): void {
  app.use("/_sandbox/*", async (c, next) => {
    // A page elsewhere that resolves its own name to this machine gets nothing.
    if (!LOOPBACK.test(c.req.header("host") ?? "") || isFromElsewhere(c.req.raw.headers))
      return c.json({ error: "only on this machine" } satisfies ControlError, 404);
    await next();
  });
  settingRoutes(app, world, reset);
  residentRoutes(app, world);
  actRoutes(app, world);
  talkRoutes(app, world);
  ledgerRoutes(app, world);
  webhookRoutes(app, world);
  app.onError((error, c) => {
    if (error instanceof ActRefused) return c.json({ error: error.message } satisfies ControlError, 400);
    log.error({ event: "sandbox.control.failed", ...errorFields(error) }, "a control call failed");
    return c.json({ error: "the sandbox failed" }, 500);
  });
}
