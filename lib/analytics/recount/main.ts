import { openDatabase } from "@/db";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { METRICS, type Source } from "../metric";
import { recount, recountBlocks } from "./commands";
import { told, USAGE } from "./messages";

const args = process.argv.slice(2);
if (args.some((arg) => arg !== "--check")) {
  console.error(USAGE);
  process.exit(1);
}
const settle = !args.includes("--check");
const settings = startSettings("command");
const database = openDatabase(settings.DATABASE_URL ?? "", {
  max: 1,
  statementTimeoutMs: 0,
  name: "madoguchi-recount",
});
try {
  let differences = 0;
  const ctx = systemContext(database.db, "recount");
  const work = [
    ...(Object.keys(METRICS) as Source[]).map((source) => () => recount(ctx, source, settle)),
    () => recountBlocks(ctx, settle),
  ];
  for (const each of work) {
    const from = performance.now();
    const found = await each();
    differences += found.n;
    console.log(told(found, settle, (performance.now() - from) / 1000));
  }
  if (!settle && differences > 0) process.exitCode = 1;
} finally {
  await database.close();
}
