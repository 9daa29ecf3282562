import { eq } from "drizzle-orm";
import { reportEntries, reports, sections, staff } from "@/db/schema";
import { loadAreaFinder } from "@/lib/areas/queries";
import { recordAudit } from "@/lib/audit/commands";
import type { Permission } from "@/lib/auth/permission";
import { type Ctx, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import type { Changed } from "../commands";
import { dueAt, pointColumns } from "../derive";
import { placeWords, priorityWord, REFUSALS } from "../messages";
import type { AssignInput, NoteInput, PlaceInput, PriorityInput } from "../schema";
import { canWork, inScope, reportScope } from "../scope";
import { findConflict, listWorkers, lockReport, type ReportRecord, wasDone } from "./queries";

const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

type Change<R extends string> = Result<
  {
    /** Columns to write; empty for a mere note, which leaves the revision as it is. */
    set: Partial<typeof reports.$inferInsert>;
    entry: Pick<typeof reportEntries.$inferInsert, "kind" | "body">;
  },
  R
>;

/** What all changes of a case share: lock, same request, conflict, then row, timeline and audit in one transaction. */
async function changeCase<R extends string>(
  ctx: Ctx,
  input: { number: string; requestKey: string; revision?: number },
  how: { permission: Permission; action: string },
  decide: (inner: Ctx, report: ReportRecord) => Promise<Change<R>>,
): Promise<Result<Changed, R | "conflict">> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const report = await lockReport(inner, { number: input.number, permission: how.permission });
    const answer = { number: report.number, revision: report.revision, sectionIds: [report.sectionId] };
    if (await wasDone(inner, input)) return ok(answer);
    if (input.revision !== undefined) {
      const conflict = await findConflict(inner, { report, revision: input.revision });
      if (conflict) return conflict;
    }
    const change = await decide(inner, report);
    if (!change.ok) return change;
    const { set, entry } = change.value;
    const fields = Object.keys(set);
    const revision = fields.length > 0 ? report.revision + 1 : report.revision;
    await tx
      .update(reports)
      .set({ ...set, revision, updatedAt: ctx.now })
      .where(eq(reports.id, report.id));
    await tx.insert(reportEntries).values({
      reportId: report.id,
      at: ctx.now,
      visibility: "internal",
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
      requestKey: input.requestKey,
      ...entry,
    });
    await recordAudit(inner, { action: how.action, subjectKind: "report", subjectId: report.id, fields });
    const sectionIds =
      set.sectionId === undefined ? answer.sectionIds : [...answer.sectionIds, set.sectionId ?? null];
    return ok({ ...answer, revision, sectionIds });
  });
}

async function sectionName(ctx: Ctx, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await ctx.db.select({ name: sections.name }).from(sections).where(eq(sections.id, id));
  return row?.name ?? null;
}

async function staffName(ctx: Ctx, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, id));
  return row?.name ?? null;
}

/** Gives a report to a section, a person, or both; null takes it from them. A section may give its own away. */
export async function assignReport(
  ctx: Ctx,
  input: AssignInput,
): Promise<
  Result<Changed & { stillVisible: boolean }, "conflict" | "section-unknown" | "assignee-unfit" | "no-change">
> {
  const how = { permission: "report.assign", action: "report.assign" } as const;
  const result = await changeCase<"section-unknown" | "assignee-unfit" | "no-change">(
    ctx,
    input,
    how,
    async (inner, report) => {
      const { sectionId, assigneeId } = input;
      if (sectionId === report.sectionId && assigneeId === report.assigneeId) return no("no-change");
      const name = await sectionName(inner, sectionId);
      if (sectionId !== null && name === null) return no("section-unknown");
      // Asked of who has it already, too: in another section they may no longer work it.
      if (assigneeId !== null) {
        const workers = await listWorkers(inner);
        const fit = workers.some((worker) => worker.id === assigneeId && canWork(worker, sectionId));
        if (!fit) return no("assignee-unfit");
      }
      const person = await staffName(inner, assigneeId);
      return ok({
        set: {
          ...(sectionId === report.sectionId ? {} : { sectionId }),
          ...(assigneeId === report.assigneeId ? {} : { assigneeId }),
        },
        entry: { kind: "assigned" as const, body: [name ?? "課なし", person].filter(Boolean).join(" / ") },
      });
    },
  );
  if (!result.ok) return result;
  return ok({ ...result.value, stillVisible: inScope(reportScope(ctx.actor), input.sectionId) });
}

/** A note that only staff read. Two people may write one at the same time. */
export const addNote = (ctx: Ctx, input: NoteInput): Promise<Result<Changed, "conflict">> =>
  changeCase<never>(ctx, input, { permission: "report.note", action: "report.note" }, async () =>
    ok({ set: {}, entry: { kind: "note" as const, body: input.text } }),
  );

/** Sets the point by hand (null: takes it off the map) and finds the area of it anew. */
export const placeReport = (
  ctx: Ctx,
  input: PlaceInput,
): Promise<Result<Changed, "conflict" | "no-change">> =>
  changeCase<"no-change">(
    ctx,
    input,
    { permission: "report.place", action: "report.place" },
    async (inner, report) => {
      const { point } = input;
      if ((point?.lat ?? null) === report.lat && (point?.lng ?? null) === report.lng) return no("no-change");
      const areaId = point ? (await loadAreaFinder(inner))(point, null).areaId : report.areaId;
      return ok({
        set: { ...pointColumns(point), areaId, areaSource: "staff" as const },
        entry: { kind: "placed" as const, body: placeWords(point) },
      });
    },
  );

/** A high priority is due sooner. */
export const setPriority = (
  ctx: Ctx,
  input: PriorityInput,
): Promise<Result<Changed, "conflict" | "no-change">> =>
  changeCase<"no-change">(
    ctx,
    input,
    { permission: "report.assign", action: "report.prioritize" },
    async (_, report) => {
      if (input.priority === report.priority) return no("no-change");
      return ok({
        set: { priority: input.priority, dueAt: dueAt(report.receivedAt, input.priority) },
        entry: { kind: "priority" as const, body: priorityWord(input.priority) },
      });
    },
  );
