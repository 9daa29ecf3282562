import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "@/db/embedded";
import { ask } from "@/lib/chatbot/match/ask";
import { createIndex, type Index } from "@/lib/chatbot/match/create";
import { loadNow } from "../machine";
import { type Asked, readGold, readItems, shownOf } from "./files";
import { otherFinders } from "./others";
import { judged, percent, type Scores, SUM, scored } from "./score";

const RUNS = 5;
const GOAL_MS = 5;

type Result = { name: string; scores: Scores; times: number[] };

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** Each question once for the figures after a round that warms up; its time is the median of five rounds. */
function askBot(index: Index, gold: readonly Asked[]): Result {
  const shown = new Map<string, string[]>();
  for (const { q } of gold) shown.set(q, shownOf(ask(index, q)));
  const rounds = Array.from({ length: RUNS }, () =>
    gold.map(({ q }) => {
      const from = performance.now();
      ask(index, q);
      return performance.now() - from;
    }),
  );
  const times = gold.map((_, i) => at(sorted(rounds.map((round) => round[i] ?? 0)), 0.5));
  return { name: "bot", scores: scored(gold, shown), times };
}

async function askOther(name: string, find: (q: string) => Promise<string[]>, gold: readonly Asked[]) {
  const shown = new Map<string, string[]>();
  const times: number[] = [];
  for (const { q } of gold) {
    const from = performance.now();
    shown.set(q, await find(q));
    times.push(performance.now() - from);
  }
  return { name, scores: scored(gold, shown), times };
}

const cell = (part: number, whole: number) =>
  (whole === 0 ? "–" : percent(part, whole).toFixed(1)).padStart(6);

function print(results: readonly Result[]): void {
  const classes = [...(results[0]?.scores.keys() ?? [])];
  const order = [...classes.filter((cls) => cls !== SUM), SUM];
  console.log(`  ${"hit@1 / hit@3, %".padEnd(22)}${results.map(({ name }) => name.padStart(16)).join("")}`);
  for (const cls of order) {
    const count = results[0]?.scores.get(cls)?.asked ?? 0;
    if (count === 0) continue;
    const cells = results.map(({ scores }) => {
      const score = scores.get(cls);
      return `${cell(score?.first ?? 0, count)} /${cell(score?.third ?? 0, count)}`.padStart(16);
    });
    console.log(`  ${`${cls} (${count})`.padEnd(22)}${cells.join("")}`);
  }
  const foreign = results[0]?.scores.get(SUM)?.foreign ?? 0;
  const answered = results.map(({ scores }) => {
    const score = scores.get(SUM);
    return `${(score?.foreign ?? 0) - (score?.silent ?? 0)}/${foreign}`.padStart(16);
  });
  console.log(`  ${"off-topic answered".padEnd(22)}${answered.join("")}`);
  for (const [name, share] of [
    ["p50", 0.5],
    ["p99", 0.99],
    ["max", 1],
  ] as const) {
    const cells = results.map(({ times }) => at(sorted(times), share).toFixed(2).padStart(16));
    console.log(`  ${`${name}, ms a question`.padEnd(22)}${cells.join("")}`);
  }
}

function judge(bot: Result): boolean {
  const p99 = at(sorted(bot.times), 0.99);
  const lines = [
    ...judged(bot.scores).map(({ name, least, reached, isMet }) => ({
      isMet,
      text: `${name}: ${reached.toFixed(1)} % (at least ${least} %)`,
    })),
    { isMet: p99 < GOAL_MS, text: `p99: ${p99.toFixed(2)} ms a question (below ${GOAL_MS} ms)` },
  ];
  for (const { isMet, text } of lines) console.log(`  ${isMet ? "ok    " : "MISSED"} ${text}`);
  return lines.every(({ isMet }) => isMet);
}

/** `--items FILE --gold FILE`; without them the trial data, if `TRIAL_DATA` says where it is. */
function filesOf(args: string[]): { items: string; gold: string } | null {
  const { values } = parseArgs({
    args,
    options: { items: { type: "string" }, gold: { type: "string" } },
    strict: false,
  });
  const trial = process.env.TRIAL_DATA;
  const named = (value: unknown, ...rest: string[]) =>
    typeof value === "string" ? value : trial ? path.join(trial, "garbage", ...rest) : null;
  const items = named(values.items, "tsu", "items.csv");
  const gold = named(values.gold, "gold-dev.json");
  return items && gold ? { items, gold } : null;
}

/** Questions of a gold file against one dictionary, beside what else could have been built. */
export async function benchBot(args: string[]): Promise<boolean> {
  const files = filesOf(args);
  if (!files) {
    console.log(
      "  not run: name the dictionary and the questions, --items FILE --gold FILE (or set TRIAL_DATA)",
    );
    return true;
  }
  const entries = readItems(files.items);
  const gold = readGold(files.gold);
  createIndex(entries);
  const from = performance.now();
  const index = createIndex(entries);
  const builtMs = performance.now() - from;
  console.log(
    `${gold.length} questions, ${entries.length} items; index built in ${builtMs.toFixed(0)} ms (${loadNow()})`,
  );
  const bot = askBot(index, gold);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-bench-"));
  const server = await startEmbedded(folder, { scratch: true });
  try {
    const { finders, close } = await otherFinders(server.url, entries);
    const others: Result[] = [];
    for (const { name, find } of finders) others.push(await askOther(name, find, gold));
    await close();
    print([bot, ...others]);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return judge(bot);
}
