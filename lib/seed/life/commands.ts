import { sql } from "drizzle-orm";
import {
  areas,
  auditEntries,
  categories,
  friendMoves,
  friends,
  interests,
  lineEvents,
  outbox,
  reportEntries,
  reportNumbers,
  reportPhotos,
  reports,
  routes,
  sections,
} from "@/db/schema";
import { loadAreaFinder } from "@/lib/areas/queries";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { days } from "@/lib/core/time";
import { spokenFrom } from "@/lib/friends/language";
import { numberYear } from "@/lib/reports/number";
import { photoId } from "../photos/plan";
import { chanceFrom } from "../random";
import { addedDaysAgo } from "./followers";
import type { LifeReport } from "./life";
import { type CaseRows, reportIdOf, residentLineId, rowsOf, type Town } from "./rows";
import { parkedEvents, troubleSome } from "./trouble";
import { type WishTown, wishesOf } from "./wishes";

type PhotoInsert = typeof reportPhotos.$inferInsert;
type Worker = { id: number; name: string; sectionIds: number[] };

/** PostgreSQL takes 65,535 parameters a statement. */
const CHUNK = 400;

async function insertAll<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await insert(rows.slice(from, from + CHUNK));
}

/** Residents that the sandbox can be told of by (seed, count): the demo writes to them as to anybody. */
async function insertResidents(
  ctx: Ctx,
  input: { seed: string; count: number; now: Date },
): Promise<Town["residents"]> {
  const town: WishTown = {
    interests: await ctx.db.select({ bit: interests.bit, key: interests.key }).from(interests),
    areas: await ctx.db.select({ id: areas.id, key: areas.key }).from(areas).orderBy(areas.id),
  };
  const rows = Array.from({ length: input.count }, (_, i) => {
    const chance = chanceFrom(`${input.seed}/${i}`);
    const added = addedDaysAgo(i, input.count);
    const followedAt = new Date(input.now.getTime() - days(added));
    // Those who do not stay are mostly new.
    const blocked = chance.chance(i > input.count / 2 ? 0.08 : 0.01);
    const blockedAt = blocked
      ? new Date(input.now.getTime() - days(chance.between(0, Math.min(25, added * 0.9))))
      : null;
    const { answered, stopped, ...wishes } = wishesOf(chance.fork("wishes"), town);
    const language = chance.weighted([
      ["ja", 94],
      ["en", 3],
      ["zh", 2],
      ["ko", 1],
    ] as const);
    return {
      ...wishes,
      answeredAt: answered ? followedAt : null,
      stoppedAt: stopped ? new Date(input.now.getTime() - days(chance.fork("stop").between(1, 60))) : null,
      spoken: spokenFrom(language),
      lineUserId: residentLineId(input.seed, i + 1),
      state: blocked ? ("blocked" as const) : ("following" as const),
      stateAt: blockedAt ?? followedAt,
      followedAt,
      blockedAt,
      language,
      createdAt: followedAt,
    };
  });
  const made = await ctx.db
    .insert(friends)
    .values(rows)
    .onConflictDoUpdate({ target: friends.lineUserId, set: { state: sql`excluded.state` } })
    .returning({
      id: friends.id,
      lineUserId: friends.lineUserId,
      followedAt: friends.followedAt,
      blockedAt: friends.blockedAt,
    });
  const moves = made.flatMap(({ id: friendId, lineUserId, followedAt, blockedAt }) => [
    ...(followedAt
      ? [{ eventId: `life:${lineUserId}:1`, friendId, kind: "follow" as const, at: followedAt }]
      : []),
    ...(blockedAt
      ? [{ eventId: `life:${lineUserId}:2`, friendId, kind: "block" as const, at: blockedAt }]
      : []),
  ]);
  await ctx.db.insert(friendMoves).values(moves).onConflictDoNothing();
  return made;
}

