import { and, asc, desc, eq, inArray, ne, notExists, notLike, type SQL, sql } from "drizzle-orm";
import { friends, outbox, reportEntries, reportPhotos, reports, staff } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { distanceMeters, type Point } from "@/lib/core/geo";
import { writtenLanguageColumn } from "@/lib/friends/sql";
import { listReportMails } from "@/lib/notifications/queries";
import { OTHER_SECTIONS_CASE } from "../messages";
import { parseReportNumber } from "../number";
import { selectRows, toRow } from "../queries";
import { mayOn, viewerOf } from "../scope";
import { inBounds, whereVisible } from "../sql";
import { isOpen } from "../status";
import type { Delivery, NearbyReport, ReportDetail, ReportEntry, ReportPhoto } from "../view";

type ReportRecord = typeof reports.$inferSelect;

const deliveryOf = (row: {
  state: (typeof outbox.$inferSelect)["state"];
  sentAt: Date | null;
  lastError: string | null;
}): Delivery => ({
  state: row.state === "attempting" ? "pending" : row.state,
  sentAt: row.sentAt,
  error: row.lastError,
});

/** The row as it is, in scope. Throws `not-found`, also for what the person may not see. */
async function getReportRecord(ctx: Ctx, args: { number: string }): Promise<ReportRecord> {
  const [row] = await ctx.db
    .select()
    .from(reports)
    .where(and(eq(reports.number, args.number), whereVisible(viewerOf(ctx))));
  if (!row) throw new AppError("not-found", "report");
  return row;
}

const photoUrl = (number: string, photoId: string, size: "full" | "thumb"): string =>
  `/api/reports/${number}/photos/${photoId}?size=${size}`;

async function listPhotos(ctx: Ctx, report: ReportRecord): Promise<ReportPhoto[]> {
  const rows = await ctx.db
    .select()
    .from(reportPhotos)
    .where(and(eq(reportPhotos.reportId, report.id), eq(reportPhotos.hidden, false)))
    .orderBy(asc(reportPhotos.position), asc(reportPhotos.createdAt), asc(reportPhotos.id));
  const mayView = mayOn(ctx.actor, "report.photo.view", report.sectionId);
  return rows.map((row) => {
    const shown = mayView && row.state === "ready";
    return {
      id: row.id,
      label: row.label,
      state: row.state,
      reason: row.reason,
      width: row.width,
      height: row.height,
      fullUrl: shown ? photoUrl(report.number, row.id, "full") : null,
      thumbUrl: shown ? photoUrl(report.number, row.id, "thumb") : null,
    };
  });
}

/** The number that a closing as a repetition names: the first line of its entry. */
const namedOriginal = (entry: { toStatus: string | null; body: string }): string | null =>
  entry.toStatus === "duplicate" ? (/^R\d+-\d+$/.exec(entry.body.split("\n")[0] ?? "")?.[0] ?? null) : null;

/** A case of another section is not named in the history either. */
async function hideOriginals<T extends { toStatus: string | null; body: string }>(
  ctx: Ctx,
  entries: T[],
): Promise<T[]> {
  const named = entries.flatMap((entry) => namedOriginal(entry) ?? []);
  if (named.length === 0) return entries;
  const visible = await numbersWhere(ctx, inArray(reports.number, named));
  return entries.map((entry) => {
    const number = namedOriginal(entry);
    if (!number || visible.includes(number)) return entry;
    return { ...entry, body: entry.body.replace(number, OTHER_SECTIONS_CASE) };
  });
}

/** Oldest first; each message with what became of it. */
async function listEntries(ctx: Ctx, reportId: string): Promise<ReportEntry[]> {
  const rows = await ctx.db
    .select({ entry: reportEntries, actorName: staff.name, sent: outbox })
    .from(reportEntries)
    .leftJoin(staff, eq(staff.id, reportEntries.actorId))
    .leftJoin(outbox, eq(outbox.id, reportEntries.outboxId))
    .where(eq(reportEntries.reportId, reportId))
    .orderBy(asc(reportEntries.at), asc(reportEntries.id));
  const entries = rows.map(({ entry, actorName, sent }) => ({
    id: entry.id,
    at: entry.at,
    kind: entry.kind,
    visibility: entry.visibility,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    actorName,
    fromStatus: entry.fromStatus,
    toStatus: entry.toStatus,
    body: entry.body,
    silentReason: entry.silentReason,
    delivery: sent && deliveryOf(sent),
  }));
  return hideOriginals(ctx, entries);
}

/** The receipt: what went to the resident about this report without an entry of its own, newest first. */
async function findReceipt(ctx: Ctx, reportId: string): Promise<Delivery | null> {
  const ofEntry = ctx.db
    .select({ id: reportEntries.id })
    .from(reportEntries)
    .where(and(eq(reportEntries.reportId, reportId), eq(reportEntries.outboxId, outbox.id)));
  const [row] = await ctx.db
    .select({ state: outbox.state, sentAt: outbox.sentAt, lastError: outbox.lastError })
    .from(outbox)
    .where(
      and(
        eq(outbox.reportId, reportId),
        inArray(outbox.kind, ["reply", "push"]),
        // A reply that was replaced by a push is not the one that counts.
        ne(outbox.state, "cancelled"),
        notLike(outbox.dedupeKey, "photo-refused:%"),
        notExists(ofEntry),
      ),
    )
    .orderBy(desc(outbox.createdAt))
    .limit(1);
  return row ? deliveryOf(row) : null;
}

