import { eq, max, sql } from "drizzle-orm";
import type { BroadcastKind } from "@/db/enums";
import { broadcasts, broadcastVersions } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { findMediaPlaces } from "@/lib/media/queries";
import { findNamedProblem, inlineNamed } from "@/lib/segments/named";
import { countAudience, listNamedRules } from "@/lib/segments/queries";
import { checkContent } from "../../check";
import { mediaIdsOf } from "../../content";
import { versionHash } from "../../fingerprint";
import { lintContent } from "../../lint";
import { quotaShortage, REFUSALS } from "../../messages";
import type { BroadcastRecord } from "../../queries";
import { wantQuota } from "../../quota/commands";
import { getForecast } from "../../quota/queries";
import { checkSchedule, firstDue, type ScheduleProblem } from "../../schedule";

export type FreezeRefusal =
  | "conflict"
  | "content"
  | "rule"
  | "rule-too-large"
  | "media-missing"
  | "quota"
  | Exclude<ScheduleProblem, never>;
const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

/** Null, or refused with the exact shortage; then LINE is asked more often whether there is more. */
export async function refuseShortage(
  ctx: Ctx,
  args: { id: string; kind: BroadcastKind; count: number; due: Date | null },
): Promise<{ ok: false; reason: "quota"; message?: string } | null> {
  const forecast = await getForecast(ctx, { ...args, beside: "planned" });
  if (forecast.kind !== "short") return null;
  await wantQuota(ctx);
  return refused("quota", quotaShortage(forecast.short, forecast.left));
}

/**
 * Writes down word for word what is asked for, as one version that never changes: content, rule with its named segments
 * put in, schedule. Refused while anything in it could not be sent. Call it in the transaction that moves the state.
 */
export async function freezeVersion(
  ctx: Ctx<StaffActor>,
  args: { row: BroadcastRecord; revision: number },
): Promise<Result<{ version: number; count: number }, FreezeRefusal>> {
  const { row } = args;
  if (row.revision !== args.revision) return no("conflict");
  const mediaIds = mediaIdsOf(row.content);
  const places = await findMediaPlaces(ctx, { ids: mediaIds, base: "" });
  if (row.title === "" || checkContent(row, places).length > 0) return no("content");
  if (lintContent(row).some((finding) => finding.blocks)) return no("content");
  if (mediaIds.some((id) => places[id] === undefined)) return no("media-missing");
  const problem = checkSchedule(row.schedule, row.kind, ctx.now);
  // When the button is pressed decides for `now`; the hour is asked again then.
  if (problem && !(row.schedule.kind === "now" && problem === "quiet-hours")) return no(problem);
  const named = await listNamedRules(ctx);
  const wrong = findNamedProblem(row.rule, named);
  if (wrong) return no(wrong.problem === "too-large" ? "rule-too-large" : "rule");
  const rule = inlineNamed(row.rule, named);
  const { total } = await countAudience(ctx, { rule, kind: row.kind });
  const short = await refuseShortage(ctx, {
    id: row.id,
    kind: row.kind,
    count: total,
    due: firstDue(row.schedule, ctx.now),
  });
  if (short) return short;

  const [last] = await ctx.db
    .select({ version: max(broadcastVersions.version) })
    .from(broadcastVersions)
    .where(eq(broadcastVersions.broadcastId, row.id));
  const version = (last?.version ?? 0) + 1;
  const { kind, title, content, schedule } = row;
  await ctx.db.insert(broadcastVersions).values({
    broadcastId: row.id,
    version,
    kind,
    title,
    content,
    rule,
    schedule,
    hash: versionHash({ kind, content, rule, schedule }),
    countThen: total,
    submittedBy: ctx.actor.staffId,
    submittedAt: ctx.now,
  });
  const { staffId } = ctx.actor;
  await ctx.db
    .update(broadcasts)
    .set({ writerIds: sql`array_remove(${broadcasts.writerIds}, ${staffId}) || ${staffId}::int` })
    .where(eq(broadcasts.id, row.id));
  return ok({ version, count: total });
}
