import { createHash } from "node:crypto";

/** What a build of the screens is made from: these folders and files below the project root. */
export const BUILD_SOURCES = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Tests and migrations are no part of the screens: changing them keeps the build. */
export const isBuildSource = (path: string): boolean =>
  !/\.test\.tsx?$/.test(path) && !/^db\/migrations\//.test(path);

/** One hash over every source (path and content, in path order) and what else decides the result. */
export function fingerprint(files: { path: string; content: Uint8Array }[], nodeVersion: string): string {
  const hash = createHash("sha256").update(`node ${nodeVersion}\0`);
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${file.path}\0${file.content.length}\0`).update(file.content);
  }
  return hash.digest("hex");
}
