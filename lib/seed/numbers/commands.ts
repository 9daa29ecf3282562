import { countAllBlocks } from "@/lib/analytics/broadcasts/commands";
import type { Ctx } from "@/lib/core/context";
import { fillBroadcasts } from "@/lib/fill/broadcasts/commands";
import { fillLineDays } from "@/lib/fill/friends/commands";
import { fillWalks } from "@/lib/fill/reports/commands";

const LIFE_DAYS = 60;
const BROADCASTS = 9;

/** What 分析 shows beside the life's reports: walks that ended on the way, broadcasts with LINE's numbers, LINE's nights. */
export async function insertNumbers(
  ctx: Ctx,
  input: { residents: { seed: string; count: number }; reports: number },
): Promise<void> {
  const plan = {
    seed: input.residents.seed,
    friends: input.residents.count,
    reports: input.reports,
    questions: 0,
    broadcasts: BROADCASTS,
    days: LIFE_DAYS,
  };
  await fillWalks(ctx, plan);
  await fillBroadcasts(ctx, plan, () => {});
  await fillLineDays(ctx, plan);
  await countAllBlocks(ctx);
}