/** The city's rows by name, for `rowsOf`. */
async function readTown(
  ctx: Ctx,
  input: { desk: Worker; workers: Worker[]; residents: Town["residents"] },
): Promise<Town> {
  const [labelRows, sectionRows, routeRows, findArea] = [
    await ctx.db.select({ key: categories.key, label: categories.label }).from(categories),
    await ctx.db.select({ id: sections.id, name: sections.name }).from(sections),
    await ctx.db.select().from(routes),
    await loadAreaFinder(ctx),
  ];
  return {
    labels: new Map(labelRows.map((row) => [row.key, row.label])),
    sectionNames: new Map(sectionRows.map((row) => [row.id, row.name])),
    findArea: ({ submission }) => findArea(submission.point, submission.address),
    findRoute: (categoryKey, areaId) => {
      const found = routeRows.filter(
        (r) => r.categoryKey === categoryKey && (r.areaId === areaId || r.areaId === null),
      );
      return found.find((r) => r.areaId !== null) ?? found[0] ?? null;
    },
    residents: input.residents,
    desk: input.desk,
    crewOf: (sectionId, key) => {
      const here = input.workers.filter((w) => sectionId !== null && w.sectionIds.includes(sectionId));
      return here.length > 0 ? chanceFrom(`crew/${key}`).pick(here) : input.desk;
    },
  };
}

/** A photo that LINE has not handed over yet; asked for again in half a day. */
const waitingPhoto = (report: LifeReport, position: number, now: Date): PhotoInsert => ({
  id: photoId(report.key, position),
  conversationId: report.key,
  lineMessageId: `5${String(chanceFrom(`${report.key}/${position}`).whole(10 ** 14, 10 ** 15))}`,
  label: report.photos[position]?.label ?? null,
  position,
  state: "waiting",
  reason: "missing",
  attempts: 6,
  nextAttemptAt: new Date(now.getTime() + days(0.5)),
  createdAt: report.receivedAt,
});

/**
 * Writes the demo's life in one transaction: all of it or nothing. `photos` are the stored ones by id. Returns the
 * reports with their numbers.
 */
export async function insertLife(
  ctx: Ctx,
  input: {
    life: readonly LifeReport[];
    photos: Map<string, PhotoInsert>;
    firstNumber: number;
    residentSeed: string;
    residents: number;
    desk: Worker;
    workers: Worker[];
  },
): Promise<CaseRows[]> {
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const residents = await insertResidents(inside, {
      seed: input.residentSeed,
      count: input.residents,
      now: ctx.now,
    });
    const town = await readTown(inside, { ...input, residents });
    const numbers = new Map<string, string>();
    const lastOfYear = new Map<number, number>();
    const made = input.life.map((report) => {
      const year = numberYear(report.receivedAt);
      const running = (lastOfYear.get(year) ?? input.firstNumber) + 1;
      lastOfYear.set(year, running);
      return rowsOf(report, running, town, numbers);
    });
    troubleSome(made);
    // A repeated case points at an earlier one: rows go in by time.
    await insertAll(made, (part) => tx.insert(reports).values(part.map((m) => m.report)));
    await insertAll(
      made.flatMap((m) => m.entries).sort((a, b) => a.at.getTime() - b.at.getTime()),
      (part) => tx.insert(reportEntries).values(part),
    );
    await insertAll(
      made.flatMap((m) => m.outbox),
      (part) => tx.insert(outbox).values(part),
    );
    await insertAll(
      made.flatMap((m) => m.audit).sort((a, b) => a.at.getTime() - b.at.getTime()),
      (part) => tx.insert(auditEntries).values(part),
    );
    const photos = input.life.flatMap((report) =>
      report.photos.map((photo, position): PhotoInsert => {
        const stored = input.photos.get(photoId(report.key, position));
        if (photo.state === "ready" && !stored) throw new AppError("invalid", "a photo was not drawn");
        return { ...(stored ?? waitingPhoto(report, position, ctx.now)), reportId: reportIdOf(report.key) };
      }),
    );
    await insertAll(photos, (part) => tx.insert(reportPhotos).values(part));
    await tx.insert(lineEvents).values(parkedEvents(input.residentSeed, residents, ctx.now));
    for (const [fiscalYear, last] of lastOfYear) {
      await tx
        .insert(reportNumbers)
        .values({ fiscalYear, last })
        .onConflictDoUpdate({
          target: reportNumbers.fiscalYear,
          set: { last: sql`greatest(${reportNumbers.last}, excluded.last)` },
        });
    }
    return made;
  });
}
