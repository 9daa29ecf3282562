import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { startEmbedded } from "../../db/embedded";
import { type DemoSecrets, demoSettings } from "../../lib/demo/plan";
import { findFreePort } from "../../lib/demo/port-gateway";
import { waitFor } from "./house";
import { ROOT } from "./run";
import type { Stack } from "./stacks";

/** The receiver program alone, on the stack's database: what a network lets residents reach while the console is closed. */
export async function openPublicSide(stack: Stack): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataFolder = path.join(stack.folder, "data");
  const { url: databaseUrl } = await startEmbedded(path.join(dataFolder, "pg")); // it runs: this only attaches
  const secrets = JSON.parse(fs.readFileSync(path.join(dataFolder, "demo.json"), "utf8")) as DemoSecrets;
  const portOf = (address: string) => Number(new URL(address).port);
  const port = await findFreePort();
  const ports = {
    web: port,
    sandbox: portOf(stack.sandboxUrl),
    mailbox: portOf(stack.mailboxUrl),
    mailIntake: 0,
    smtp: 0,
  };
  const child = spawn(process.execPath, ["--import", "tsx", "lib/line/intake/main.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...demoSettings({ city: stack.city, ports, secrets, databaseUrl, dataFolder }),
      MAIL_INTAKE_PORT: "",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://localhost:${port}`;
  await waitFor("public side", async () => (await fetch(`${url}/api/health`)).ok);
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
