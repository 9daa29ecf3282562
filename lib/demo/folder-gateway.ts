import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isAlive, markOf, type ProcessMark, readLock, tryLock } from "./lock-gateway";
import type { DemoSecrets, Ports } from "./plan";

/** One demo's data: database, sandbox, photos, mails, logs, secrets. */
export type DemoFolder = {
  path: string;
  postgres: string;
  logFile: (name: string) => string;
  secrets: () => DemoSecrets;
  /** Remembers a program, so that the next start can end it when this supervisor was killed. */
  remember: (pid: number) => void;
  /** Those remembered that live. */
  programs: () => ProcessMark[];
  setPorts: (ports: Ports) => void;
  release: () => void;
};

type Running = { ports?: Ports; programs: ProcessMark[] };

const lockFile = (folder: string) => path.join(folder, "running.lock");
const stateFile = (folder: string) => path.join(folder, "running.json");

function readRunning(folder: string): Running {
  try {
    const value = JSON.parse(fs.readFileSync(stateFile(folder), "utf8")) as Partial<Running>;
    return { ...(value.ports ? { ports: value.ports } : {}), programs: value.programs ?? [] };
  } catch {
    return { programs: [] };
  }
}

/** The living supervisor of a folder, with the ports it told. */
export function findSupervisor(folder: string): { mark: ProcessMark; ports: Ports | undefined } | null {
  const mark = readLock(lockFile(folder));
  return mark && isAlive(mark) ? { mark, ports: readRunning(folder).ports } : null;
}

/** Programs that outlived the supervisor of a folder; empty when it lives. */
export const findOrphans = (folder: string): ProcessMark[] =>
  findSupervisor(folder) ? [] : readRunning(folder).programs.filter(isAlive);

export const postgresFolder = (folder: string): string => path.join(folder, "pg");

/** Takes the folder for this process. Null: another supervisor has it. `orphans` are programs that outlived theirs. */
export function takeFolder(folder: string): { folder: DemoFolder; orphans: ProcessMark[] } | null {
  fs.mkdirSync(path.join(folder, "logs"), { recursive: true, mode: 0o700 });
  if (!tryLock(lockFile(folder))) return null;
  const orphans = readRunning(folder).programs.filter(isAlive);
  // Remembered until they are gone: this process may be killed, too.
  const running: Running = { programs: orphans };
  const save = () => fs.writeFileSync(stateFile(folder), JSON.stringify(running), { mode: 0o600 });
  save();
  return {
    orphans,
    folder: {
      path: folder,
      postgres: postgresFolder(folder),
      logFile: (name) => path.join(folder, "logs", `${name}.log`),
      secrets: () => readSecrets(path.join(folder, "demo.json")),
      remember: (pid) => {
        running.programs = [...running.programs.filter(isAlive), markOf(pid)];
        save();
      },
      programs: () => running.programs.filter(isAlive),
      setPorts: (ports) => {
        running.ports = ports;
        save();
      },
      release: () => {
        fs.rmSync(stateFile(folder), { force: true });
        fs.rmSync(lockFile(folder), { force: true });
      },
    },
  };
}

/** All that a demo makes in its folder beside its lock. By the last of them a folder is known as a demo's. */
const MADE = ["pg", "sandbox", "blobs", "mail", "logs", "arm.json", "audit-anchor.jsonl", "demo.json"];

/** Absent, empty or a demo's: only there may a demo write and clear. Somebody's own folder may hold a `mail` or `logs`, too. */
export function mayHoldDemo(folder: string): boolean {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (!stat) return true;
  if (!stat.isDirectory()) return false;
  const names = fs
    .readdirSync(folder)
    .filter((name) => name !== ".DS_Store" && name !== "running.json" && !name.startsWith("running.lock"));
  const onlyBegun = names.every(
    (name) => name === "logs" && fs.readdirSync(path.join(folder, name)).length === 0,
  );
  return onlyBegun || hasSecrets(folder) || fs.existsSync(path.join(postgresFolder(folder), "password"));
}

function hasSecrets(folder: string): boolean {
  try {
    const kept = JSON.parse(fs.readFileSync(path.join(folder, "demo.json"), "utf8")) as Partial<DemoSecrets>;
    return typeof kept.channelSecret === "string" && typeof kept.authSecret === "string";
  } catch {
    return false;
  }
}

/** Removes what the demo made, but for the lock that its caller holds. */
export function clearFolder(folder: string): void {
  for (const name of MADE) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, "logs"), { recursive: true, mode: 0o700 });
}

function readSecrets(file: string): DemoSecrets {
  const digits = (n: number) => Array.from(randomBytes(n), (b) => b % 10).join("");
  const loginChannelId = `2${digits(9)}`;
  const fresh: DemoSecrets = {
    channelId: `1${digits(9)}`,
    channelSecret: randomBytes(16).toString("hex"),
    channelAccessToken: randomBytes(96).toString("base64url"),
    loginChannelId,
    liffId: `${loginChannelId}-${randomBytes(6).toString("base64url")}`,
    authSecret: randomBytes(32).toString("base64url"),
  };
  const kept = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as Partial<DemoSecrets>) : {};
  const secrets = { ...fresh, ...kept };
  fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** The last lines of a log, for a person who has to see why something failed. */
export function logTail(file: string, lines = 15): string {
  if (!fs.existsSync(file)) return "";
  return fs
    .readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .slice(-lines)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join("\n");
}
