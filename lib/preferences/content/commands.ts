import { and, asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { interests, preferenceQuestions, traitOptions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { assertCan } from "@/lib/auth/permission";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { dayStart } from "@/lib/core/time";
import { CONTENT_REFUSED, type ContentRefusal } from "./messages";
import { moved } from "./order";
import type {
  interestKeySchema,
  interestSchema,
  moveInterestSchema,
  moveOptionSchema,
  moveQuestionSchema,
  optionKeySchema,
  optionSchema,
  questionSchema,
} from "./schema";

type StaffCtx = Ctx<StaffActor>;
type Outcome = Result<null, ContentRefusal>;
const no = (reason: ContentRefusal) => refused(reason, CONTENT_REFUSED[reason]);

const MOST_INTERESTS = 60;
const FEWEST_INTERESTS = 2;

/** One change of the content at a time: order and numbers are given out over the whole list. */
async function change(ctx: StaffCtx, work: (inside: StaffCtx) => Promise<Outcome>): Promise<Outcome> {
  assertCan(ctx.actor, "content.manage");
  return ctx.db.transaction(async (tx) => {
    await tx.execute(
      sql`lock table ${interests}, ${preferenceQuestions}, ${traitOptions} in share row exclusive mode`,
    );
    return work(within(ctx, tx));
  });
}

const note = (ctx: Ctx, action: string, subjectId: string | number, fields: string[]) =>
  recordAudit(ctx, { action, subjectKind: "preference", subjectId, fields });

const listInterests = (ctx: Ctx) =>
  ctx.db.select().from(interests).orderBy(asc(interests.position), asc(interests.bit));

const isLive = (row: { validUntil: Date | null }, now: Date) =>
  row.validUntil === null || row.validUntil > now;

/** Adds an interest or changes one. A bit that was given out once stays with its interest for good. */
export function saveInterest(ctx: StaffCtx, input: z.output<typeof interestSchema>): Promise<Outcome> {
  const { bit, seen, validUntil: lastDay, ...content } = input;
  const validUntil = lastDay && dayStart(lastDay, 1);
  return change(ctx, async (inside) => {
    const rows = await listInterests(inside);
    const values = { ...content, validUntil, updatedAt: ctx.now };
    if (bit === null) {
      const next = Math.max(-1, ...rows.map((row) => row.bit)) + 1;
      if (next >= MOST_INTERESTS) return no("full");
      const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
      await inside.db.insert(interests).values({ ...values, bit: next, key: newId(), position });
      await note(inside, "interest.add", next, ["label"]);
      return ok(null);
    }
    const row = rows.find((one) => one.bit === bit);
    if (!row) return no("gone");
    if (row.updatedAt.toISOString() !== seen) return no("changed");
    if (
      validUntil &&
      validUntil <= ctx.now &&
      isLive(row, ctx.now) &&
      countLive(rows, ctx.now) <= FEWEST_INTERESTS
    )
      return no("too-few");
    await inside.db.update(interests).set(values).where(eq(interests.bit, bit));
    await note(inside, "interest.change", bit, ["label", "description", "icon", "validFrom", "validUntil"]);
    return ok(null);
  });
}

const countLive = (rows: { validUntil: Date | null }[], now: Date) =>
  rows.filter((row) => isLive(row, now)).length;

/** Ends an interest: it is offered no more, and what residents chose is kept. */
export function archiveInterest(
  ctx: StaffCtx,
  { bit }: z.output<typeof interestKeySchema>,
): Promise<Outcome> {
  return change(ctx, async (inside) => {
    const rows = await listInterests(inside);
    const row = rows.find((one) => one.bit === bit);
    if (!row) return no("gone");
    if (isLive(row, ctx.now) && countLive(rows, ctx.now) <= FEWEST_INTERESTS) return no("too-few");
    await inside.db
      .update(interests)
      .set({ validUntil: ctx.now, updatedAt: ctx.now })
      .where(eq(interests.bit, bit));
    await note(inside, "interest.archive", bit, ["validUntil"]);
    return ok(null);
  });
}

export function restoreInterest(
  ctx: StaffCtx,
  { bit }: z.output<typeof interestKeySchema>,
): Promise<Outcome> {
  return change(ctx, async (inside) => {
    const found = await inside.db
      .update(interests)
      .set({ validUntil: null, updatedAt: ctx.now })
      .where(eq(interests.bit, bit))
      .returning({ bit: interests.bit });
    if (found.length === 0) return no("gone");
    await note(inside, "interest.restore", bit, ["validUntil"]);
    return ok(null);
  });
}

export function moveInterest(ctx: StaffCtx, input: z.output<typeof moveInterestSchema>): Promise<Outcome> {
  return change(ctx, async (inside) => {
    const order = moved(await listInterests(inside), (row) => row.bit === input.bit, input.direction);
    for (const [position, row] of order.entries()) {
      if (row.position !== position)
        await inside.db.update(interests).set({ position }).where(eq(interests.bit, row.bit));
    }
    await note(inside, "interest.move", input.bit, ["position"]);
    return ok(null);
  });
}

export function saveQuestion(ctx: StaffCtx, input: z.output<typeof questionSchema>): Promise<Outcome> {
  const { key, seen, ...content } = input;
  return change(ctx, async (inside) => {
    const [row] = await inside.db.select().from(preferenceQuestions).where(eq(preferenceQuestions.key, key));
    if (!row) return no("gone");
    if (row.updatedAt.toISOString() !== seen) return no("changed");
    await inside.db
      .update(preferenceQuestions)
      .set({ ...content, updatedAt: ctx.now })
      .where(eq(preferenceQuestions.key, key));
    await note(inside, "question.change", key, ["prompt", "note", "isAsked"]);
    return ok(null);
  });
}

export function moveQuestion(ctx: StaffCtx, input: z.output<typeof moveQuestionSchema>): Promise<Outcome> {
  return change(ctx, async (inside) => {
    const rows = await inside.db
      .select()
      .from(preferenceQuestions)
      .orderBy(asc(preferenceQuestions.position), asc(preferenceQuestions.key));
    const order = moved(rows, (row) => row.key === input.key, input.direction);
    for (const [position, row] of order.entries()) {
      if (row.position !== position)
        await inside.db
          .update(preferenceQuestions)
          .set({ position })
          .where(eq(preferenceQuestions.key, row.key));
    }
    await note(inside, "question.move", input.key, ["position"]);
    return ok(null);
  });
}

const optionsOf = (ctx: Ctx, trait: "age_band" | "gender") =>
  ctx.db
    .select()
    .from(traitOptions)
    .where(eq(traitOptions.trait, trait))
    .orderBy(asc(traitOptions.position), asc(traitOptions.code));
const theOption = ({ trait, code }: z.output<typeof optionKeySchema>) =>
  and(eq(traitOptions.trait, trait), eq(traitOptions.code, code));

/** Adds an answer to 年代 or 性別, or words one anew. A code that was given out once stays with its answer. */
export function saveOption(ctx: StaffCtx, input: z.output<typeof optionSchema>): Promise<Outcome> {
  const { trait, code, label } = input;
  return change(ctx, async (inside) => {
    const rows = await optionsOf(inside, trait);
    if (code === null) {
      const next = Math.max(0, ...rows.map((row) => row.code)) + 1;
      const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
      await inside.db.insert(traitOptions).values({ trait, code: next, label, position });
      await note(inside, "option.add", `${trait}/${next}`, ["label"]);
      return ok(null);
    }
    const changed = await inside.db
      .update(traitOptions)
      .set({ label })
      .where(theOption({ trait, code }))
      .returning({ code: traitOptions.code });
    if (changed.length === 0) return no("gone");
    await note(inside, "option.change", `${trait}/${code}`, ["label"]);
    return ok(null);
  });
}

const endOption = (
  ctx: StaffCtx,
  input: z.output<typeof optionKeySchema>,
  validUntil: Date | null,
  action: string,
) =>
  change(ctx, async (inside) => {
    const changed = await inside.db
      .update(traitOptions)
      .set({ validUntil })
      .where(theOption(input))
      .returning({ code: traitOptions.code });
    if (changed.length === 0) return no("gone");
    await note(inside, action, `${input.trait}/${input.code}`, ["validUntil"]);
    return ok(null);
  });

export const archiveOption = (ctx: StaffCtx, input: z.output<typeof optionKeySchema>): Promise<Outcome> =>
  endOption(ctx, input, ctx.now, "option.archive");
export const restoreOption = (ctx: StaffCtx, input: z.output<typeof optionKeySchema>): Promise<Outcome> =>
  endOption(ctx, input, null, "option.restore");

export function moveOption(ctx: StaffCtx, input: z.output<typeof moveOptionSchema>): Promise<Outcome> {
  return change(ctx, async (inside) => {
    const { trait, code, direction } = input;
    const order = moved(await optionsOf(inside, trait), (row) => row.code === code, direction);
    for (const [position, row] of order.entries()) {
      if (row.position !== position)
        await inside.db
          .update(traitOptions)
          .set({ position })
          .where(theOption({ trait, code: row.code }));
    }
    await note(inside, "option.move", `${trait}/${code}`, ["position"]);
    return ok(null);
  });
}
