import fs from "node:fs";
import os from "node:os";

const STEAL = 7;

/** Processor time so far, in the kernel's ticks, and what of it the host gave to others (proc(5), /proc/stat); null elsewhere. */
function ticks(): { all: number; stolen: number } | null {
  if (!fs.existsSync("/proc/stat")) return null;
  const [line = ""] = fs.readFileSync("/proc/stat", "utf8").split("\n");
  // The last two, of guests, are in the first two already.
  const parts = line.trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: parts.reduce((sum, n) => sum + n, 0), stolen: parts[STEAL] ?? 0 };
}

/** How busy this machine is now, in words. */
export const loadNow = (): string => `load ${(os.loadavg()[0] ?? 0).toFixed(1)} on ${os.cpus().length} cores`;

/** Begins to watch; what it answers tells how much of the processors a shared machine did not get since, in words. */
export function watchHost(): () => string {
  const from = ticks();
  return () => {
    const to = ticks();
    if (!from || !to) return "what the host took is not known here";
    const share = (to.stolen - from.stolen) / Math.max(1, to.all - from.all);
    return `the host took ${(share * 100).toFixed(1)} % of the processors`;
  };
}
