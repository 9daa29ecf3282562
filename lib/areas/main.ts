import fs from "node:fs";
import { openDatabase } from "@/db";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { replaceImportedShapes } from "./commands";
import { covers, planImport } from "./geojson";
import * as say from "./messages";
import { findSketch } from "./queries";

/** JSON of that size takes about ten times as much memory while it is read. */
const MAX_MEGABYTES = 150;

/** The file's content, or what is wrong with it. */
function readFile(path: string): { json: unknown } | { problem: string } {
  let text: string;
  try {
    const megabytes = Math.ceil(fs.statSync(path).size / 1_000_000);
    if (megabytes > MAX_MEGABYTES) return { problem: say.tooLarge(megabytes, MAX_MEGABYTES) };
    text = fs.readFileSync(path, "utf8");
  } catch {
    return { problem: say.NOT_FOUND };
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return { problem: say.NOT_JSON };
  }
}

function fail(problem: string): void {
  console.error(`${problem}\n${say.NOTHING_CHANGED}`);
  process.exitCode = 1;
}

async function run(path: string, dryRun: boolean): Promise<void> {
  const file = readFile(path);
  if ("problem" in file) return fail(file.problem);
  const database = openDatabase(startSettings("command").DATABASE_URL ?? "", {
    max: 2,
    name: "madoguchi-areas",
  });
  try {
    const ctx = systemContext(database.db, "areas-import");
    const sketch = await findSketch(ctx);
    if (!sketch) return fail(say.NO_CITY);
    const { city } = sketch;
    const read = planImport(file.json, {
      prefecture: city.prefecture,
      city: city.name,
      cityCode: city.code,
      bounds: sketch.bounds,
      areas: sketch.areas,
    });
    if (!read.ok) return fail(read.problem);
    console.log(say.preview(city.name, read.plan));
    console.log(say.DATUM_NOTE);
    if (
      !covers(
        read.plan,
        sketch.areas.map((area) => area.label),
      )
    )
      console.log(say.MISPLACED_NOTE);
    if (dryRun) {
      console.log(say.DRY_RUN);
      return;
    }
    await replaceImportedShapes(ctx, read.plan.shapes);
    console.log(say.DONE);
  } finally {
    await database.close();
  }
}

const args = process.argv.slice(2);
const [path, ...more] = args.filter((arg) => !arg.startsWith("--"));
const flags = args.filter((arg) => arg.startsWith("--"));
if (!path || more.length > 0 || flags.some((flag) => flag !== "--dry-run")) {
  console.error(say.USAGE);
  process.exitCode = 1;
} else {
  await run(path, flags.includes("--dry-run"));
}
