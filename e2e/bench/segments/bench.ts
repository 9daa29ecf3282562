import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { type Db, openDatabase } from "@/db";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { systemContext } from "@/lib/core/context";
import { countAudience } from "@/lib/segments/queries";
import type { Rule } from "@/lib/segments/rule";
import { setReceived, setSlabs } from "@/lib/segments/slabs/commands";
import { audienceWhere, reachableWhere } from "@/lib/segments/sql";
import { randomFrom } from "../../support/random";
import { loadNow } from "../machine";
import { fillArrays, fillFriends, fillHistory, type Town } from "./fill";
import { arrayWhere, randomRule } from "./rules";

type Figures = { product: number[]; plain: number[]; arrays: number[]; wrong: number; cpuMs: number | null };

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
function line(name: string, times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  if (sorted.length === 0) return 0;
  const ms = (share: number) => `${at(sorted, share).toFixed(1).padStart(8)} ms`;
  console.log(`  ${name.padEnd(30)} p50 ${ms(0.5)}   p95 ${ms(0.95)}   max ${ms(1)}`);
  return at(sorted, 0.95);
}
async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const value = await work();
  into.push(performance.now() - from);
  return value;
}
const numberOf = async (db: Db, query: ReturnType<typeof sql>) =>
  Number((await db.execute<{ n: string }>(query)).rows[0]?.n);

/** Processor time that the server process of a connection has used so far; null where the machine does not tell. */
async function cpuOf(db: Db): Promise<number | null> {
  const pid = await numberOf(db, sql`select pg_backend_pid() as n`);
  const stat = await fs.promises.readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : null;
}

/** Each rule three ways, one after the other, so that a machine that slows down favours nobody. */
async function compare(db: Db, plain: Db, rules: Rule[], withArrays: boolean): Promise<Figures> {
  const ctx = systemContext(db, "bench");
  const figures: Figures = { product: [], plain: [], arrays: [], wrong: 0, cpuMs: null };
  let cpuMs = 0;
  for (const rule of rules) {
    const before = await cpuOf(db);
    const { total } = await timed(figures.product, () => countAudience(ctx, { rule, kind: "routine" }));
    const after = await cpuOf(db);
    cpuMs = before === null || after === null ? Number.NaN : cpuMs + after - before;
    const where = sql`${reachableWhere} and (${audienceWhere(rule, new Map(), ctx.now)})`;
    const truth = await timed(figures.plain, () =>
      numberOf(plain, sql`select count(*) as n from friends where ${where}`),
    );
    const found = withArrays
      ? await timed(figures.arrays, () =>
          numberOf(
            db,
            sql`select count(*) as n from bench_arrays where state = 'following' and stopped_at is null and ${arrayWhere(rule)}`,
          ),
        )
      : truth;
    if (total !== truth || found !== truth) {
      figures.wrong += 1;
      console.log(`  NOT EQUAL: product ${total}, plain ${truth}, arrays ${found}: ${JSON.stringify(rule)}`);
    }
  }
  return { ...figures, cpuMs: Number.isNaN(cpuMs) ? null : cpuMs / rules.length };
}

function report(what: string, figures: Figures, goalMs: number): boolean {
  console.log(`${what}: ${figures.product.length} rules, ${figures.wrong} counts not equal (${loadNow()})`);
  const p95 = line("product (with all left out)", figures.product);
  if (figures.cpuMs !== null) console.log(`    processor time a count, mean ${figures.cpuMs.toFixed(1)} ms`);
  line("count(*), plain table", figures.plain);
  line("count(*), int[] and GIN", figures.arrays);
  const isMet = p95 <= goalMs && figures.wrong === 0;
  console.log(
    `  goal p95 ≤ ${goalMs} ms: ${isMet ? "met" : `MISSED${p95 > goalMs ? ` by ${(p95 - goalMs).toFixed(1)} ms` : ""}`}`,
  );
  return isMet;
}

