import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { segments } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { StaffCtx } from "@/lib/auth/gate";
import { assertCan, can, reachOf } from "@/lib/auth/permission";
import { takeTurn } from "@/lib/auth/turns";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { ok, type Result, refused } from "@/lib/core/result";
import { type AudienceFigures, figuresFor } from "./figures";
import { inUse, NOBODY_FOUND, SEGMENT_REFUSALS, TOO_OFTEN } from "./messages";
import { addedBroadcasts, broadcastsIn, findNamedProblem } from "./named";
import {
  countAudience,
  findFriendId,
  findSegmentRule,
  getFacts,
  hasForeignBroadcast,
  listNamedRules,
  listRuleChoices,
  listUsers,
} from "./queries";
import { canonicalRule, type Rule, ruleSchema } from "./rule";
import type { ArchiveSegmentInput, CountInput, ExplainInput, SaveSegmentInput } from "./schema";
import { type Explanation, whyNot } from "./why-not";

const no = <R extends keyof typeof SEGMENT_REFUSALS>(reason: R) => refused(reason, SEGMENT_REFUSALS[reason]);
type Kept = { id: string; revision: number };

/** One change of segments at a time: two together could close a circle that neither sees. */
const oneAtATime = sql`select pg_advisory_xact_lock(hashtext('segments'))`;

/** The section a new segment belongs to: the person's own, or none when they hold their role in all. */
function homeSection(ctx: StaffCtx): number | null {
  const reach = reachOf(ctx.actor, "broadcast.write");
  return reach === "all" ? null : (reach[0] ?? null);
}

async function isNameTaken(ctx: Ctx, input: { id: string; name: string }): Promise<boolean> {
  const same = and(eq(segments.name, input.name), isNull(segments.archivedAt), ne(segments.id, input.id));
  const [row] = await ctx.db.select({ id: segments.id }).from(segments).where(same);
  return row !== undefined;
}

/** Saves a new segment or a new state of one. The same request twice is one save. */
export async function saveSegment(
  ctx: StaffCtx,
  input: SaveSegmentInput,
): Promise<Result<Kept, keyof typeof SEGMENT_REFUSALS>> {
  const rule = canonicalRule(input.rule);
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    await tx.execute(oneAtATime);
    const [row] = await tx.select().from(segments).where(eq(segments.id, input.id));
    assertCan(ctx.actor, "broadcast.write", { sectionId: row ? row.sectionId : homeSection(ctx) });
    if (row?.archivedAt) return no("gone");
    if (row && isSame(row, input.name, rule)) return ok({ id: row.id, revision: row.revision });
    if ((row?.revision ?? null) !== input.revision) return no("conflict");
    if (await isNameTaken(inner, input)) return no("name-taken");
    const problem = findNamedProblem(rule, await listNamedRules(inner), input.id);
    if (problem) return no(problem.problem);
    const added = addedBroadcasts(row ? ruleSchema.parse(row.rule) : null, rule);
    if (await hasForeignBroadcast(inner, added)) return no("foreign");
    const revision = (row?.revision ?? 0) + 1;
    const set = { name: input.name, rule, revision, updatedAt: ctx.now };
    const birth = { id: input.id, sectionId: homeSection(ctx), createdBy: ctx.actor.staffId };
    if (row) await tx.update(segments).set(set).where(eq(segments.id, input.id));
    else await tx.insert(segments).values({ ...birth, ...set });
    await recordAudit(inner, {
      action: row ? "segment.change" : "segment.create",
      subjectKind: "segment",
      subjectId: input.id,
      fields: ["name", "rule"],
    });
    return ok({ id: input.id, revision });
  });
}

const isSame = (row: typeof segments.$inferSelect, name: string, rule: Rule): boolean =>
  row.name === name && JSON.stringify(canonicalRule(row.rule as Rule)) === JSON.stringify(rule);

