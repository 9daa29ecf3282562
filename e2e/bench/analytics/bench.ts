import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Db, openDatabase } from "@/db";
import { staff, staffRoles } from "@/db/schema";
import { getBotView } from "@/lib/analytics/bot/queries";
import { getBroadcastsView } from "@/lib/analytics/broadcasts/queries";
import { getFriendsView } from "@/lib/analytics/friends/queries";
import { addDays, rangeOf } from "@/lib/analytics/period";
import { getReportsView } from "@/lib/analytics/reports/queries";
import { type AnalyticsSearch, analyticsHref, type Tab } from "@/lib/analytics/search";
import {
  type Figures,
  rawBot,
  rawBroadcasts,
  rawFriends,
  rawReports,
  shownBot,
  shownBroadcasts,
  shownFriends,
  shownReports,
} from "@/lib/analytics/testing/raw";
import type { Comparison, Granularity, Period, Range } from "@/lib/analytics/view";
import { loadCityMap } from "@/lib/areas/commands";
import { findSketchText } from "@/lib/areas/queries";
import { hashPassword } from "@/lib/auth/password";
import { findCityProfile } from "@/lib/city/queries";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { ensureBuild } from "@/lib/demo/build-gateway";
import { fillTown } from "@/lib/fill/commands";
import { told } from "@/lib/fill/messages";
import { TWO_YEARS } from "@/lib/fill/plan";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { kumamotoSketch } from "@/lib/presets/kumamoto/map";
import { type House, openHouse } from "../../support/house";
import { ROOT } from "../../support/run";
import { signIn } from "../../support/sign-in";
import { loadNow, watchHost } from "../machine";

const GOAL_MS = 300;
const PERSON = { email: "bench@example.jp", password: "a password of the benches" };

/** Asks the console for a page as a browser does, to the last byte of it; answers how many came. */
type Ask = (path: string) => Promise<number>;
type Page = {
  name: Tab;
  show: (ctx: Ctx<StaffActor>, range: Range) => Promise<Figures>;
  raw: (db: Db, period: Period) => Promise<Figures>;
};
const PAGES: Page[] = [
  {
    name: "friends",
    show: async (ctx, range) => shownFriends(await getFriendsView(ctx, range)),
    raw: rawFriends,
  },
  { name: "bot", show: async (ctx, range) => shownBot(await getBotView(ctx, range)), raw: rawBot },
  {
    name: "reports",
    show: async (ctx, range) => shownReports(await getReportsView(ctx, range)),
    raw: (db, period) => rawReports(db, period, null),
  },
  {
    name: "broadcasts",
    show: async (ctx, range) => {
      const view = await getBroadcastsView(ctx, range);
      return view ? shownBroadcasts(view) : {};
    },
    raw: rawBroadcasts,
  },
];

/** What is looked at, as its queries and as its address know it. */
type View = { range: Range; search: Omit<AnalyticsSearch, "tab"> };

/** What people ask for: from a day to all there is, with each comparison. All end today, so that raw rows can tell. */
function viewsOf(today: string): View[] {
  const asked: [number, Granularity, Comparison][] = [
    [1, "day", "previous"],
    [7, "day", "previous"],
    [30, "day", "last-year"],
    [31, "week", "none"],
    [90, "day", "previous"],
    [92, "week", "last-year"],
    [183, "week", "previous"],
    [365, "day", "last-year"],
    [365, "month", "previous"],
    [400, "week", "previous"],
    [TWO_YEARS, "month", "last-year"],
    [TWO_YEARS, "day", "none"],
  ];
  return asked.map(([length, granularity, comparison]) => {
    const search = { period: { from: addDays(today, 1 - length), to: today }, granularity, comparison };
    return { range: rangeOf(search, today), search: { ...search, tables: [] } };
  });
}

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
function line(name: string, times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (share: number) => `${at(sorted, share).toFixed(1).padStart(9)} ms`;
  console.log(`  ${name.padEnd(22)} p50 ${ms(0.5)}   p95 ${ms(0.95)}   max ${ms(1)}   (${sorted.length})`);
  return at(sorted, 0.95);
}
async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const value = await work();
  into.push(performance.now() - from);
  return value;
}

/** Names of figures in which the two differ. */
const differences = (a: Figures, b: Figures): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);

async function measure(
  ctx: Ctx<StaffActor>,
  plain: Db,
  page: Page,
  options: { views: View[]; rounds: number; ask: Ask },
): Promise<boolean> {
  const [swept, product, raw, served]: [number[], number[], number[], number[]] = [[], [], [], []];
  let wrong = 0;
  let compared = 0;
  for (const { range } of options.views) {
    // The raw rows of the view before have swept the database's memory.
    const shown = await timed(swept, () => page.show(ctx, range));
    const found = await timed(raw, () => page.raw(plain, range.period));
    const differ = differences(shown, found);
    compared += Object.keys(found).length;
    wrong += differ.length;
    for (const name of differ.slice(0, 5))
      console.log(
        `  NOT EQUAL ${page.name} ${range.period.from}: ${name}: ${shown[name]}, raw ${found[name]}`,
      );
  }
  for (let round = 1; round < options.rounds; round += 1)
    for (const { range } of options.views) await timed(product, () => page.show(ctx, range));
  const paths = options.views.map(({ search }) => analyticsHref({ ...search, tab: page.name }));
  for (const path of paths) await options.ask(path);
  const took = watchHost();
  let bytes = 0;
  for (let round = 0; round < options.rounds; round += 1)
    for (const path of paths) bytes += await timed(served, () => options.ask(path));
  const taken = took();
  console.log(`\n${page.name}: ${compared.toLocaleString("en")} figures compared, ${wrong} not equal`);
  if (product.length > 0) line("product, its figures", product);
  line("  after raw rows", swept);
  const p95 = line("product, served page", served);
  console.log(`  ${(bytes / served.length / 1024).toFixed(0)} kB a page; meanwhile ${taken}`);
  line("raw rows, the period", raw);
  const isMet = p95 <= GOAL_MS && wrong === 0;
  const miss = p95 > GOAL_MS ? ` by ${(p95 - GOAL_MS).toFixed(1)} ms` : "";
  console.log(`  goal p95 ≤ ${GOAL_MS} ms: ${isMet ? "met" : `MISSED${miss}`}`);
  return isMet;
}

