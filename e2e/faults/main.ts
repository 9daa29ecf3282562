import fs from "node:fs";
import path from "node:path";
import { currentFingerprint, ensureBuild } from "@/lib/demo/build-gateway";
import { ROOT } from "../support/run";
import * as broadcastKiller from "./broadcast/killer";
import * as broadcastMutations from "./broadcast/mutations";
import { play } from "./broadcast/run";
import { openStage } from "./broadcast/stage";
import * as intakeKiller from "./intake/killer";
import * as intakeMutations from "./intake/mutations";
import { runOnce as runIntake } from "./intake/run";

/**
 * `npm run faults -- intake [--runs N] [--from-seed S] [--residents R] [--kills K] [--break dedupe|lease|order] [--no-web] [--again]`
 * `npm run faults -- broadcast [--runs N] [--from-seed S] [--residents R] [--kills K] [--break retry-key|lease|freeze] [--no-web] [--again]`
 * `--no-web` leaves the console out, so that nothing has to be built: the intake program alone receives, and staff do what
 * they do past the console.
 * Each result is saved below .data/faults, by what the product's sources were, and not done twice for the same ones, unless
 * --again.
 */
type Result = {
  seed: number;
  kills: number;
  seconds: number;
  problems: string[];
  figures: Record<string, number>;
  counts: Record<string, number>;
};
type Options = { residents: number; kills: number; breaking: string | null; web: boolean };
/** Where runs take place, one after another. */
type Place = {
  run: (seed: number, met: Record<string, number>) => Promise<Result>;
  close: () => Promise<void>;
};
type Kind = {
  points: (web: boolean) => readonly string[];
  breaks: readonly string[];
  residents: number;
  kills: number;
  web: boolean;
  /** How many runs share one place before a new one is opened. */
  runsAPlace: number;
  open: (name: string, options: Options) => Promise<Place>;
};
const among = <T extends string>(list: readonly T[], word: string | null): T | null =>
  list.find((each) => each === word) ?? null;

const KINDS: Record<string, Kind> = {
  intake: {
    points: () => intakeKiller.CRASH_POINTS,
    breaks: intakeMutations.BREAKS,
    residents: 200,
    kills: 36,
    web: true,
    runsAPlace: 1,
    open: async (_, o) => ({
      run: (seed, met) => runIntake({ ...o, seed, met, breaking: among(intakeMutations.BREAKS, o.breaking) }),
      close: async () => {},
    }),
  },
  broadcast: {
    points: broadcastKiller.pointsOf,
    breaks: broadcastMutations.BREAKS,
    residents: 12_000,
    kills: 8,
    web: true,
    // Each ages its keys by a day: a platform much further ahead of the database is not what happens.
    runsAPlace: 10,
    open: async (name, o) => {
      const stage = await openStage(name, { ...o, withConsole: o.web });
      const breaking = among(broadcastMutations.BREAKS, o.breaking);
      return {
        run: (seed, met) => play(stage, { seed, met, kills: o.kills, breaking }),
        close: stage.close,
      };
    },
  },
};

const args = process.argv.slice(2);
const name = args[0] && !args[0].startsWith("--") ? args[0] : "intake";
const kind = KINDS[name];
if (!kind) {
  console.error(`No fault run of that name. There are: ${Object.keys(KINDS).join(", ")}`);
  process.exit(2);
}
const value = (flag: string, usual: number): number => {
  const at = args.indexOf(flag);
  const given = at < 0 ? usual : Number(args[at + 1]);
  if (!Number.isInteger(given) || given < 1) throw new Error(`${flag} takes a whole number from 1`);
  return given;
};
const runs = value("--runs", 1);
const fromSeed = value("--from-seed", 1);
const residents = value("--residents", kind.residents);
const kills = value("--kills", kind.kills);
const breakAt = args.indexOf("--break");
const breaking = breakAt < 0 ? null : among(kind.breaks, args[breakAt + 1] ?? "");
if (breakAt >= 0 && !breaking) {
  console.error(`--break takes one of: ${kind.breaks.join(", ")}`);
  process.exit(2);
}

// A result tells of the product it was gained with, and of no other.
const folder = path.join(ROOT, ".data/faults", name, currentFingerprint(ROOT).slice(0, 16));
fs.mkdirSync(folder, { recursive: true });
const web = kind.web && !breaking && !args.includes("--no-web");
const made = [residents, kills, ...(web ? [] : ["no-web"]), ...(breaking ? [breaking] : [])].join("-");
const fileOf = (seed: number) => path.join(folder, `${seed}-${made}.json`);
if (web) {
  const built = await ensureBuild(ROOT, process.env, path.join(folder, "build.log"), () => {});
  if (built === "failed") throw new Error(`the build failed: ${path.join(folder, "build.log")}`);
}

const results: Result[] = [];
const total: Record<string, number> = {};
let place: Place | null = null;
let runsHere = 0;
async function leave(): Promise<void> {
  await place?.close();
  place = null;
  runsHere = 0;
}
for (let seed = fromSeed; seed < fromSeed + runs; seed++) {
  const file = fileOf(seed);
  let result: Result;
  if (fs.existsSync(file) && !args.includes("--again")) {
    result = JSON.parse(fs.readFileSync(file, "utf8")) as Result;
    console.log(`seed ${seed}: saved earlier`);
  } else {
    place ??= await kind.open(`faults-${seed}`, { residents, breaking, web, kills });
    // A run that does not come to its end does not hold; those after it still tell something.
    result = await place.run(seed, total).catch(
      (error: unknown): Result => ({
        ...{ seed, kills: 0, seconds: 0, figures: {}, counts: {} },
        problems: [`did not come to its end: ${error instanceof Error ? error.message : error}`],
      }),
    );
    fs.writeFileSync(file, JSON.stringify(result, null, 1));
    runsHere += 1;
    // What a broken run leaves behind must not break the next.
    if (runsHere === kind.runsAPlace || result.problems.length > 0) await leave();
  }
  for (const [point, n] of Object.entries(result.counts)) total[point] = (total[point] ?? 0) + n;
  results.push(result);
  const figures = Object.entries(result.figures)
    .map(([k, v]) => `${k} ${v}`)
    .join(" · ");
  console.log(
    `seed ${seed}: ${result.problems.length === 0 ? "holds" : "BROKEN"} — ${result.kills} kills, ${result.seconds} s — ${figures}`,
  );
  for (const problem of result.problems.slice(0, 12)) console.log(`    ${problem}`);
}

await leave();

console.log("\nkills per crash point:");
const points = kind.points(web);
for (const point of [...points, "idle"]) console.log(`  ${String(total[point] ?? 0).padStart(5)}  ${point}`);
const missed = points.filter((point) => !total[point]);
const broken = results.filter((r) => r.problems.length > 0).length;
if (missed.length > 0) console.log(`no kill hit: ${missed.join("; ")}`);
console.log(`${results.length - broken} of ${results.length} runs hold`);
process.exit(broken > 0 || missed.length > 0 ? 1 : 0);
