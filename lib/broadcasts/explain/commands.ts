import { recordAudit } from "@/lib/audit/commands";
import type { StaffCtx } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { AppError } from "@/lib/core/errors";
import { ok, type Result, refused } from "@/lib/core/result";
import { explainFriend, findAsked } from "@/lib/segments/commands";
import type { Explanation } from "@/lib/segments/why-not";
import { REFUSALS } from "../messages";
import { getBroadcast, getVersion } from "../queries";
import type { ExplainInput } from "../schema";
import { tellArrival } from "./arrival";
import { findBatchOf } from "./queries";

/**
 * 「なぜ届かない?」 of one broadcast, for the resident of a receipt number or code: what became of the batch they are in, or
 * why they are in none. Only of a wording that a second person has approved or that went out, never of a draft: whoever
 * could ask any rule about anybody would read a whole profile answer by answer. Having looked is noted.
 */
export async function explainBroadcast(
  ctx: StaffCtx,
  input: ExplainInput,
): Promise<Result<Explanation, "undecided" | "nobody" | "too-often">> {
  const { row } = await getBroadcast(ctx, input);
  if (!can(ctx.actor, "broadcast.control", { sectionId: row.sectionId }).ok)
    throw new AppError("forbidden", "broadcast.control");
  const version = row.version === null ? null : await getVersion(ctx, { id: row.id, version: row.version });
  if (!version || (version.decision !== "approved" && row.frozenAt === null))
    return refused("undecided", REFUSALS.undecided);
  const asked = await findAsked(ctx, input.who);
  if (!asked.ok) return asked;
  const friendId = asked.value;
  await recordAudit(ctx, {
    action: "broadcast.explain",
    subjectKind: "friend",
    subjectId: friendId,
    fields: [`broadcast:${row.id}`],
  });
  const batch = row.frozenAt === null ? null : await findBatchOf(ctx, { id: row.id, friendId });
  const now = await explainFriend(ctx, { friendId, rule: version.rule, drill: row.kind === "drill" });
  const corrects = row.correctsId !== null;
  return ok(tellArrival({ frozenAt: row.frozenAt, state: row.state, corrects, batch, now }));
}
