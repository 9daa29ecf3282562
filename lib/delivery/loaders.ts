import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { appArmFile } from "./desk/store";
import { checkArming, countWaiting, findChannel, getProgress } from "./queries";
import { canDo, type Deed, progressFor } from "./state";
import { type ChannelView, troubleOf } from "./view";

type Shown = {
  id: string;
  kind: Parameters<typeof canDo>[1]["kind"];
  state: Parameters<typeof canDo>[1]["state"];
  heldUntil: Date | null;
  sectionId: number | null;
  authorId: number;
  writerIds: readonly number[];
};

/** How far the sending of one broadcast is and what this person may do about it, for its page. */
export async function loadDelivery(row: Shown) {
  const ctx = await requireStaff("broadcast.view");
  const [progress, channel] = await Promise.all([getProgress(ctx, row.id), findChannel(ctx)]);
  const target = { sectionId: row.sectionId };
  const { staffId } = ctx.actor;
  const may = (deed: Deed) =>
    can(ctx.actor, deed === "release" ? "broadcast.approve" : "broadcast.control", target).ok &&
    canDo(deed, {
      kind: row.kind,
      state: row.state,
      releasesItself: row.state === "held" && row.heldUntil !== null,
      isOwn: row.authorId === staffId || row.writerIds.includes(staffId),
    }).ok;
  return {
    now: ctx.now,
    progress: progressFor(progress, can(ctx.actor, "segment.small-counts").ok),
    channelPaused: channel?.pausedReason ?? null,
    may: {
      release: may("release"),
      undo: may("undo"),
      pause: may("pause"),
      resume: may("resume"),
      stop: may("stop"),
    },
  };
}
export type LoadedDelivery = Awaited<ReturnType<typeof loadDelivery>>;

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
    trouble: troubleOf({ ...facts, isBreakerOpen: breaker !== null }),
    mayManage: can(ctx.actor, "channel.manage").ok,
    now: ctx.now,
  };
}
