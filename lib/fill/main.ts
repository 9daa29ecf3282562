import { openDatabase } from "@/db";
import { findCityProfile } from "@/lib/city/queries";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { fillTown } from "./commands";
import * as say from "./messages";
import { parseFillPlan } from "./plan";

const plan = parseFillPlan(process.argv.slice(2));
if (!plan) {
  console.error(say.USAGE);
  process.exit(1);
}
const settings = startSettings("command");
const url = settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL ?? "";
const database = openDatabase(url, { max: 1, statementTimeoutMs: 0, name: "madoguchi-fill" });
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
try {
  const ctx = systemContext(database.db, "fill");
  if (!(await findCityProfile(ctx))) {
    console.error(say.NO_CITY);
    process.exitCode = 1;
  } else {
    await fillTown(ctx, plan, (step, done, of) => console.log(say.told(step, done, of, seconds())));
    console.log(say.over(plan, seconds()));
  }
} finally {
  await database.close();
}
