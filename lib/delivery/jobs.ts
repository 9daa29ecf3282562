import { SPOKEN } from "@/db/enums";
import type { Ctx } from "@/lib/core/context";
import { errorFields, log, shortId } from "@/lib/core/log";
import type { LineGateway } from "@/lib/line/gateway";
import { type Acceptance, type Batch, retireOldKeys, returnBatches, settleBatch } from "./batches/commands";
import { noteAnswer, noteFailure, pauseChannel, slowDown } from "./channel/commands";
import { finishBroadcasts, haltBroadcast } from "./commands";
import { freezeBroadcast, listDue, type Render, releaseBroadcast } from "./freeze/commands";
import { decideBatch, RETRY_KEY_LIFE_MS, type Sign } from "./outcome";
import { getRendered } from "./queries";
import { pauseStalled } from "./release/commands";
import { unitOf } from "./unit";

export type SendTools = {
  line: Pick<LineGateway, "multicast" | "quotaLeft">;
  /** Writes down, with others, that LINE took a batch. False: its lease was lost. */
  accept: (taken: Acceptance) => Promise<boolean>;
  owner: string;
  random: () => number;
  clock: () => number;
};

/**
 * One attempt at one batch that this worker holds: the call without any open transaction, then what came of it. Answers
 * what LINE's answer says of the channel. A batch whose key grew too old in this worker's hands is not called for: LINE
 * may have forgotten the key, and would take it again.
 */
export async function attemptBatch(
  ctx: Ctx,
  tools: SendTools,
  batch: Batch,
  messages: readonly unknown[],
): Promise<Sign> {
  if (tools.clock() - batch.firstAttemptAt.getTime() > RETRY_KEY_LIFE_MS) {
    // `retireOldKeys` decides what becomes of it, unless it is another's by now.
    await returnBatches(ctx, { owner: tools.owner, batches: [batch] });
    log.warn({ event: "broadcast.key-too-old", id: shortId(batch.broadcastId), n: batch.n });
    return "works";
  }
  const outcome = await tools.line.multicast(
    { to: batch.lineUserIds, messages, unit: unitOf(batch.broadcastId) },
    batch.retryKey,
  );
  const isLimit = outcome.kind === "answered" && outcome.status === 429;
  const quotaLeft = isLimit ? await tools.line.quotaLeft() : null;
  const { batch: next, sign: told } = decideBatch(outcome, {
    attempts: batch.attempts,
    mayHaveArrived: batch.mayHaveArrived,
    sinceFirstAttemptMs: tools.clock() - batch.firstAttemptAt.getTime(),
    size: batch.size,
    jitter: tools.random(),
    quotaLeft,
  });
  // Before the batch is free again: else another worker tries what is refused for all.
  let sign = told;
  if (sign === "channel-refused") await pauseChannel(ctx, `http-${answeredStatus(outcome)}`);
  if (sign === "quota-spent" || sign === "content-refused" || sign === "refused") {
    const halted = await haltBroadcast(ctx, {
      broadcastId: batch.broadcastId,
      reason: sign,
      refusedSpoken: sign === "content-refused" ? SPOKEN.indexOf(batch.spoken) : null,
      quotaLeft,
    });
    // It stands still already: no reason for others to let go of what they hold.
    if (!halted) sign = "works";
  }
  const answer = {
    batch,
    httpStatus: answeredStatus(outcome),
    requestId: outcome.kind === "answered" ? outcome.requestId : null,
  };
  const settled =
    next.next === "accepted"
      ? await tools.accept(answer)
      : await settleBatch(ctx, { ...answer, owner: tools.owner, next });
  if (sign === "fails") await noteFailure(ctx);
  else if (next.next !== "accepted") await noteAnswer(ctx);
  if (sign === "slow") await slowDown(ctx);
  if (next.next !== "accepted" || !settled) {
    log.warn({
      event: "broadcast.batch-not-accepted",
      id: shortId(batch.broadcastId),
      n: batch.n,
      next: next.next,
      why: "error" in next ? next.error : null,
      attempts: batch.attempts,
      settled,
    });
  }
  return sign;
}

const answeredStatus = (outcome: Awaited<ReturnType<LineGateway["multicast"]>>): number | null =>
  outcome.kind === "answered" ? outcome.status : null;

/**
 * What goes by the clock and not by LINE: asking a person about what stood still, freezing, releasing, ending. After each step it is looked anew: an
 * emergency that comes meanwhile does not wait for a list made before it. One broadcast that cannot be frozen keeps no other from its
 * time; after a quarter of an hour it is late and waits for a person. Answers whether there was anything.
 */
export async function keepSchedule(ctx: Ctx, render: Render): Promise<number> {
  // First: a correction waits for what still goes out, and what waits for a person does not.
  let done = await pauseStalled(ctx).catch((error) => {
    log.error({ event: "broadcast.not-paused", ...errorFields(error) });
    return 0;
  });
  const tried = new Set<string>();
  for (;;) {
    const due = (await listDue(ctx)).find(({ id, step }) => !tried.has(`${step} ${id}`));
    if (!due) break;
    const { id, step } = due;
    tried.add(`${step} ${id}`);
    try {
      const did =
        step === "release" ? await releaseBroadcast(ctx, id) : await freezeBroadcast(ctx, id, { render });
      if (did) done += 1;
    } catch (error) {
      log.error({ event: "broadcast.not-begun", id, step, ...errorFields(error) });
    }
  }
  await retireOldKeys(ctx);
  return done + (await finishBroadcasts(ctx));
}

/** The frozen words of broadcasts, kept in memory for the batches that follow. A release never changes them again. */
export function createWordings(limit = 8): (ctx: Ctx, batch: Batch) => Promise<readonly unknown[]> {
  const kept = new Map<string, Awaited<ReturnType<typeof getRendered>>>();
  return async (ctx, batch) => {
    const rendered = kept.get(batch.broadcastId) ?? (await getRendered(ctx, batch.broadcastId));
    kept.set(batch.broadcastId, rendered);
    if (kept.size > limit) kept.delete([...kept.keys()][0] ?? "");
    return rendered[batch.spoken] ?? rendered.ja;
  };
}
