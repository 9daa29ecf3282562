import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { findFreePort } from "../../lib/demo/port-gateway";
import { ROOT } from "./run";

/** One running demo city: what a newcomer gets from `npm run demo`, on free ports and in a temporary folder. */
export type Stack = {
  city: "kumamoto" | "musashino";
  appUrl: string;
  sandboxUrl: string;
  mailboxUrl: string;
  folder: string;
};
export const STACKS_SETTING = "MADOGUCHI_E2E_STACKS";

/** The stacks that the global set-up started, in a test. */
export function stackOf(city: Stack["city"]): Stack {
  const all = JSON.parse(process.env[STACKS_SETTING] ?? "[]") as Stack[];
  const found = all.find((s) => s.city === city);
  if (!found) throw new Error(`no stack for ${city}: tests run through npm run e2e`);
  return found;
}

async function startStack(city: Stack["city"]): Promise<Stack & { stop: () => Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `madoguchi-e2e-${city}-`));
  const [web, sandbox, mailbox, mailIntake] = [
    await findFreePort(),
    await findFreePort(),
    await findFreePort(),
    await findFreePort(),
  ];
  const logFile = path.join(folder, "supervisor.log");
  const out = fs.openSync(logFile, "w");
  // Without tsx's own wrapper, which kills a supervisor that is slow to hear it: its programs would live on.
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "lib/demo/main.ts", "--city", city, "--data", path.join(folder, "data")],
    {
      cwd: ROOT,
      stdio: ["ignore", out, out],
      env: {
        ...process.env,
        DATABASE_URL: "",
        PORT: String(web),
        SANDBOX_PORT: String(sandbox),
        MAIL_SINK_PORT: String(mailbox),
        MAIL_INTAKE_PORT: String(mailIntake),
      },
    },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const stack = {
    city,
    appUrl: `http://localhost:${web}`,
    sandboxUrl: `http://localhost:${sandbox}`,
    mailboxUrl: `http://localhost:${mailbox}`,
    folder,
  };
  const until = Date.now() + 300_000;
  for (;;) {
    const ready = await fetch(`${stack.appUrl}/api/health`)
      .then((r) => r.json() as Promise<{ worker?: { state?: string } }>)
      .then((h) => h.worker?.state === "ok")
      .catch(() => false);
    if (ready) return { ...stack, stop };
    if (child.exitCode !== null || Date.now() > until) {
      const log = fs.readFileSync(logFile, "utf8");
      await stop();
      throw new Error(`The demo of ${city} did not start:\n${log.slice(-4_000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/**
 * Playwright's global set-up: both cities (the first one to come builds for both). Stacks that run already, named in
 * the environment, are used as they are: for writing journeys.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[STACKS_SETTING]) return async () => {};
  const started = await Promise.allSettled([startStack("kumamoto"), startStack("musashino")]);
  const stacks = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = started.find((one) => one.status === "rejected");
  if (failed) {
    await Promise.all(stacks.map((s) => s.stop()));
    throw failed.reason;
  }
  process.env[STACKS_SETTING] = JSON.stringify(stacks);
  return async () => {
    await Promise.all(stacks.map((s) => s.stop()));
  };
}
