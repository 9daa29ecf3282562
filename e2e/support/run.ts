import { spawn } from "node:child_process";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** Runs a program of node_modules/.bin with its output shown, or given to `hear`; answers its exit code. */
export function runTool(
  tool: string,
  args: string[],
  env: Record<string, string> = {},
  hear?: (said: Buffer) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(path.join(ROOT, "node_modules/.bin", tool), args, {
      cwd: ROOT,
      stdio: hear ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...env },
    });
    if (hear) for (const stream of [child.stdout, child.stderr]) stream?.on("data", hear);
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

export const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
