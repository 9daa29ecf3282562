import fs from "node:fs";
import path from "node:path";
import { ensureBuild } from "@/lib/demo/build-gateway";
import { ROOT } from "../support/run";
import { type Counts, CRASH_POINTS } from "./intake/killer";
import { BREAKS, type Break } from "./intake/mutations";
import { type RunResult, runOnce } from "./intake/run";

/**
 * `npm run faults -- intake [--runs N] [--from-seed S] [--residents R] [--kills K] [--break dedupe|lease|order] [--no-web] [--again]`
 * `--no-web` leaves the console out, so that nothing has to be built: the intake program alone receives.
 * Each result is saved below .data/faults and not done twice, unless --again.
 */
const args = process.argv.slice(2);
const value = (flag: string, usual: number): number => {
  const at = args.indexOf(flag);
  const given = at < 0 ? usual : Number(args[at + 1]);
  if (!Number.isInteger(given) || given < 1) throw new Error(`${flag} takes a whole number from 1`);
  return given;
};
if (args[0] && args[0] !== "intake" && !args[0].startsWith("--")) {
  console.error("No fault run of that name. There is: intake");
  process.exit(2);
}
const runs = value("--runs", 1);
const fromSeed = value("--from-seed", 1);
const residents = value("--residents", 200);
const kills = value("--kills", 36);
const breakAt = args.indexOf("--break");
const breaking = breakAt < 0 ? null : (BREAKS.find((b) => b === args[breakAt + 1]) ?? null);
if (breakAt >= 0 && !breaking) {
  console.error(`--break takes one of: ${BREAKS.join(", ")}`);
  process.exit(2);
}

const folder = path.join(ROOT, ".data/faults/intake");
fs.mkdirSync(folder, { recursive: true });
const fileOf = (seed: number, broken: Break | null) =>
  path.join(folder, `${seed}-${residents}${broken ? `-${broken}` : ""}.json`);

const web = !breaking && !args.includes("--no-web");
if (web) {
  const built = await ensureBuild(ROOT, process.env, path.join(folder, "build.log"), () => {});
  if (built === "failed") throw new Error(`the build failed: ${path.join(folder, "build.log")}`);
}

const results: RunResult[] = [];
for (let seed = fromSeed; seed < fromSeed + runs; seed++) {
  const file = fileOf(seed, breaking);
  let result: RunResult;
  if (fs.existsSync(file) && !args.includes("--again")) {
    result = JSON.parse(fs.readFileSync(file, "utf8")) as RunResult;
    console.log(`seed ${seed}: saved earlier`);
  } else {
    result = await runOnce({ seed, residents, breaking, web, kills });
    fs.writeFileSync(file, JSON.stringify(result, null, 1));
  }
  results.push(result);
  const figures = Object.entries(result.figures)
    .map(([k, v]) => `${k} ${v}`)
    .join(" · ");
  console.log(
    `seed ${seed}: ${result.problems.length === 0 ? "holds" : "BROKEN"} — ${result.kills} kills, ${result.seconds} s — ${figures}`,
  );
  for (const problem of result.problems.slice(0, 12)) console.log(`    ${problem}`);
}

const total: Counts = {};
for (const result of results) {
  for (const [point, n] of Object.entries(result.counts))
    total[point as keyof Counts] = (total[point as keyof Counts] ?? 0) + n;
}
console.log("\nkills per crash point:");
for (const point of [...CRASH_POINTS, "idle" as const])
  console.log(`  ${String(total[point] ?? 0).padStart(5)}  ${point}`);
const missed = CRASH_POINTS.filter((point) => !total[point]);
const broken = results.filter((r) => r.problems.length > 0).length;
if (missed.length > 0) console.log(`no kill hit: ${missed.join("; ")}`);
console.log(`${results.length - broken} of ${results.length} runs hold`);
process.exit(broken > 0 || missed.length > 0 ? 1 : 0);
