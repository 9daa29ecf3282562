import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx } from "@/lib/core/context";
import type { ArmFile } from "@/lib/delivery/arm-gateway";
import { checkArming } from "@/lib/delivery/queries";
import type { ChannelGateway } from "@/lib/line/channel-gateway";
import { requestSetup } from "../commands";
import { askLine, workMenus } from "../jobs";
import { findJob } from "../queries";

export type SetupOutcome =
  | { kind: "published" | "unchanged" | "noContent" | "notArmed" | "late" }
  | { kind: "failed"; error: string };

const PATIENCE_MS = 90_000;
const LOOK_MS = 250;

/**
 * Brings LINE to what is wanted, by the same job as the workers, one of which may be the one to do it. A database that
 * may not send does so only where there is no menu of ours yet: a restored copy leaves LINE as it is.
 */
export async function setUpMenus(
  ctx: Ctx,
  tools: { channel: ChannelGateway; arm: ArmFile; owner: string },
): Promise<SetupOutcome> {
  const seen = await askLine(ctx, tools.channel);
  if (!seen) return { kind: "noContent" };
  if (seen.differences.length === 0) return { kind: "unchanged" };
  const isFirst = seen.aliases.every(({ leadsTo }) => leadsTo === null) && seen.shows === null;
  const { verdict } = await checkArming(ctx, tools.arm);
  if (!verdict.armed && !(isFirst && seen.standing === null)) return { kind: "notArmed" };

  const jobId = await requestSetup(ctx);
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    await workMenus(ctx, tools);
    const job = await findJob(ctx, jobId);
    if (job?.state === "done" || job?.state === "superseded") return { kind: "published" };
    if (job?.state === "failed") return { kind: "failed", error: job.lastError ?? "" };
    await sleep(LOOK_MS);
  }
  return { kind: "late" };
}
