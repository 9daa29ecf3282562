import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBrowser } from "./browser";
import { ROOT, runTool, seconds } from "./run";
import { add, closingLine, fromPlaywright, fromVitest, NONE, type Tally } from "./tally";

/** The whole suite, or the parts named: check unit db faults e2e. The last line sums the runners' own reports. */
const PARTS = ["check", "unit", "db", "faults", "e2e"] as const;
const asked = process.argv.slice(2);
const wanted = PARTS.filter((part) => asked.length === 0 || asked.includes(part));
const rest = asked.filter((word) => !(PARTS as readonly string[]).includes(word));

const reports = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-reports-"));
const failure = (part: string): Tally => ({
  ...NONE,
  failed: 1,
  failures: [`${part}: ended red without a failed test; what it said stands above`],
});
const readReport = <T>(file: string): T | null =>
  fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as T) : null;

async function vitest(part: "unit" | "db" | "faults"): Promise<Tally> {
  const file = path.join(reports, `${part}.json`);
  // Tests with a database are two projects.
  const project = part === "db" ? "db*" : part;
  const code = await runTool("vitest", [
    ...["run", "-c", "lib/vitest.config.ts", "--project", project],
    ...["--reporter", "dot", "--reporter", "json", `--outputFile.json=${file}`],
  ]);
  const report = readReport<Parameters<typeof fromVitest>[0]>(file);
  const tally = report ? fromVitest(report) : NONE;
  // A run that failed outside any test (an unhandled error) must not look green.
  return code !== 0 && tally.failed === 0 ? add(tally, failure(part)) : tally;
}

async function browserTests(): Promise<Tally> {
  const file = path.join(reports, "e2e.json");
  const code = await runTool("playwright", ["test", "-c", "e2e/playwright.config.ts", ...rest], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    BROWSER_PATH: ensureBrowser(),
  });
  const report = readReport<Parameters<typeof fromPlaywright>[0]>(file);
  const tally = report ? fromPlaywright(report) : NONE;
  return code !== 0 && tally.failed === 0 ? add(tally, failure("e2e")) : tally;
}

const run: Record<(typeof PARTS)[number], () => Promise<Tally>> = {
  check: async () => {
    const more = wanted.includes("unit") ? ["--before-unit"] : [];
    const said: Buffer[] = [];
    const code = await runTool("tsx", ["e2e/support/check.ts", ...more], {}, (part) => said.push(part));
    process.stdout.write(Buffer.concat(said));
    return code === 0 ? NONE : failure("check");
  },
  unit: () => vitest("unit"),
  db: () => vitest("db"),
  faults: () => vitest("faults"),
  e2e: browserTests,
};

let total = NONE;
const lines: string[] = [];
async function runPart(part: (typeof PARTS)[number]): Promise<void> {
  const started = Date.now();
  const tally = await run[part]();
  total = add(total, tally);
  lines.push(`${part.padEnd(6)} ${closingLine(tally)} (${seconds(started)})`);
}
const started = Date.now();
// The compiler uses one processor: the unit tests run on the other meanwhile. Fault runs beside the database tests make
// both slower than one after the other.
const TOGETHER: (typeof PARTS)[number][][] = [["check", "unit"], ["db"], ["faults"], ["e2e"]];
for (const parts of TOGETHER) await Promise.all(parts.filter((part) => wanted.includes(part)).map(runPart));
lines.push(`in all ${seconds(started)}`);
fs.rmSync(reports, { recursive: true, force: true });
for (const line of total.failures) console.log(`\nFAILED ${line.replaceAll(`${ROOT}/`, "")}`);
console.log(`\n${path.basename(ROOT)}\n${lines.join("\n")}`);
console.log(closingLine(total));
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
