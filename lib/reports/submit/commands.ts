import { and, eq, inArray, sql } from "drizzle-orm";
import { categories, conversations, reportEntries, reportNumbers, reports } from "@/db/schema";
import { type AreaFinder, loadAreaFinder } from "@/lib/areas/queries";
import { recordAudit } from "@/lib/audit/commands";
import { findRoute } from "@/lib/city/queries";
import type { Submission } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { idFrom } from "@/lib/core/id";
import { enqueueArrivalMails } from "@/lib/notifications/commands";
import { dueAt, searchTextOf } from "../derive";
import { reportLine } from "../event";
import { formatReportNumber, numberYear } from "../number";
import { linkPhotos } from "../photos/commands";
import { restoreWithdrawn } from "../withdraw/commands";
import { type Content, type ContentPart, changedParts, contentOf } from "./content";

export type Submitted = {
  reportId: string;
  number: string;
  created: boolean;
  /** A late event changed what was filed before. */
  amended: boolean;
  /** The section that has it no longer. */
  leftSectionId: number | null;
};
type ReportRecord = typeof reports.$inferSelect;

/** What open consoles are told of it (lib/reports/event.ts): also those of the section that had it before. */
export const submittedLines = ({ reportId, number, leftSectionId }: Submitted): string[] => [
  reportId,
  ...(leftSectionId === null ? [] : [reportLine("changed", number, [leftSectionId])]),
];

/** The next number of a fiscal year. Its row stays locked until the transaction ends, so take it last. */
async function takeNumber(ctx: Ctx, receivedAt: Date): Promise<string> {
  const year = numberYear(receivedAt);
  const [row] = await ctx.db
    .insert(reportNumbers)
    .values({ fiscalYear: year, last: 1 })
    .onConflictDoUpdate({ target: reportNumbers.fiscalYear, set: { last: sql`${reportNumbers.last} + 1` } })
    .returning({ last: reportNumbers.last });
  if (!row) throw new AppError("unavailable", "no report number");
  return formatReportNumber(year, row.last);
}

/** Whose conversation it was; the conversation is saved before its report. */
async function friendOf(ctx: Ctx, conversationId: string): Promise<number | null> {
  const [row] = await ctx.db
    .select({ friendId: conversations.friendId })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  return row?.friendId ?? null;
}

async function categoryLabels(ctx: Ctx, content: Content): Promise<string[]> {
  const keys = [content.categoryKey, content.subcategoryKey].filter((key) => key !== null);
  const rows = await ctx.db
    .select({ label: categories.label })
    .from(categories)
    .where(inArray(categories.key, keys));
  return rows.map((row) => row.label);
}

/** Where a report lies and who works it, from its content. */
async function routeContent(ctx: Ctx, content: Content, find: AreaFinder | undefined) {
  const point = content.lat === null || content.lng === null ? null : { lat: content.lat, lng: content.lng };
  const area =
    point || content.address
      ? (find ?? (await loadAreaFinder(ctx)))(point, content.address)
      : { areaId: null, source: null };
  const route = await findRoute(ctx, { categoryKey: content.categoryKey, areaId: area.areaId });
  return {
    areaId: area.areaId,
    areaSource: area.areaId === null ? null : area.source,
    sectionId: route?.sectionId ?? null,
  };
}

/**
 * Files what a resident sent; call it in the transaction that closes the conversation. Again with the same content:
 * nothing changes and the same number comes back. With other content (a late event, a message taken back): the report
 * is amended, never a second one filed. `find`: the city's borders, where the caller has them already.
 */
