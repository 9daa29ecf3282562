import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type BroadcastKind, SPOKEN, type Spoken } from "@/db/enums";
import {
  broadcastBatches,
  broadcasts,
  friends,
  interests,
  reports,
  sections,
  segments,
  staff,
  staffFriends,
  traitOptions,
} from "@/db/schema";
import { can, reachOf } from "@/lib/auth/permission";
import { listAreas } from "@/lib/city/queries";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { shortDate } from "@/lib/core/time";
import { parseReportNumber } from "@/lib/reports/number";
import { localText } from "@/lib/scenarios/schema";
import type { RuleChoices } from "./choices";
import type { AudienceCount } from "./figures";
import type { Facts } from "./match";
import { FOREIGN_BROADCAST } from "./messages";
import { broadcastsIn, inlineNamed, type NamedRules } from "./named";
import { decodeResident, encodeResident } from "./resident-code";
import { type Rule, ruleSchema } from "./rule";
import { widenRule } from "./simplify";
import { countChanges, FEW_CHANGES, listSetBroadcasts } from "./slabs/queries";
import { slabCount } from "./slabs/sql";
import { plainCount, roomForHistory } from "./sql";
import type { Reach } from "./why-not";

/** The rule of a saved segment in use. */
export async function findSegmentRule(ctx: Ctx, id: string): Promise<Rule | null> {
  const [row] = await ctx.db
    .select({ rule: segments.rule })
    .from(segments)
    .where(and(eq(segments.id, id), isNull(segments.archivedAt)));
  return row ? ruleSchema.parse(row.rule) : null;
}

/** Every saved rule, archived ones too: what once named them still means the same. */
export async function listNamedRules(ctx: Ctx): Promise<NamedRules> {
  const rows = await ctx.db.select({ id: segments.id, rule: segments.rule }).from(segments);
  return new Map(rows.map((row) => [row.id, ruleSchema.parse(row.rule)]));
}

type Counted = Record<Spoken | keyof AudienceCount["leftOut"], string>;

/** How many would receive it now, and who is left out and why. One statement: the numbers belong together. */
export async function countAudience(
  ctx: Ctx,
  input: { rule: Rule; kind: BroadcastKind },
): Promise<AudienceCount> {
  const rule = inlineNamed(input.rule, await listNamedRules(ctx));
  const wider = widenRule(rule);
  const received = await listSetBroadcasts(ctx, broadcastsIn(rule));
  const byBits = input.kind === "drill" ? null : slabCount(rule, wider, received, ctx.now);
  const isQuick = byBits !== null && (await countChanges(ctx, FEW_CHANGES)) < FEW_CHANGES;
  const { rows } = isQuick
    ? await ctx.db.execute<Counted>(byBits)
    : await ctx.db.transaction(async (tx) => {
        await tx.execute(roomForHistory);
        return tx.execute<Counted>(plainCount(rule, wider, input.kind, ctx.now));
      });
  const sum = (what: keyof Counted) => rows.reduce((total, row) => total + Number(row[what]), 0);
  const bySpoken = SPOKEN.map((spoken) => [spoken, sum(spoken)] as const);
  return {
    total: bySpoken.reduce((total, [, n]) => total + n, 0),
    bySpoken: Object.fromEntries(bySpoken) as Record<Spoken, number>,
    leftOut: {
      blocked: sum("blocked"),
      stopped: sum("stopped"),
      unknown: sum("unknown"),
      unanswered: sum("unanswered"),
    },
  };
}

const RECENT_BROADCASTS = 200;

/** Broadcasts whose page this person could open. */
function inReach(ctx: Ctx<StaffActor>) {
  const reach = reachOf(ctx.actor, "broadcast.view");
  // Not a bare `true`: nothing can be ordered by a constant.
  if (reach === "all") return sql<boolean>`${broadcasts.id} is not null`;
  return reach.length > 0
    ? sql<boolean>`coalesce(${inArray(broadcasts.sectionId, reach)}, false)`
    : sql<boolean>`false`;
}

/** Is any of these not there, or another section's? Which of the two is not told. */
export async function hasForeignBroadcast(ctx: Ctx<StaffActor>, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const within = and(inArray(broadcasts.id, [...ids]), inReach(ctx));
  return (await ctx.db.$count(broadcasts, within)) < new Set(ids).size;
}

/** What rules can be made of, by the names staff know. */
export async function listRuleChoices(ctx: Ctx<StaffActor>): Promise<RuleChoices> {
  const within = inReach(ctx);
  const [options, areas, topics, saved, sent] = await Promise.all([
    ctx.db.select().from(traitOptions).orderBy(asc(traitOptions.position), asc(traitOptions.code)),
    listAreas(ctx),
    ctx.db.select().from(interests).orderBy(asc(interests.position), asc(interests.bit)),
    ctx.db
      .select({ key: segments.id, label: segments.name, archivedAt: segments.archivedAt })
      .from(segments)
      .orderBy(sql`${segments.archivedAt} is not null`, asc(segments.name), asc(segments.id)),
    ctx.db
      .select({ id: broadcasts.id, title: broadcasts.title, at: broadcasts.firstAcceptedAt, within })
      .from(broadcasts)
      .where(sql`${broadcasts.firstAcceptedAt} is not null`)
      .orderBy(desc(within), desc(broadcasts.firstAcceptedAt), asc(broadcasts.id))
      .limit(RECENT_BROADCASTS),
  ]);
  const trait = (which: (typeof options)[number]["trait"]) =>
    options
      .filter((option) => option.trait === which)
      .map((option) => ({
        key: option.code,
        label: localText.parse(option.label).ja,
        retired: isOver(option.validUntil),
      }));
  const isOver = (until: Date | null) => until !== null && until <= ctx.now;
  return {
    ageBands: trait("age_band"),
    genders: trait("gender"),
    areas: areas.map((area) => ({ key: area.id, label: area.name })),
    interests: topics.map((topic) => ({
      key: topic.bit,
      label: localText.parse(topic.label).ja,
      retired: isOver(topic.validUntil),
    })),
    segments: saved.map(({ archivedAt, ...segment }) => ({ ...segment, retired: archivedAt !== null })),
    // Another section's is not offered; where a rule has it already, the sentence does not tell its title.
    broadcasts: sent.map(({ id, title, at, within }) =>
      within
        ? { key: id, label: at ? `${title} ${shortDate(at)}` : title }
        : { key: id, label: FOREIGN_BROADCAST, retired: true },
    ),
  };
}

