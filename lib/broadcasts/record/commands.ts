import type { BroadcastEntryKind } from "@/db/enums";
import { broadcastEntries } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { Ctx } from "@/lib/core/context";

export type Happening = {
  broadcastId: string;
  kind: BroadcastEntryKind;
  version?: number | null;
  reason?: string | null;
  /** Counts and the like; never what a resident wrote. */
  detail?: Record<string, unknown> | null;
  fields?: readonly string[];
};

/** Writes the history of a broadcast and the audit together, in the transaction of the change. */
export async function recordHappening(ctx: Ctx, input: Happening): Promise<void> {
  await ctx.db.insert(broadcastEntries).values({
    broadcastId: input.broadcastId,
    at: ctx.now,
    kind: input.kind,
    actorId: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
    version: input.version ?? null,
    reason: input.reason || null,
    detail: input.detail ?? null,
  });
  await recordAudit(ctx, {
    action: `broadcast.${input.kind.replaceAll("_", "-")}`,
    subjectKind: "broadcast",
    subjectId: input.broadcastId,
    fields: input.fields ?? ["state"],
  });
}
