import { sql } from "drizzle-orm";
import { countAllBlocks } from "@/lib/analytics/broadcasts/commands";
import { METRICS, type Source } from "@/lib/analytics/metric";
import { recount } from "@/lib/analytics/recount/commands";
import { recountMisses } from "@/lib/chatbot/count/commands";
import { type Ctx, within } from "@/lib/core/context";
import { fillBroadcasts } from "./broadcasts/commands";
import { countFilledFriends, fillFriends, fillLineDays } from "./friends/commands";
import type { FillPlan } from "./plan";
import { fillQuestions } from "./questions/commands";
import { fillReports, fillWalks } from "./reports/commands";

export const FILL_STEPS = ["friends", "reports", "walks", "questions", "broadcasts", "counts"] as const;
export type FillStep = (typeof FILL_STEPS)[number];
/** How far a step is; `done` equal to `of`: it is over. */
export type Tell = (step: FillStep, done: number, of: number) => void;

const TABLES = [
  "friends",
  "friend_moves",
  "reports",
  "report_entries",
  "conversations",
  "bot_questions",
  "broadcast_batches",
] as const;

/** Rows that are not counted as they are written. The triggers come back with the transaction's end, whatever ends it. */
const uncounted = (ctx: Ctx, work: (inside: Ctx) => Promise<void>): Promise<void> =>
  ctx.db.transaction(async (tx) => {
    const setTriggers = async (to: "enable" | "disable") => {
      for (const table of TABLES) await tx.execute(sql.raw(`alter table ${table} ${to} trigger user`));
    };
    await setTriggers("disable");
    await work(within(ctx, tx));
    await setTriggers("enable");
  });

/**
 * Realistic volume for a loaded city, by statements over whole sets. Rows are written uncounted and counted afterwards:
 * the owner's connection is needed for that, and one connection alone. Again with the same plan nothing is added, and one
 * that was ended half-way is finished.
 */
export async function fillTown(ctx: Ctx, plan: FillPlan, tell: Tell): Promise<void> {
  await uncounted(ctx, async (inside) => {
    await fillFriends(inside, plan, (done) => tell("friends", done, plan.friends));
    await inside.db.execute(sql`analyze friends`);
  });
  await uncounted(ctx, async (inside) => {
    await fillReports(inside, plan, (done) => tell("reports", done, plan.reports));
    await fillWalks(inside, plan);
    tell("walks", 1, 1);
  });
  if (plan.questions > 0)
    await uncounted(ctx, (inside) =>
      fillQuestions(inside, plan, (done) => tell("questions", done, plan.questions)),
    );
  if (plan.friends > 0)
    await uncounted(ctx, (inside) =>
      fillBroadcasts(inside, plan, (done) => tell("broadcasts", done, plan.broadcasts)),
    );
  await countFilled(ctx, plan, (done, of) => tell("counts", done, of));
}

async function countFilled(
  ctx: Ctx,
  plan: FillPlan,
  tell: (done: number, of: number) => void,
): Promise<void> {
  for (const table of TABLES) await ctx.db.execute(sql.raw(`vacuum analyze ${table}`));
  await countFilledFriends(ctx);
  const work = [
    ...(Object.keys(METRICS) as Source[]).map((source) => () => recount(ctx, source, true)),
    () => ctx.db.transaction((tx) => recountMisses(within(ctx, tx))),
    () => fillLineDays(ctx, plan),
    () => countAllBlocks(ctx),
  ];
  for (const [n, each] of work.entries()) {
    await each();
    tell(n + 1, work.length);
  }
  for (const table of ["daily_counts", "monthly_counts", "daily_values"])
    await ctx.db.execute(sql.raw(`vacuum analyze ${table}`));
}