export async function submitReport(ctx: Ctx, submission: Submission, find?: AreaFinder): Promise<Submitted> {
  const content = contentOf(submission);
  const existing = await lockBySource(ctx, submission.conversationId);
  if (existing) return amendReport(ctx, { existing, content, submission, find });

  const receivedAt = new Date(submission.submittedAt);
  const route = await routeContent(ctx, content, find);
  const labels = await categoryLabels(ctx, content);
  const friendId = await friendOf(ctx, submission.conversationId);
  const number = await takeNumber(ctx, receivedAt);
  const [report] = await ctx.db
    .insert(reports)
    .values({
      id: idFrom(`report:${submission.conversationId}`),
      number,
      source: "line",
      sourceKey: submission.conversationId,
      friendId,
      scenarioKey: submission.scenarioKey,
      scenarioVersion: submission.scenarioVersion,
      ...content,
      ...route,
      receivedAt,
      statusAt: receivedAt,
      dueAt: dueAt(receivedAt, "normal"),
      searchText: searchTextOf({ number, labels, ...content }),
      updatedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!report) {
    // Another worker filed it between our look and our insert: what it wrote is there now.
    const filed = await lockBySource(ctx, submission.conversationId);
    if (!filed) throw new AppError("conflict", "report vanished while it was filed");
    return amendReport(ctx, { existing: filed, content, submission, find });
  }
  const photos = await linkPhotos(ctx, { reportId: report.id, ...submission });
  if (photos.count > 0) {
    await ctx.db.update(reports).set({ photoCount: photos.count }).where(eq(reports.id, report.id));
  }
  await ctx.db.insert(reportEntries).values({
    reportId: report.id,
    at: receivedAt,
    kind: "submitted",
    visibility: "public",
    actorKind: "friend",
    toStatus: "received",
    requestKey: `submitted:${submission.conversationId}`,
  });
  await recordAudit(ctx, { action: "report.submit", subjectKind: "report", subjectId: report.id });
  await enqueueArrivalMails(ctx, {
    reportId: report.id,
    categoryKey: report.categoryKey,
    areaId: report.areaId,
  });
  return { reportId: report.id, number, created: true, amended: false, leftSectionId: null };
}

async function lockBySource(ctx: Ctx, sourceKey: string): Promise<ReportRecord | null> {
  const [row] = await ctx.db.select().from(reports).where(eq(reports.sourceKey, sourceKey)).for("update");
  return row ?? null;
}

/** Have staff decided anything about it? A note decides nothing. */
async function isTouched(ctx: Ctx, report: ReportRecord): Promise<boolean> {
  if (report.status !== "received" || report.assigneeId !== null) return true;
  const decisions = await ctx.db.$count(
    reportEntries,
    and(
      eq(reportEntries.reportId, report.id),
      eq(reportEntries.actorKind, "staff"),
      inArray(reportEntries.kind, ["status", "assigned", "placed", "priority"]),
    ),
  );
  return decisions > 0;
}

/** A case nobody has touched follows its new content to another section; one in work stays where it is. */
async function amendReport(
  ctx: Ctx,
  input: {
    existing: ReportRecord;
    content: Content;
    submission: Submission;
    find: AreaFinder | undefined;
  },
): Promise<Submitted> {
  const { existing, submission } = input;
  // Where a person has put the point, a resident's earlier words do not move it any more.
  const content =
    existing.areaSource === "staff"
      ? {
          ...input.content,
          lat: existing.lat,
          lng: existing.lng,
          cellX: existing.cellX,
          cellY: existing.cellY,
        }
      : input.content;
  const photos = await linkPhotos(ctx, { reportId: existing.id, ...submission });
  const changed = changedParts(existing, content);
  const parts: ContentPart[] = [
    ...changed.map((c) => c.part),
    ...(photos.changed ? ["photos" as const] : []),
  ];
  const restored = await restoreWithdrawn(ctx, { report: existing });
  const answer = { reportId: existing.id, number: existing.number, created: false };
  if (parts.length === 0 && photos.count === existing.photoCount && !restored) {
    return { ...answer, amended: false, leftSectionId: null };
  }
  const moved = parts.includes("place") || parts.includes("category");
  const route =
    moved && existing.areaSource !== "staff" ? await routeContent(ctx, content, input.find) : null;
  const follows = route !== null && !(await isTouched(ctx, existing));
  const sectionId = follows ? route.sectionId : existing.sectionId;
  const labels = await categoryLabels(ctx, content);
  await ctx.db
    .update(reports)
    .set({
      ...content,
      ...(route ? { areaId: route.areaId, areaSource: route.areaSource } : {}),
      sectionId,
      photoCount: photos.count,
      searchText: searchTextOf({ number: existing.number, labels, ...content }),
      // Staff who have it open decided on other content: their save meets a conflict.
      revision: sql`${reports.revision} + 1`,
      updatedAt: ctx.now,
    })
    .where(eq(reports.id, existing.id));
  if (parts.length > 0) {
    await ctx.db.insert(reportEntries).values({
      reportId: existing.id,
      at: ctx.now,
      kind: "amended",
      visibility: "public",
      actorKind: "friend",
      body: parts.join(","),
    });
  }
  await recordAudit(ctx, {
    action: "report.amend",
    subjectKind: "report",
    subjectId: existing.id,
    fields: [...changed.flatMap((c) => c.columns), ...(photos.changed ? ["photos"] : [])],
  });
  return {
    ...answer,
    amended: true,
    leftSectionId: sectionId === existing.sectionId ? null : existing.sectionId,
  };
}
