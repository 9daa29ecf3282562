import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { embeddedPid, startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { type Bundle, bundlePrograms } from "@/lib/demo/bundle-gateway";
import { type DemoSecrets, demoSettings, type Ports, webArgs } from "@/lib/demo/plan";
import { findFreePort } from "@/lib/demo/port-gateway";
import { ROOT } from "./run";

/**
 * A house under test: a database of its own and each program on its own, so that a bench can measure one of them and a
 * fault run can kill it.
 */
export type ProgramName = "sandbox" | "web" | "intake" | "worker" | "mailbox";
export type House = {
  folder: string;
  ports: Ports & { intake: number };
  databaseUrl: string;
  /** What the database itself wrote down. */
  databaseLog: string;
  secrets: DemoSecrets;
  /** Starts a program and waits until it answers. `more` is added to its settings; `programs`: others than the usual. Answers its process id. */
  start: (name: ProgramName, more?: Record<string, string>, programs?: Bundle) => Promise<Program>;
  /** Loads the city's content, without its demo life. */
  seed: () => Promise<void>;
  startDatabase: () => Promise<void>;
  databasePid: () => number | null;
  stop: () => Promise<void>;
};
export type Program = {
  name: ProgramName;
  pid: number;
  process: ChildProcess;
  exited: Promise<void>;
  alive: () => boolean;
};

export async function waitFor(
  what: string,
  check: () => Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    if (await check().catch(() => false)) return;
    if (Date.now() > until) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
    await sleep(50);
  }
}

const answers = (url: string) => fetch(url, { signal: AbortSignal.timeout(5_000) }).then((r) => r.ok);

/**
 * `scratch`: a database without fsync, for runs that do not measure or crash it. `pgFolder`: where the database lies, and
 * stays when the house is gone. `pgCopyOf`: such a folder, of a house that is gone, to begin with what is in it.
 */
export async function openHouse(options: {
  city: "kumamoto" | "musashino";
  scratch?: boolean;
  webPort?: "web" | "intake";
  pgFolder?: string;
  pgCopyOf?: string;
}): Promise<House> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-house-"));
  const ports = {
    web: await findFreePort(),
    sandbox: await findFreePort(),
    mailbox: await findFreePort(),
    mailIntake: await findFreePort(),
    smtp: await findFreePort(),
    intake: await findFreePort(),
  };
  const secrets: DemoSecrets = {
    channelId: "2000000001",
    channelSecret: "0123456789abcdef0123456789abcdef",
    channelAccessToken: "house-token-house-token-house-token",
    loginChannelId: "2000000002",
    liffId: "2000000002-house",
    authSecret: "house-secret-house-secret-house-secret-house",
  };
  const pgFolder = options.pgFolder ?? path.join(folder, "pg");
  if (options.pgCopyOf) fs.cpSync(options.pgCopyOf, pgFolder, { recursive: true });
  const pgPort = await findFreePort();
  const startPg = () => startEmbedded(pgFolder, { scratch: options.scratch ?? false, port: pgPort });
  let database = await startPg();
  await migrateDatabase(database.url);
  const settings: Record<string, string> = {
    ...demoSettings({ city: options.city, ports, secrets, databaseUrl: database.url, dataFolder: folder }),
    LOG_LEVEL: "warn",
  };
  if (options.webPort === "intake")
    settings.SANDBOX_HOSTS = String(settings.SANDBOX_HOSTS).replace(`:${ports.web}`, `:${ports.intake}`);
  const running = new Set<Program>();
  const bundle = await bundlePrograms(ROOT);
  const commands: Record<ProgramName, { entry: string | null; port: number | null; health: string | null }> =
    {
      sandbox: {
        entry: "lib/sandbox/main.ts",
        port: null,
        health: `http://127.0.0.1:${ports.sandbox}/_sandbox/health`,
      },
      mailbox: {
        entry: "lib/mail/sink/main.ts",
        port: null,
        health: `http://127.0.0.1:${ports.mailbox}/`,
      },
      worker: { entry: "lib/jobs/main.ts", port: null, health: null },
      intake: {
        entry: "lib/line/intake/main.ts",
        port: ports.intake,
        health: `http://127.0.0.1:${ports.intake}/api/health`,
      },
      web: {
        entry: null, // Next's own
        port: ports.web,
        health: `http://127.0.0.1:${ports.web}/api/health`,
      },
    };

  const start: House["start"] = async (name, more = {}, programs = bundle) => {
    const { entry, port, health } = commands[name];
    const log = fs.openSync(path.join(folder, `${name}.log`), "a");
    const args = entry ? programs.argsOf(entry) : webArgs(ports.web);
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...settings, ...(port ? { PORT: String(port) } : {}), ...more },
      stdio: ["ignore", log, log],
    });
    fs.closeSync(log);
    let gone = false;
    const exited = new Promise<void>((resolve) =>
      child.once("exit", () => {
        gone = true;
        running.delete(program);
        resolve();
      }),
    );
    const program: Program = { name, pid: child.pid ?? 0, process: child, exited, alive: () => !gone };
    running.add(program);
    if (health) {
      await waitFor(name, async () => {
        if (gone)
          throw new Error(
            `${name} ended: ${fs.readFileSync(path.join(folder, `${name}.log`), "utf8").slice(-2_000)}`,
          );
        return answers(health);
      });
    }
    return program;
  };

  const seed = async () => {
    const child = spawn(process.execPath, [...bundle.argsOf("lib/seed/main.ts"), "--city", options.city], {
      cwd: ROOT,
      env: { ...process.env, ...settings },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    if (code !== 0) throw new Error(`db:seed ended with ${code}`);
  };

  const stop = async () => {
    for (const program of running) program.process.kill("SIGTERM");
    await Promise.race([Promise.all([...running].map((p) => p.exited)), sleep(8_000)]);
    for (const program of running) program.process.kill("SIGKILL");
    await database.stop(options.pgFolder ? "fast" : "immediate");
    fs.rmSync(folder, { recursive: true, force: true });
  };
  // A run that is ended from outside takes its programs with it.
  const ended = () => void stop().finally(() => process.exit(1));
  process.once("SIGTERM", ended);
  process.once("SIGINT", ended);

  return {
    folder,
    ports,
    databaseUrl: database.url,
    databaseLog: path.join(pgFolder, "postgres.log"),
    secrets,
    start,
    seed,
    startDatabase: async () => {
      database = await startPg();
    },
    databasePid: () => embeddedPid(pgFolder),
    async stop() {
      process.off("SIGTERM", ended);
      process.off("SIGINT", ended);
      await stop();
    },
  };
}

/** Talks to the sandbox's control interface. */
export async function sandboxCall<T>(
  house: { ports: { sandbox: number } },
  pathAndQuery: string,
  body?: unknown,
  method?: string,
): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${house.ports.sandbox}/_sandbox${pathAndQuery}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new Error(`sandbox ${pathAndQuery}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
