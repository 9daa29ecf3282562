import { eq, sql } from "drizzle-orm";
import { broadcasts, staff } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan } from "@/lib/auth/permission";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { addedBroadcasts } from "@/lib/segments/named";
import { hasForeignBroadcast } from "@/lib/segments/queries";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import { canonicalJson } from "../canonical";
import { EMPTY_CONTENT } from "../content";
import { correctionOf } from "../correction";
import { getSentContent } from "../correction/queries";
import { REFUSALS } from "../messages";
import { type BroadcastRecord, lockBroadcast } from "../queries";
import { recordHappening } from "../record/commands";
import { NOW } from "../schedule";
import type { CorrectInput, CreateDraftInput, OnlyId, SaveDraftInput } from "../schema";
import { canCopy, canCorrect, canEdit, type Refusal } from "../status";

type StaffCtx = Ctx<StaffActor>;
const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

type NewDraft = Pick<BroadcastRecord, "kind" | "title" | "sectionId"> &
  Partial<Pick<BroadcastRecord, "content" | "rule" | "schedule" | "correctsId" | "correctionKind">>;

/** One row, its history and its audit entry. Call it in a transaction. */
async function insertDraft(ctx: StaffCtx, draft: NewDraft): Promise<string> {
  const id = newId();
  await ctx.db.insert(broadcasts).values({
    id,
    content: EMPTY_CONTENT,
    rule: EVERYONE,
    schedule: NOW,
    authorId: ctx.actor.staffId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    ...draft,
  });
  await recordHappening(ctx, { broadcastId: id, kind: "created", fields: ["kind", "title"] });
  return id;
}

/** A new draft. Its kind is chosen here and nowhere else. */
export async function createDraft(ctx: StaffCtx, input: CreateDraftInput): Promise<Result<{ id: string }>> {
  assertCan(ctx.actor, "broadcast.write", { sectionId: input.sectionId });
  return ctx.db.transaction(async (tx) => ok({ id: await insertDraft(within(ctx, tx), input) }));
}

export type SavedDraft =
  | { kind: "saved"; revision: number; savedAt: string }
  /** Nothing was overwritten: this is what the other person saved. */
  | {
      kind: "conflict";
      revision: number;
      savedAt: string;
      by: string | null;
      theirs: Pick<BroadcastRecord, "title" | "content" | "rule" | "schedule">;
    };

const PARTS = ["title", "content", "rule", "schedule"] as const;

const changedParts = (before: BroadcastRecord, after: SaveDraftInput) =>
  PARTS.filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]));

async function conflictOf(ctx: StaffCtx, row: BroadcastRecord): Promise<SavedDraft> {
  const [last] = await ctx.db
    .select({ name: staff.name })
    .from(staff)
    .where(eq(staff.id, row.writerIds.at(-1) ?? row.authorId));
  const { title, content, rule, schedule } = row;
  return {
    kind: "conflict",
    revision: row.revision,
    savedAt: row.updatedAt.toISOString(),
    by: last?.name ?? null,
    theirs: { title, content, rule, schedule },
  };
}

/**
 * A correction goes to those the first one reached, or may have reached when it is frozen (lib/delivery/freeze): its
 * rule is not for anybody to choose.
 */
export const correctedRule = (correctsId: string): Rule => ({ op: "received", broadcastId: correctsId });

/**
 * Saves what is on the screen, if nobody else saved meanwhile; else hands back theirs. Saving the same again changes
 * nothing. Whoever saves a change has a hand in it and cannot approve it.
 */
export async function saveDraft(
  ctx: StaffCtx,
  input: SaveDraftInput,
): Promise<Result<SavedDraft, Refusal | "foreign">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { row, standing, who } = await lockBroadcast(inner, input);
    const verdict = canEdit(standing, who);
    if (!verdict.ok) return no(verdict.reason);
    const wanted = row.correctsId ? { ...input, rule: correctedRule(row.correctsId) } : input;
    const changed = changedParts(row, wanted);
    const savedAt = ctx.now.toISOString();
    if (changed.length === 0) return ok({ kind: "saved" as const, revision: row.revision, savedAt });
    if (row.revision !== input.revision) return ok(await conflictOf(inner, row));
    // A correction's rule is the house's own.
    const added = row.correctsId ? [] : addedBroadcasts(row.rule, wanted.rule);
    if (await hasForeignBroadcast(inner, added)) return no("foreign");
    const revision = row.revision + 1;
    const { staffId } = ctx.actor;
    await tx
      .update(broadcasts)
      .set({
        title: wanted.title,
        content: wanted.content,
        rule: wanted.rule,
        schedule: wanted.schedule,
        revision,
        // The last one stands at the end: who saved last is told to the next.
        writerIds: sql`array_remove(${broadcasts.writerIds}, ${staffId}) || ${staffId}::int`,
        updatedAt: ctx.now,
      })
      .where(eq(broadcasts.id, row.id));
    await recordAudit(inner, {
      action: "broadcast.save",
      subjectKind: "broadcast",
      subjectId: row.id,
      fields: changed,
    });
    return ok({ kind: "saved" as const, revision, savedAt });
  });
}

/** A new draft with the same words, of the same kind: what was written for a drill does not cross over. */
export async function copyBroadcast(ctx: StaffCtx, input: OnlyId): Promise<Result<{ id: string }, Refusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { row, standing, who } = await lockBroadcast(inner, input);
    const verdict = canCopy(standing, who);
    if (!verdict.ok) return no(verdict.reason);
    const { kind, sectionId, content, rule } = row;
    const title = `${row.title.slice(0, 90)} (コピー)`;
    return ok({ id: await insertDraft(inner, { kind, sectionId, content, rule, title }) });
  });
}

const CORRECTION_TITLES = { correction: "訂正", withdrawal: "取消" } as const;

/** One click: a prefilled draft, of the same kind, to those who were reached. */
export async function correctBroadcast(
  ctx: StaffCtx,
  input: CorrectInput,
): Promise<Result<{ id: string }, Refusal>> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const locked = await lockBroadcast(inner, input);
    const { row } = locked;
    const verdict = canCorrect(locked.standing, locked.who);
    if (!verdict.ok) return no(verdict.reason);
    const sentAt = row.firstAcceptedAt ?? ctx.now;
    const id = await insertDraft(inner, {
      kind: row.kind,
      sectionId: row.sectionId,
      title: `${CORRECTION_TITLES[input.kind]}: ${row.title.slice(0, 90)}`,
      content: correctionOf(await getSentContent(inner, locked), input.kind, sentAt),
      rule: correctedRule(row.id),
      correctsId: row.id,
      correctionKind: input.kind,
    });
    await recordHappening(inner, {
      broadcastId: row.id,
      kind: "corrected",
      version: row.version,
      detail: { by: id, kind: input.kind },
      fields: [],
    });
    return ok({ id });
  });
}
