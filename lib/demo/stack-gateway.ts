import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseNotStarted, type Embedded, embeddedPid, startEmbedded } from "@/db/embedded";
import { answersHttp, type Child, keepRunning, runOnce } from "./child-gateway";
import { type DemoFolder, logTail } from "./folder-gateway";
import * as say from "./messages";
import type { Program } from "./plan";

/** What a person must read before anything else works; the demo ends with it. */
export class DemoFailure extends Error {}

/** The demo was told to end: the step that learns of it stops the preparation, and nobody has to read that. */
export class Ending extends Error {}

export type Surroundings = {
  root: string;
  folder: DemoFolder;
  env: Record<string, string | undefined>;
  /** Node's arguments for an entry of the project. */
  argsOf: (entry: string) => string[];
  print: (line: string) => void;
  isEnding: () => boolean;
};

/** Before every step: what is started once the demo ends would outlive it. */
export function goOn({ isEnding }: Pick<Surroundings, "isEnding">): void {
  if (isEnding()) throw new Ending();
}

/** The demo's own database. When it does not start, its log and the way out are named. */
export async function startDatabase(folder: string): Promise<Embedded> {
  try {
    return await startEmbedded(folder);
  } catch (error) {
    if (!(error instanceof DatabaseNotStarted)) throw error;
    throw new DemoFailure(say.databaseFailed(error.logFile, logTail(error.logFile)));
  }
}

/** Starts one program and keeps it running; each stop is told in the terminal. Its last log is kept as `.1`. */
export function startProgram(program: Program, around: Surroundings): Child {
  goOn(around);
  const { root, folder, env, print } = around;
  const logFile = folder.logFile(program.name);
  if (fs.existsSync(logFile)) fs.renameSync(logFile, `${logFile}.1`);
  return keepRunning(
    { args: program.args, root, env, logFile },
    {
      started: folder.remember,
      stopped: (code, delayMs) => {
        print(say.programStopped(program.name, code, delayMs, logFile));
      },
    },
  );
}

/**
 * Waits until a program answers. One that stops three times before it ever answered is broken: its log's end is
 * shown. One that runs but does not answer within the time is left running and named.
 */
export async function waitForProgram(
  program: Program,
  child: Child,
  around: Surroundings,
  timeoutMs: number,
): Promise<boolean> {
  const logFile = around.folder.logFile(program.name);
  const since = Date.now();
  while (!around.isEnding()) {
    if (child.failures >= 3)
      throw new DemoFailure(say.programFailed(program.name, logFile, logTail(logFile)));
    const livedMs = Date.now() - since;
    if (program.health === null ? child.running && livedMs > 1_500 : await answersHttp(program.health))
      return true;
    if (livedMs > timeoutMs) {
      around.print(say.programSlow(program.name, logFile));
      return false;
    }
    await sleep(150);
  }
  return false;
}

/** A command of the project to its end. */
export async function runCommand(
  what: string,
  entry: string,
  args: string[],
  around: Surroundings,
): Promise<void> {
  goOn(around);
  const { root, folder, env, argsOf } = around;
  const logFile = folder.logFile(path.dirname(entry).split("/").join("-"));
  fs.writeFileSync(logFile, "");
  const code = await runOnce({ args: [...argsOf(entry), ...args], root, env, logFile }, folder.remember);
  goOn(around);
  if (code !== 0) throw new DemoFailure(say.stepFailed(what, logFile, logTail(logFile)));
}

/** Tells the sandbox of the residents that the demo's life already knows: friends, without a new follow event. */
export async function introduceResidents(
  sandboxUrl: string,
  residents: { seed: string; count: number },
): Promise<boolean> {
  try {
    const response = await fetch(`${sandboxUrl}/_sandbox/residents`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...residents, follow: "silent" }),
      signal: AbortSignal.timeout(15_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Prints a line every ten seconds while the work goes on, and its time at the end: not of work that the demo's end cut short. */
export async function timed<T>(
  what: string,
  around: Pick<Surroundings, "print" | "isEnding">,
  work: () => Promise<T>,
  note?: (value: T) => string,
): Promise<T> {
  goOn(around);
  const startedAt = Date.now();
  const ticker = setInterval(() => {
    if (!around.isEnding()) around.print(say.stillWorking(what, Date.now() - startedAt));
  }, 10_000);
  try {
    const value = await work();
    goOn(around);
    around.print(say.stepDone(what, Date.now() - startedAt, note?.(value)));
    return value;
  } finally {
    clearInterval(ticker);
  }
}

/** Starts the embedded database again, on the same port, when its server is gone. Returns the end of the watch: a start under way is waited for. */
export function watchDatabase(
  folder: string,
  port: number,
  around: Pick<Surroundings, "print" | "isEnding">,
): () => Promise<void> {
  let starting: Promise<void> | null = null;
  const startAgain = async () => {
    try {
      await startEmbedded(folder, { port });
      around.print(say.DATABASE_BACK);
    } catch {
      around.print(say.DATABASE_LOST);
    } finally {
      starting = null;
    }
  };
  const timer = setInterval(() => {
    if (!starting && !around.isEnding() && embeddedPid(folder) === null) starting = startAgain();
  }, 3_000);
  return async () => {
    clearInterval(timer);
    await starting;
  };
}