/** A member of staff who sees all, in a database that holds a city with its volume. */
async function prepare(db: Db, plan: Parameters<typeof fillTown>[1], now: Date): Promise<Ctx<StaffActor>> {
  const ctx = systemContext(db, "bench", now);
  if (!(await findCityProfile(ctx))) {
    await loadCityContent(ctx, kumamoto);
    const started = performance.now();
    await fillTown(ctx, plan, (step, done, of) => {
      if (done === of || done % Math.ceil(of / 10) < of / 20)
        console.log(`  ${told(step, done, of, (performance.now() - started) / 1000)}`);
    });
    console.log(`  filled and counted in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  // The page of reports has the map in it.
  if (!(await findSketchText(ctx))) await loadCityMap(ctx, kumamotoSketch);
  const passwordHash = await hashPassword(PERSON.password);
  const [row] = await db
    .insert(staff)
    .values({ email: PERSON.email, name: "bench", passwordHash })
    .onConflictDoUpdate({ target: staff.email, set: { passwordHash } })
    .returning();
  if (!row) throw new Error("nobody to look");
  const roles = [{ role: "administrator" as const, sectionId: null }];
  await db.insert(staffRoles).values({ staffId: row.id, role: "administrator" }).onConflictDoNothing();
  return {
    db,
    actor: { kind: "staff", staffId: row.id, name: row.name, email: row.email, roles, sessionId: "bench" },
    now,
  };
}

/** Starts the console on the database and signs in; answers how its pages are asked for. */
async function openConsole(house: House): Promise<Ask> {
  await ensureBuild(ROOT, process.env, `${house.folder}/build.log`, () => {});
  await house.start("web");
  const address = `http://localhost:${house.ports.web}`;
  const cookie = await signIn(address, PERSON);
  return async (path) => {
    const response = await fetch(address + path, {
      headers: { cookie, accept: "text/html" },
      redirect: "error",
    });
    const page = await response.text();
    if (!response.ok || !page.endsWith("</html>")) throw new Error(`${path}: ${response.status}, not whole`);
    return page.length;
  };
}

/** `--friends N --reports N --questions N --quick --rounds N --page NAME --keep FOLDER` (a kept one is used again as it is). */
export async function benchAnalytics(args: string[]): Promise<boolean> {
  const given = (name: string) => args[args.indexOf(`--${name}`) + 1];
  const number = (name: string, fallback: number) =>
    args.includes(`--${name}`) && Number(given(name)) > 0 ? Number(given(name)) : fallback;
  const scale = args.includes("--quick") ? 0.01 : 1;
  const plan = {
    seed: "bench",
    friends: number("friends", 2_000_000 * scale),
    reports: number("reports", 200_000 * scale),
    questions: number("questions", 10_000_000 * scale),
    broadcasts: 104,
    days: TWO_YEARS,
  };
  const kept = args.includes("--keep") ? given("keep") : undefined;
  const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-analytics-"));
  const stamp = path.join(folder, "bench-now");
  const house = await openHouse({ city: "kumamoto", pgFolder: path.join(folder, "postgres") });
  const now = fs.existsSync(stamp) ? new Date(fs.readFileSync(stamp, "utf8")) : new Date();
  fs.writeFileSync(stamp, now.toISOString());
  const filler = openDatabase(house.databaseUrl, { max: 1, statementTimeoutMs: 0 });
  const product = openDatabase(house.databaseUrl, { max: 10, oneProcess: true });
  const plain = openDatabase(house.databaseUrl, { max: 1, statementTimeoutMs: 0 });
  try {
    console.log(
      `\n${plan.friends.toLocaleString("en")} friends, ${plan.reports.toLocaleString("en")} reports, ${plan.questions.toLocaleString("en")} questions over ${TWO_YEARS} days`,
    );
    const ctx = { ...(await prepare(filler.db, plan, now)), db: product.db };
    console.log(`  ${loadNow()}`);
    const views = viewsOf(isoDate(now));
    const ask = await openConsole(house);
    const rounds = number("rounds", 10);
    const met: boolean[] = [];
    const only = args.includes("--page") ? given("page") : null;
    for (const page of PAGES.filter(({ name }) => only === null || name === only))
      met.push(await measure(ctx, plain.db, page, { views, rounds, ask }));
    return met.every(Boolean);
  } finally {
    await Promise.all([filler.close(), product.close(), plain.close()]);
    await house.stop();
    if (!kept) fs.rmSync(folder, { recursive: true, force: true });
  }
}