/** What a resident's change costs, with the note that it leaves and without. */
async function changeCost(db: Db, friends: number): Promise<void> {
  const random = randomFrom(5);
  for (const triggers of ["enable", "disable"] as const) {
    await db.execute(sql.raw(`alter table friends ${triggers} trigger user`));
    const times: number[] = [];
    for (let n = 0; n < 2_000; n++) {
      const id = 1 + random.below(friends);
      await timed(times, () =>
        db.execute(sql`update friends set interests = interests # 3 where id = ${id}`),
      );
    }
    line(triggers === "enable" ? "one change, noted" : "one change, not noted", times);
    // What was changed without a note has to be noted after all.
    if (triggers === "disable")
      await db.execute(sql`insert into friend_changes (friend_id) select id from friends`);
  }
  await db.execute(sql`alter table friends enable trigger user`);
}

async function prepare(db: Db, town: Town, friends: number): Promise<void> {
  await fillFriends(db, town, friends);
  await db.execute(sql`vacuum analyze friends`);
  const times: number[] = [];
  const slabs = await timed(times, () => setSlabs(systemContext(db, "bench"), 1));
  await db.execute(sql`vacuum analyze friend_slabs`);
  await db.execute(sql`vacuum analyze friend_changes`);
  const size = await db.execute<{ n: string }>(
    sql`select pg_size_pretty(pg_total_relation_size('friend_slabs')) as n`,
  );
  await fillArrays(db, town.interests);
  console.log(
    `\n${town.name}: ${friends.toLocaleString("en")} friends; ${slabs} slabs, ${size.rows[0]?.n}, set in ${((times[0] ?? 0) / 1000).toFixed(1)} s`,
  );
}

export async function benchSegments(args: string[]): Promise<boolean> {
  const quick = args.includes("--quick");
  const given = Number(args[args.indexOf("--friends") + 1]);
  const friends = args.includes("--friends") && given > 0 ? given : quick ? 100_000 : 1_000_000;
  const scale = quick ? 0.1 : 1;
  const goal = 100 * Math.max(1, friends / 1_000_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-segments-"));
  const server = await startEmbedded(folder);
  await migrateDatabase(server.url);
  const long = { statementTimeoutMs: 600_000 };
  const product = openDatabase(server.url, { max: 1, oneProcess: true, ...long });
  const plain = openDatabase(server.url, { max: 1, ...long });
  try {
    for (const kind of ["indexscan", "indexonlyscan", "bitmapscan"])
      await plain.db.execute(sql.raw(`set enable_${kind} = off`));
    await plain.db.execute(sql`set work_mem = '128MB'`);
    const random = randomFrom(20_261_122);
    const rules = (n: number, interests: number, past = false) =>
      Array.from({ length: Math.round(n * scale) }, () => randomRule(random, interests, past));
    const run = (list: Rule[], withArrays = true) => compare(product.db, plain.db, list, withArrays);
    const met: boolean[] = [];
    const { db } = product;

    await prepare(db, { name: "skewed, 20 interests", interests: 20, isUniform: false }, friends);
    met.push(report("attributes", await run(rules(180, 20)), goal));
    await changeCost(db, friends);
    await setSlabs(systemContext(db, "bench"), 1);
    await db.execute(
      sql`update friends set interests = interests # 5 where id % ${Math.ceil(friends / 5_000)} = 0`,
    );
    met.push(report("attributes, 5,000 changed since", await run(rules(20, 20), false), goal));
    await fillHistory(db);
    await setReceived(systemContext(db, "bench"));
    await db.execute(sql`vacuum analyze`);
    met.push(report("friend since and history", await run(rules(60, 20, true), false), 1_000));

    await prepare(db, { name: "uniform, 20 interests", interests: 20, isUniform: true }, friends);
    met.push(report("attributes", await run(rules(120, 20)), goal));
    await prepare(db, { name: "uniform, 60 interests", interests: 60, isUniform: true }, friends);
    met.push(report("attributes", await run(rules(120, 60)), 1_000));
    return met.every(Boolean);
  } finally {
    await product.close();
    await plain.close();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
