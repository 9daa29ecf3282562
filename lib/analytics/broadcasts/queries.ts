import { and, desc, eq, gte, inArray, lt, ne } from "drizzle-orm";
import { broadcastBlocks, broadcastInsights, broadcasts, sections } from "@/db/schema";
import { can, reachOf } from "@/lib/auth/permission";
import { readInsight } from "@/lib/broadcasts/insight";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { dayStart, isoDate, parseIsoDate } from "@/lib/core/time";
import { readReach } from "../counts/queries";
import { holdOne, sumTold } from "../held";
import { REACH } from "../messages";
import { type Days, daysOf, mapBoth, ofBoth, shareOf, sumDays, timelineOf } from "../timeline";
import type { BroadcastLine, BroadcastsView, Held, Maybe, Period, Range } from "../view";

/** A share of what is held back, or a held part of anything, would tell it. */
const shareTold = (part: Held, whole: Held): Maybe =>
  typeof part === "number" && typeof whole === "number" ? shareOf(part, whole) : null;

/** Broadcasts whose first message LINE took in the period, newest first; drills went to staff only. */
async function readLines(
  ctx: Ctx<StaffActor>,
  period: Period,
  within: "all" | number[],
  reached: ReadonlyMap<string, number>,
): Promise<BroadcastLine[]> {
  const [from, last] = [parseIsoDate(period.from), parseIsoDate(period.to)];
  if (!from || !last) return [];
  const mayView = can(ctx.actor, "segment.small-counts").ok;
  const at = broadcasts.firstAcceptedAt;
  const rows = await ctx.db
    .select({
      id: broadcasts.id,
      title: broadcasts.title,
      kind: broadcasts.kind,
      at,
      section: sections.name,
      figures: broadcastInsights.figures,
      blocks: broadcastBlocks.blocks,
    })
    .from(broadcasts)
    .leftJoin(sections, eq(sections.id, broadcasts.sectionId))
    .leftJoin(broadcastInsights, eq(broadcastInsights.broadcastId, broadcasts.id))
    .leftJoin(broadcastBlocks, eq(broadcastBlocks.broadcastId, broadcasts.id))
    .where(
      and(
        gte(at, from),
        lt(at, dayStart(last, 1)),
        ne(broadcasts.kind, "drill"),
        within === "all" ? undefined : inArray(broadcasts.sectionId, within),
      ),
    )
    .orderBy(desc(at), desc(broadcasts.id));
  return rows.map(({ id, title, kind, at, section, figures, blocks }) => {
    const reach = holdOne(reached.get(id) ?? 0, mayView);
    const insight = reach === "few" ? null : readInsight(figures);
    const { impressions = null, clicks = null } = insight ?? {};
    const held = blocks === null ? null : holdOne(blocks, mayView);
    return {
      id,
      title,
      kind,
      day: isoDate(at ?? from),
      section,
      reach,
      opens: impressions,
      clicks,
      blocks: held,
      openShare: shareTold(impressions, reach),
      clickShare: shareTold(clicks, reach),
      blockShare: shareTold(held, reach),
    };
  });
}

/** Who may not see a small reach finds it in no sum either. None was sent: none was reached. */
const sumReach = (lines: readonly BroadcastLine[]): Maybe =>
  lines.length === 0 ? 0 : sumTold(lines.map(({ reach }) => reach));
const reachDays = (lines: readonly BroadcastLine[]): Days =>
  daysOf(lines.flatMap(({ day, reach }) => (typeof reach === "number" ? { day, n: reach } : [])));

/** As far as the person may see broadcasts; null: they may see none. */
export async function getBroadcastsView(ctx: Ctx<StaffActor>, range: Range): Promise<BroadcastsView | null> {
  const within = reachOf(ctx.actor, "broadcast.view");
  if (within !== "all" && within.length === 0) return null;
  const reached = await readReach(ctx);
  const lines = await ofBoth(range, (period) => readLines(ctx, period, within, reached));
  const told = (which: "opens" | "clicks" | "blocks") =>
    mapBoth(lines, (of) => sumTold(of.map((line) => line[which])));
  return {
    range,
    figures: {
      sent: mapBoth(lines, (of) => of.length),
      reach: mapBoth(lines, sumReach),
      opens: told("opens"),
      clicks: told("clicks"),
      blocks: told("blocks"),
    },
    reach: timelineOf({ range, today: isoDate(ctx.now), unit: "通" }, mapBoth(lines, reachDays), [
      { key: "reach", label: REACH, read: sumDays },
    ]),
    list: lines.now,
  };
}