/** Puts a segment away. What still uses it is named instead. */
export async function archiveSegment(
  ctx: StaffCtx,
  input: ArchiveSegmentInput,
): Promise<Result<Kept, "conflict" | "in-use">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    await tx.execute(oneAtATime);
    const [row] = await tx.select().from(segments).where(eq(segments.id, input.id));
    if (!row) throw new AppError("not-found", "segment");
    assertCan(ctx.actor, "broadcast.write", { sectionId: row.sectionId });
    if (row.archivedAt) return ok({ id: row.id, revision: row.revision });
    if (row.revision !== input.revision) return no("conflict");
    const users = await listUsers(inner, input.id);
    if (users.length > 0) return refused("in-use", inUse(users));
    const revision = row.revision + 1;
    await tx
      .update(segments)
      .set({ archivedAt: ctx.now, revision, updatedAt: ctx.now })
      .where(eq(segments.id, input.id));
    await recordAudit(inner, { action: "segment.archive", subjectKind: "segment", subjectId: input.id });
    return ok({ id: input.id, revision });
  });
}

/** Each key stroke in the editor may ask anew; a program that takes counts apart asks far more often. */
const COUNTS = { points: 120, seconds: 60 };
const EXPLANATIONS = { points: 30, seconds: 3600 };

/** The live count, as this person may see it. */
export async function weighAudience(
  ctx: StaffCtx,
  input: CountInput,
): Promise<Result<AudienceFigures, "missing" | "cycle" | "too-large" | "too-often" | "foreign">> {
  if (!takeTurn(`count:${ctx.actor.staffId}`, COUNTS, ctx.now.getTime()))
    return refused("too-often", TOO_OFTEN.count);
  // Of another section's broadcast a count would tell how many it reached.
  if (await hasForeignBroadcast(ctx, broadcastsIn(input.rule))) return no("foreign");
  const problem = findNamedProblem(input.rule, await listNamedRules(ctx));
  if (problem) return no(problem.problem);
  const mayView = can(ctx.actor, "segment.small-counts").ok;
  return ok(figuresFor(await countAudience(ctx, input), mayView));
}

/** Who is asked about when somebody says that nothing arrived: by receipt number or code, and not without end. */
export async function findAsked(ctx: StaffCtx, who: string): Promise<Result<number, "nobody" | "too-often">> {
  if (!takeTurn(`explain:${ctx.actor.staffId}`, EXPLANATIONS, ctx.now.getTime()))
    return refused("too-often", TOO_OFTEN.explain);
  const friendId = await findFriendId(ctx, who);
  return friendId === null ? refused("nobody", NOBODY_FOUND) : ok(friendId);
}

/** 「なぜ届かない?」 of a saved segment, for the resident of a receipt number or code. Having looked is noted. */
export async function explainReach(
  ctx: StaffCtx,
  input: ExplainInput,
): Promise<Result<Explanation, "nobody" | "gone" | "missing" | "cycle" | "too-large" | "too-often">> {
  const rule = await findSegmentRule(ctx, input.segmentId);
  if (!rule) return no("gone");
  const named = await listNamedRules(ctx);
  const problem = findNamedProblem(rule, named);
  if (problem) return no(problem.problem);
  const asked = await findAsked(ctx, input.who);
  if (!asked.ok) return asked;
  await recordAudit(ctx, {
    action: "segment.explain",
    subjectKind: "friend",
    subjectId: asked.value,
    fields: [`segment:${input.segmentId}`],
  });
  return ok(await explainFriend(ctx, { friendId: asked.value, rule, drill: false }));
}

/** Whether a broadcast for the rule would go to this friend as things are now. */
export async function explainFriend(
  ctx: StaffCtx,
  input: { friendId: number; rule: Rule; drill: boolean },
): Promise<Explanation> {
  const [{ facts, reach }, choices, named] = await Promise.all([
    getFacts(ctx, input.friendId),
    listRuleChoices(ctx),
    listNamedRules(ctx),
  ]);
  return whyNot({ rule: input.rule, facts, reach, drill: input.drill, named, choices, now: ctx.now });
}
