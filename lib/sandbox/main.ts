import { isDemo, startSettings } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { parseHosts } from "./hosts";
import { type Sandbox, startSandbox } from "./server";

/** The LINE sandbox: api.line.me, api-data.line.me and LINE Login for one account, on this machine. */
const settings = startSettings("sandbox");

function giveUp(error: unknown): never {
  const taken = (error as { code?: string }).code === "EADDRINUSE";
  const why = taken ? `port ${settings.SANDBOX_PORT} is taken (SANDBOX_PORT)` : String(error);
  process.stderr.write(`The LINE sandbox cannot start: ${why}\n`);
  process.exit(1);
}

async function start(): Promise<Sandbox> {
  return startSandbox({
    port: settings.SANDBOX_PORT,
    folder: settings.SANDBOX_DATA,
    hosts: parseHosts(settings.SANDBOX_HOSTS),
    loginChannelId: settings.LINE_LOGIN_CHANNEL_ID,
    control: isDemo(),
    channel: {
      id: settings.LINE_CHANNEL_ID,
      secret: settings.LINE_CHANNEL_SECRET,
      longLivedToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
    },
  });
}

const sandbox = await start().catch(giveUp);
log.info({ event: "sandbox.started", url: sandbox.url, control: isDemo() }, "LINE sandbox is listening");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    void sandbox.close().finally(() => process.exit(0));
  });
}
