import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { findChannel, getProgress } from "./queries";
import { canDo, type Deed } from "./state";

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
    progress,
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