async function isReachable(ctx: Ctx, friendId: number | null) {
  if (friendId === null) return { reachable: false, language: null };
  const [friend] = await ctx.db
    .select({ state: friends.state, language: writtenLanguageColumn })
    .from(friends)
    .where(eq(friends.id, friendId));
  return {
    reachable: friend !== undefined && friend.state !== "blocked",
    language: friend?.language ?? null,
  };
}

/** Numbers of the reports that the person may see and that fit the condition. */
async function numbersWhere(ctx: Ctx, where: SQL): Promise<string[]> {
  const rows = await ctx.db
    .select({ number: reports.number })
    .from(reports)
    .where(and(where, whereVisible(viewerOf(ctx))))
    .orderBy(asc(reports.number));
  return rows.map((row) => row.number);
}

/** Reports closed as a repetition of this one, or of one that was closed so itself. */
const repeats = (id: string): SQL => sql`${reports.id} in (
  with recursive below as (
    select r.id from reports r where r.duplicate_of_id = ${id}
    union
    select r.id from reports r join below on r.duplicate_of_id = below.id
  ) select id from below)`;

/** Everything about one report. Throws `not-found`, also for what the person may not see. */
export async function getReportByNumber(ctx: Ctx, args: { number: string }): Promise<ReportDetail> {
  const record = await getReportRecord(ctx, args);
  const [row] = await selectRows(ctx).where(eq(reports.id, record.id));
  if (!row) throw new AppError("not-found", "report");
  // One after the other, on one connection: each takes about a millisecond, and twenty pages may open at once.
  const photos = await listPhotos(ctx, record);
  const entries = await listEntries(ctx, record.id);
  const mails = await listReportMails(ctx, { reportId: record.id });
  const receipt = await findReceipt(ctx, record.id);
  const friend = await isReachable(ctx, record.friendId);
  const duplicates = await numbersWhere(ctx, repeats(record.id));
  const original = record.duplicateOfId ? await numbersWhere(ctx, eq(reports.id, record.duplicateOfId)) : [];
  return {
    ...toRow(row),
    revision: record.revision,
    body: record.body,
    answers: record.answers,
    areaSource: record.areaSource,
    seenAt: record.seenAt,
    seenText: record.seenText,
    statusAt: record.statusAt,
    duplicateOf: original[0] ?? null,
    duplicates,
    photos,
    entries,
    receipt,
    mails: mails.map(({ mailTo, delivery }) => ({ mailTo, delivery })),
    ...friend,
  };
}

const METERS_PER_DEGREE = 111_195;

/**
 * Other reports around a point, open ones first, then the nearest. `likelyDuplicate`: open, and about the same kind of
 * thing.
 */
export async function listNearbyReports(
  ctx: Ctx,
  args: {
    point: Point;
    radiusMeters: number;
    except: string;
    category: { key: string; subKey: string | null };
    limit?: number;
  },
): Promise<NearbyReport[]> {
  const { point, radiusMeters } = args;
  const dLat = radiusMeters / METERS_PER_DEGREE;
  const dLng = dLat / Math.max(0.05, Math.cos((point.lat * Math.PI) / 180));
  const box = {
    south: Math.max(-90, point.lat - dLat),
    north: Math.min(90, point.lat + dLat),
    west: Math.max(-180, point.lng - dLng),
    east: Math.min(180, point.lng + dLng),
  };
  const rows = await selectRows(ctx)
    .where(and(whereVisible(viewerOf(ctx)), inBounds(box), ne(reports.number, args.except)))
    .orderBy(desc(reports.receivedAt))
    .limit(200);
  return rows
    .map(toRow)
    .flatMap(({ number, category, status, receivedAt, summary, point: at }) => {
      const meters = at && distanceMeters(point, at);
      if (!at || meters === null || meters > radiusMeters) return [];
      const same =
        category.key === args.category.key &&
        (category.subKey === args.category.subKey || args.category.subKey === null);
      const likelyDuplicate = same && isOpen(status);
      return [
        {
          number,
          category,
          status,
          receivedAt,
          summary,
          point: at,
          distanceMeters: Math.round(meters),
          likelyDuplicate,
        },
      ];
    })
    .sort(
      (a, b) => Number(isOpen(b.status)) - Number(isOpen(a.status)) || a.distanceMeters - b.distanceMeters,
    )
    .slice(0, args.limit ?? 10);
}

/** Where a photo's rendition is stored. Throws `not-found` unless it can be seen by this person now. */
export async function getPhotoKey(
  ctx: Ctx,
  args: { number: string; photoId: string; size: "full" | "thumb" },
): Promise<{ key: string; report: ReportRecord }> {
  const number = parseReportNumber(args.number); // an address may hold anything, also what PostgreSQL does not take
  if (!number) throw new AppError("not-found", "photo");
  const report = await getReportRecord(ctx, { number });
  if (!mayOn(ctx.actor, "report.photo.view", report.sectionId)) throw new AppError("forbidden", "photo");
  const [photo] = await ctx.db
    .select({ fullKey: reportPhotos.fullKey, thumbKey: reportPhotos.thumbKey })
    .from(reportPhotos)
    .where(
      and(
        eq(reportPhotos.id, args.photoId),
        eq(reportPhotos.reportId, report.id),
        eq(reportPhotos.state, "ready"),
        eq(reportPhotos.hidden, false),
      ),
    );
  const key = args.size === "full" ? photo?.fullKey : photo?.thumbKey;
  if (!key) throw new AppError("not-found", "photo");
  return { key, report };
}
