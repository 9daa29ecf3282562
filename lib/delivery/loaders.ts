import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { appArmFile } from "./desk/store";
import { checkArming, countWaiting, findChannel } from "./queries";
import { type ChannelView, troubleOf } from "./view";

/** The state of sending, for everybody who has to do with broadcasts. */
export async function loadChannel(): Promise<ChannelView & { now: Date }> {
  const ctx = await requireStaff("broadcast.view");
  const [channel, { verdict }, waiting] = await Promise.all([
    findChannel(ctx),
    checkArming(ctx, appArmFile()),
    countWaiting(ctx),
  ]);
  const breaker = channel?.breakerOpenUntil
    ? {
        failures: channel.breakerFailures,
        since: channel.breakerFailingSince,
        probeAt: channel.breakerOpenUntil,
      }
    : null;
  const facts = {
    notArmed: verdict.armed ? null : verdict.why,
    armedAt: channel?.armedAt ?? null,
    pausedReason: channel?.pausedReason ?? null,
    pausedAt: channel?.pausedAt ?? null,
    breaker,
    slowUntil: channel?.slowUntil && channel.slowUntil > ctx.now ? channel.slowUntil : null,
  };
  return {
    ...facts,
    ...waiting,
    trouble: troubleOf(facts),
    mayManage: can(ctx.actor, "channel.manage").ok,
    now: ctx.now,
  };
}
