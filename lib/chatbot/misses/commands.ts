import { and, eq, inArray, or } from "drizzle-orm";
import type { z } from "zod";
import { botEntries, botMisses } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan } from "@/lib/auth/permission";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { demand, draftOf, touchDraft } from "../books/commands";
import { lockBook } from "../books/queries";
import { ENTRY_LIMITS } from "../entries/form";
import { findEntry } from "../entries/queries";
import { foldWords } from "../fold";
import type { EntryRef } from "../tap";
import { MISS_REFUSALS, type MissRefusal } from "./messages";
import type { leaveInput, reopenInput, teachInput } from "./schema";
import { isBack, isOpen } from "./sql";
import { isMasked } from "./words";

type StaffCtx = Ctx<StaffActor>;
const no = <R extends MissRefusal>(reason: R) => refused(reason, MISS_REFUSALS[reason]);

const note = (ctx: Ctx, action: string, folded: readonly string[], fields: string[]) =>
  recordAudit(ctx, {
    action: `bot.miss-${action}`,
    subjectKind: "bot-miss",
    // The words themselves stay out of the record.
    subjectId: String(folded.length),
    fields,
  });

/**
 * These questions were turned into words of that entry. Answers how many waited; they come back by themselves when they
 * are missed again after the book was published. Call it in a transaction.
 */
export async function settleMisses(
  ctx: StaffCtx,
  input: { folded: readonly string[]; entry: EntryRef },
): Promise<number> {
  if (input.folded.length === 0) return 0;
  const settled = await ctx.db
    .update(botMisses)
    .set({
      state: "settled",
      entryKey: input.entry,
      settledBy: ctx.actor.staffId,
      settledAt: ctx.now,
      reason: null,
    })
    .where(and(inArray(botMisses.folded, [...input.folded]), or(isOpen(), isBack())))
    .returning({ folded: botMisses.folded });
  if (settled.length > 0)
    await note(
      ctx,
      "settle",
      settled.map((row) => row.folded),
      ["entryKey"],
    );
  return settled.length;
}

/**
 * Makes words that found nothing words of an entry, in the draft of its book. Whoever writes for one section teaches
 * that section's entries.
 */
export async function teachWords(
  ctx: StaffCtx,
  input: z.output<typeof teachInput>,
): Promise<Result<{ settled: number; words: string[] }, "gone" | "settled" | "masked" | "full">> {
  demand(ctx, "bot.write");
  if (input.words.some(isMasked)) return no("masked");
  const { book, key } = input.target;
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { live, draft } = await lockBook(inner, { book });
    const current = draft ?? live;
    const entry = current ? await findEntry(inner, { versionId: current.id, key }) : null;
    if (!entry) return no("gone");
    demand(ctx, "bot.write", { sectionId: entry.sectionId });
    const known = new Set([entry.title, entry.reading ?? "", ...entry.synonyms].map(foldWords));
    const fresh = input.words.filter((word) => {
      const folded = foldWords(word);
      if (known.has(folded)) return false;
      known.add(folded);
      return true;
    });
    if (entry.synonyms.length + fresh.length > ENTRY_LIMITS.synonyms) return no("full");
    const settled = await settleMisses(inner, {
      folded: input.folded,
      entry: `${book === "garbage" ? "g" : "f"}:${key}`,
    });
    if (settled === 0) return no("settled");
    if (fresh.length > 0) {
      const opened = await draftOf(inner, { book, live, draft });
      await tx
        .update(botEntries)
        .set({
          synonyms: [...entry.synonyms, ...fresh],
          updatedAt: ctx.now,
          updatedBy: ctx.actor.staffId,
        })
        .where(and(eq(botEntries.versionId, opened.id), eq(botEntries.key, key)));
      await touchDraft(inner, opened);
      await recordAudit(inner, {
        action: "bot.entry-change",
        subjectKind: "bot-entry",
        subjectId: `${book}/${key}`,
        fields: ["synonyms"],
      });
    }
    return ok({ settled, words: fresh });
  });
}

/** Nothing is to be done about these, and why. They stay out of the way for good, however often they are asked. */
export async function leaveMisses(
  ctx: StaffCtx,
  input: z.output<typeof leaveInput>,
): Promise<Result<{ left: number }, "settled">> {
  assertCan(ctx.actor, "bot.write");
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const left = await tx
      .update(botMisses)
      .set({
        state: "left",
        entryKey: null,
        settledBy: ctx.actor.staffId,
        settledAt: ctx.now,
        reason: input.reason,
      })
      .where(and(inArray(botMisses.folded, input.folded), or(isOpen(), isBack())))
      .returning({ folded: botMisses.folded });
    if (left.length === 0) return no("settled");
    await note(
      inner,
      "leave",
      left.map((row) => row.folded),
      ["reason"],
    );
    return ok({ left: left.length });
  });
}

/** Puts questions that were decided about back among those that wait. Words that were taught stay in the draft. */
export async function reopenMisses(
  ctx: StaffCtx,
  input: z.output<typeof reopenInput>,
): Promise<Result<{ reopened: number }, "settled">> {
  assertCan(ctx.actor, "bot.write");
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const reopened = await tx
      .update(botMisses)
      .set({ state: "open", entryKey: null, settledBy: null, settledAt: null, reason: null })
      .where(and(inArray(botMisses.folded, input.folded), inArray(botMisses.state, ["settled", "left"])))
      .returning({ folded: botMisses.folded });
    if (reopened.length === 0) return no("settled");
    await note(
      inner,
      "reopen",
      reopened.map((row) => row.folded),
      [],
    );
    return ok({ reopened: reopened.length });
  });
}
