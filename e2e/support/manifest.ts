import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./run";

const read = <T>(file: string): T => JSON.parse(fs.readFileSync(path.join(ROOT, ".next", file), "utf8")) as T;

/** What the build itself says it serves: page and route patterns, and server actions. */
export function builtPaths(): { pages: string[]; routes: string[] } {
  const all = Object.entries(read<Record<string, string>>("app-path-routes-manifest.json"));
  const of = (kind: "page" | "route") =>
    [...new Set(all.filter(([file]) => file.endsWith(`/${kind}`)).map(([, at]) => at))].sort();
  return { pages: of("page"), routes: of("route") };
}

export type BuiltAction = { id: string; name: string; page: string };

/** Every server action, with a page that carries it. */
export function builtActions(): BuiltAction[] {
  const manifest = read<{
    node: Record<string, { exportedName?: string; workers: Record<string, unknown> }>;
  }>("server/server-reference-manifest.json");
  const routes = read<Record<string, string>>("app-path-routes-manifest.json");
  return Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
    const worker = Object.keys(workers)[0] ?? "";
    return { id, name: exportedName ?? "unnamed", page: routes[worker.replace(/^app/, "")] ?? "/" };
  });
}
