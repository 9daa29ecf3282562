import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OutboxState } from "@/db/enums";
import { areas, categories, outbox, reportPhotos, reports, sections } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";

export type ReportMail = {
  mailTo: string;
  /** `attempting` shows as pending: to a person it is on its way. */
  delivery: { state: OutboxState; sentAt: Date | null; error: string | null };
  attempts: number;
  nextAttemptAt: Date;
};

/** Mails on the arrival of a report, one row an address. */
export async function listReportMails(ctx: Ctx, args: { reportId: string }): Promise<ReportMail[]> {
  const rows = await ctx.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.reportId, args.reportId), eq(outbox.kind, "mail")))
    .orderBy(asc(outbox.createdAt), asc(outbox.mailTo));
  return rows.map((row) => ({
    mailTo: row.mailTo ?? "",
    delivery: {
      state: row.state === "attempting" ? "pending" : row.state,
      sentAt: row.sentAt,
      error: row.lastError,
    },
    attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt,
  }));
}

const top = alias(categories, "top_category");
const sub = alias(categories, "sub_category");

/** What a mail tells of a report; null when it is gone. Photos in their order, hidden ones left out. */
export async function findReportForMail(ctx: Ctx, args: { reportId: string }) {
  const [row] = await ctx.db
    .select({
      number: reports.number,
      topLabel: top.label,
      subLabel: sub.label,
      categoryKey: reports.categoryKey,
      areaName: areas.name,
      sectionName: sections.name,
      address: reports.address,
      lat: reports.lat,
      lng: reports.lng,
      seenText: reports.seenText,
      receivedAt: reports.receivedAt,
      priority: reports.priority,
      answers: reports.answers,
      body: reports.body,
      scenarioKey: reports.scenarioKey,
      scenarioVersion: reports.scenarioVersion,
    })
    .from(reports)
    .leftJoin(top, eq(top.key, reports.categoryKey))
    .leftJoin(sub, eq(sub.key, reports.subcategoryKey))
    .leftJoin(areas, eq(areas.id, reports.areaId))
    .leftJoin(sections, eq(sections.id, reports.sectionId))
    .where(eq(reports.id, args.reportId));
  if (!row) return null;
  const photos = await ctx.db
    .select({ state: reportPhotos.state, thumbKey: reportPhotos.thumbKey })
    .from(reportPhotos)
    .where(and(eq(reportPhotos.reportId, args.reportId), eq(reportPhotos.hidden, false)))
    .orderBy(asc(reportPhotos.position));
  return { ...row, photos };
}
