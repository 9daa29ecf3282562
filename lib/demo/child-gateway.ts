import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, type ProcessMark } from "./lock-gateway";
import { failuresAfter, restartDelayMs } from "./restart";

export type ChildInput = {
  args: string[];
  root: string;
  env: Record<string, string | undefined>;
  logFile: string;
};
export type ChildEvents = {
  started: (pid: number) => void;
  /** It stopped by itself and starts again after `delayMs`. */
  stopped: (code: string, delayMs: number, failures: number) => void;
};
export type Child = {
  readonly failures: number;
  readonly running: boolean;
  stop: () => Promise<void>;
};

/** Each program leads its own process group: Ctrl-C reaches the supervisor alone, which then ends them in order. */
function launch({ args, root, env, logFile }: ChildInput): ChildProcess {
  const out = fs.openSync(logFile, "a");
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", out, out],
    detached: true,
  });
  fs.closeSync(out);
  return child;
}

export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

export const signalGroup = (pid: number, signal: NodeJS.Signals): void => signalProcess(-pid, signal);

export const groupLives = (pid: number): boolean => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A program's own children may still be writing when it is gone: they get a moment before they are ended. */
async function sweepGroup(pid: number, graceMs = 5_000): Promise<void> {
  const until = Date.now() + graceMs;
  while (groupLives(pid) && Date.now() < until) await sleep(50);
  signalGroup(pid, "SIGKILL");
}

/** Ends processes by group: asks first, insists after `graceMs`. A build's helpers go on when their leader is gone. */
export async function endProcesses(marks: ProcessMark[], graceMs = 10_000): Promise<void> {
  for (const mark of marks) signalGroup(mark.pid, "SIGTERM");
  const until = Date.now() + graceMs;
  while (marks.some(isAlive) && Date.now() < until) await sleep(100);
  for (const mark of marks.filter(isAlive)) signalGroup(mark.pid, "SIGKILL");
  await Promise.all(marks.map((mark) => sweepGroup(mark.pid)));
}

/** Keeps one program running: when it stops by itself it starts again, later each time. */
export function keepRunning(input: ChildInput, events: ChildEvents): Child {
  let stopping = false;
  let failures = 0;
  let current: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    const startedAt = Date.now();
    const child = launch(input);
    current = child;
    if (child.pid) events.started(child.pid);
    child.once("error", () => {});
    child.once("exit", (code, signal) => {
      current = null;
      if (stopping) return;
      if (child.pid) signalGroup(child.pid, "SIGKILL");
      failures = failuresAfter(failures, Date.now() - startedAt);
      const delayMs = restartDelayMs(failures);
      events.stopped(signal ?? `コード ${code}`, delayMs, failures);
      timer = setTimeout(start, delayMs);
    });
  };
  start();

  return {
    get failures() {
      return failures;
    },
    get running() {
      return current !== null;
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      const child = current;
      if (!child?.pid) return;
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      signalGroup(child.pid, "SIGTERM");
      const late = setTimeout(() => child.pid && signalGroup(child.pid, "SIGKILL"), 12_000);
      await gone;
      clearTimeout(late);
      await sweepGroup(child.pid);
    },
  };
}

/** Runs a program to its end; its exit code, null when a signal ended it. */
export function runOnce(input: ChildInput, onSpawn: (pid: number) => void): Promise<number | null> {
  return new Promise((resolve) => {
    const child = launch(input);
    if (child.pid) onSpawn(child.pid);
    child.once("error", () => resolve(null));
    child.once("exit", (code) => resolve(code));
  });
}

/** Any HTTP answer below 500 says the program listens and works. */
export async function answersHttp(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000), redirect: "manual" });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
