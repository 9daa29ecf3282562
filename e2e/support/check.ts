import { runTool, seconds } from "./run";

const STEPS: [string, string, string[]][] = [
  ["format and lint", "biome", ["check", "--error-on-warnings", "."]],
  ["route types", "next", ["typegen"]],
  ["types", "tsc", ["--noEmit"]],
  ["unused files and exports", "knip", ["--no-progress"]],
  [
    "structure",
    "vitest",
    ["run", "-c", "lib/vitest.config.ts", "--project", "unit", "lib/structure", "--reporter", "dot"],
  ],
];

/**
 * Format, lint, types, unused code, structure: everything that needs no database and no browser. `--before-unit`: the unit
 * tests follow, and the structure is one of them.
 */
const steps = process.argv.includes("--before-unit") ? STEPS.filter(([name]) => name !== "structure") : STEPS;
let failed = 0;
for (const [name, tool, args] of steps) {
  const started = Date.now();
  const code = await runTool(tool, args);
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds(started)})`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
