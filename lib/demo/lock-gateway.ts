import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A process by number and start mark: numbers are used again, the pair is not. */
export type ProcessMark = { pid: number; started: string };

/** When a process began, in whatever words the system has for it; null when there is none. */
export function processStarted(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  try {
    if (process.platform === "linux") {
      // Field 22 of stat; the command in field 2 may hold spaces and brackets, so count from the last one.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? null : (fields[19] ?? null);
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

export const markOf = (pid: number): ProcessMark => ({ pid, started: processStarted(pid) ?? "" });
export const isAlive = (mark: ProcessMark): boolean =>
  mark.started !== "" && processStarted(mark.pid) === mark.started;

/** Holds a lock file for a short piece of work, waiting while a living process holds it. Returns the release. */
export async function holdLock(file: string): Promise<() => void> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    if (tryLock(file)) return () => fs.rmSync(file, { force: true });
    await sleep(500);
  }
}

/** Takes a lock file for this process; false while another living process has it. A dead one's lock is taken over. */
export function tryLock(file: string): boolean {
  const mine = JSON.stringify(markOf(process.pid));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    // A linked file appears with its content: nobody can read a lock that is still empty.
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, mine);
    try {
      fs.linkSync(draft, file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      fs.rmSync(draft, { force: true });
    }
    const holder = readLock(file);
    if (holder && isAlive(holder)) return false;
    removeStale(file);
  }
  return false;
}

/** Takes a dead lock away. Another process may have replaced it meanwhile: a living one is put back. */
function removeStale(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    const taken = readLock(aside);
    if (taken && isAlive(taken)) fs.linkSync(aside, file);
  } catch {
    // Somebody else was quicker.
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

export function readLock(file: string): ProcessMark | null {
  try {
    const value = JSON.parse(fs.readFileSync(file, "utf8")) as Partial<ProcessMark>;
    return typeof value.pid === "number" && typeof value.started === "string"
      ? { pid: value.pid, started: value.started }
      : null;
  } catch {
    return null;
  }
}
