import { auditEntries } from "@/db/schema/index";
import type { Actor, Ctx, StaffActor } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import { verifyChain } from "./queries";
import { auditAnchor } from "./store";
import type { Verdict } from "./verify";

/**
 * What was done, to what, as ids and field names: never values, so that erasing a person stays possible.
 * `action` reads `report.change-status`; `subjectId` is the row's id as text.
 */
export type AuditNote = {
  action: string;
  subjectKind: string;
  subjectId: string | number;
  fields?: readonly string[];
};

const actorId = (actor: Actor): number | null =>
  actor.kind === "staff" ? actor.staffId : actor.kind === "friend" ? actor.friendId : null;

/**
 * Inserts one entry. Call it with the Ctx of the transaction that makes the change (`within(ctx, tx)`), so that
 * neither exists without the other. Chaining is the sealer's work (jobs.ts): a chain head here would be a global lock.
 */
export async function recordAudit(ctx: Ctx, note: AuditNote): Promise<void> {
  await ctx.db.insert(auditEntries).values({
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    action: note.action,
    subjectKind: note.subjectKind,
    subjectId: String(note.subjectId),
    fields: [...(note.fields ?? [])],
  });
}

/** Checks the whole chain for a person who asked, and notes that they did. */
export async function verifyAudit(ctx: Ctx<StaffActor>): Promise<Result<Verdict>> {
  const verdict = await verifyChain(ctx, auditAnchor());
  await recordAudit(ctx, { action: "audit.verify", subjectKind: "audit", subjectId: verdict.head.seq });
  return ok(verdict);
}
