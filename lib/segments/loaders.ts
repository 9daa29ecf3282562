import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { isoDate } from "@/lib/core/time";
import { listRuleChoices, listSegments } from "./queries";

/** The page of saved segments. */
export async function loadSegments() {
  const ctx = await requireStaff("broadcast.view");
  const [segments, choices] = await Promise.all([listSegments(ctx), listRuleChoices(ctx)]);
  return {
    segments: segments.map(({ sectionId, ...segment }) => ({
      ...segment,
      mayWrite: can(ctx.actor, "broadcast.write", { sectionId }).ok,
    })),
    choices,
    mayWrite: can(ctx.actor, "broadcast.write").ok,
    mayCount: can(ctx.actor, "broadcast.control").ok,
    today: isoDate(ctx.now),
    now: ctx.now,
  };
}
export type LoadedSegments = Awaited<ReturnType<typeof loadSegments>>;
