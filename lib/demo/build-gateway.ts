import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { BUILD_SOURCES, fingerprint, isBuildSource } from "./fingerprint";
import { holdLock } from "./lock-gateway";

const NEXT = "node_modules/next/dist/bin/next";

function listFiles(root: string, below: string): string[] {
  const full = path.join(root, below);
  const stat = fs.statSync(full, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [below];
  return fs
    .readdirSync(full)
    .filter((name) => name !== ".DS_Store")
    .flatMap((name) => listFiles(root, `${below}/${name}`));
}

/** One hash of what a build is made from, as it is now. */
export function currentFingerprint(root: string): string {
  const files = BUILD_SOURCES.flatMap((source) => listFiles(root, source)).filter(isBuildSource);
  return fingerprint(
    files.map((file) => ({ path: file, content: fs.readFileSync(path.join(root, file)) })),
    process.version,
  );
}

/** Not below .next: a build empties that, and another demo would take the lock it still holds. */
export const cacheFolder = (root: string): string => path.join(root, "node_modules", ".cache", "madoguchi");

const stampFile = (root: string) => path.join(root, ".next", "madoguchi.hash");
const readStamp = (root: string): string | null => {
  const whole = fs.existsSync(path.join(root, ".next", "BUILD_ID")) && fs.existsSync(stampFile(root));
  return whole ? fs.readFileSync(stampFile(root), "utf8").trim() : null;
};

/** Is there a build of exactly these sources, lockfile and Node? */
export const buildIsFresh = (root: string): boolean => readStamp(root) === currentFingerprint(root);

/**
 * Builds the screens unless a build of the same sources is there. Two demos that start at once share one build. The
 * stamp is removed first and written last: an interrupted build is never reused. `isEnding`: who asked may be gone by the
 * time another's build is through.
 */
export async function ensureBuild(
  root: string,
  env: Record<string, string | undefined>,
  logFile: string,
  onSpawn: (pid: number) => void,
  isEnding: () => boolean = () => false,
): Promise<"reused" | "built" | "failed"> {
  if (buildIsFresh(root)) return "reused";
  const release = await holdLock(path.join(cacheFolder(root), "build.lock"));
  try {
    const wanted = currentFingerprint(root);
    if (readStamp(root) === wanted) return "reused";
    if (isEnding()) return "failed";
    fs.rmSync(stampFile(root), { force: true });
    const code = await new Promise<number | null>((resolve, reject) => {
      const out = fs.openSync(logFile, "a");
      const child = spawn(process.execPath, [NEXT, "build"], {
        cwd: root,
        env: { ...env, NODE_ENV: "production" } as NodeJS.ProcessEnv,
        stdio: ["ignore", out, out],
        detached: true,
      });
      fs.closeSync(out);
      if (child.pid) onSpawn(child.pid);
      child.once("error", reject);
      child.once("exit", resolve);
    });
    if (code !== 0) return "failed";
    fs.writeFileSync(stampFile(root), `${wanted}\n`);
    return "built";
  } finally {
    release();
  }
}