export type SavedSegment = {
  id: string;
  name: string;
  rule: Rule;
  revision: number;
  sectionId: number | null;
  section: string | null;
  by: string | null;
  updatedAt: Date;
};

/** Saved segments in use, by name. */
export async function listSegments(ctx: Ctx): Promise<SavedSegment[]> {
  const rows = await ctx.db
    .select({
      id: segments.id,
      name: segments.name,
      rule: segments.rule,
      revision: segments.revision,
      sectionId: segments.sectionId,
      section: sections.name,
      by: staff.name,
      updatedAt: segments.updatedAt,
    })
    .from(segments)
    .leftJoin(sections, eq(sections.id, segments.sectionId))
    .leftJoin(staff, eq(staff.id, segments.createdBy))
    .where(isNull(segments.archivedAt))
    .orderBy(asc(segments.name), asc(segments.id));
  return rows.map((row) => ({ ...row, rule: ruleSchema.parse(row.rule) }));
}

/** Where an edit or a decision still depends on a segment: names of other segments and titles of broadcasts. */
export async function listUsers(ctx: Ctx<StaffActor>, segmentId: string): Promise<string[]> {
  const names = (column: typeof segments.rule | typeof broadcasts.rule) =>
    sql`jsonb_path_exists(${column}, '$.**.segmentId ? (@ == $id)', ${JSON.stringify({ id: segmentId })}::jsonb)`;
  const others = await ctx.db
    .select({ name: segments.name })
    .from(segments)
    .where(and(isNull(segments.archivedAt), names(segments.rule)))
    .orderBy(asc(segments.name));
  const open = await ctx.db
    .select({ name: broadcasts.title, within: inReach(ctx) })
    .from(broadcasts)
    .where(
      and(
        inArray(broadcasts.state, ["draft", "returned", "submitted", "approved", "scheduled", "late"]),
        names(broadcasts.rule),
      ),
    )
    .orderBy(asc(broadcasts.title));
  return [
    ...others.map(({ name }) => `対象「${name}」`),
    ...new Set(open.map(({ name, within }) => (within ? `配信「${name}」` : FOREIGN_BROADCAST))),
  ];
}

/** The one secret that console, worker and the residents' pages all have. */
function codeKey(): string {
  const key = env().LINE_CHANNEL_SECRET;
  if (!key) throw new AppError("unavailable", "LINE_CHANNEL_SECRET is not set");
  return key;
}

/** The code by which staff find this resident when they ask why nothing arrived. */
export const residentCode = (_ctx: Ctx, friendId: number): string => encodeResident(friendId, codeKey());

/**
 * Who sent the report of that number, or showed that code. Numbers follow one another, so anybody could try them all:
 * one whose report the person may not see is nobody's. A code is given by the resident.
 */
export async function findFriendId(ctx: Ctx<StaffActor>, typed: string): Promise<number | null> {
  const number = parseReportNumber(typed);
  if (number) {
    const [row] = await ctx.db
      .select({ id: reports.friendId, sectionId: reports.sectionId })
      .from(reports)
      .where(eq(reports.number, number));
    return row && can(ctx.actor, "report.view", row).ok ? row.id : null;
  }
  const id = decodeResident(typed, codeKey());
  if (id === null) return null;
  const [row] = await ctx.db.select({ id: friends.id }).from(friends).where(eq(friends.id, id));
  return row?.id ?? null;
}

/** All that rules ask about one friend. */
export async function getFacts(ctx: Ctx, friendId: number): Promise<{ facts: Facts; reach: Reach }> {
  const [[friend], reported, received, [bound]] = await Promise.all([
    ctx.db.select().from(friends).where(eq(friends.id, friendId)),
    ctx.db.select({ at: reports.receivedAt }).from(reports).where(eq(reports.friendId, friendId)),
    ctx.db
      .selectDistinct({ id: broadcastBatches.broadcastId })
      .from(broadcastBatches)
      .where(
        and(
          eq(broadcastBatches.state, "accepted"),
          sql`${broadcastBatches.friendIds} @> array[${friendId}::bigint]`,
        ),
      ),
    ctx.db.select().from(staffFriends).where(eq(staffFriends.friendId, friendId)),
  ]);
  if (!friend) throw new AppError("not-found", "friend");
  return {
    facts: {
      ageBand: friend.ageBand,
      gender: friend.gender,
      areaId: friend.areaId,
      interests: friend.interests,
      spoken: SPOKEN[friend.spoken] ?? "ja",
      friendSince: friend.followedAt ?? friend.createdAt,
      answered: friend.answeredAt !== null,
      reportedAt: reported.map(({ at }) => at),
      received: new Set(received.map(({ id }) => id)),
    },
    reach: { state: friend.state, stopped: friend.stoppedAt !== null, isStaff: bound !== undefined },
  };
}
