import { and, asc, between, gte, isNotNull, lt, ne } from "drizzle-orm";
import { SPOKEN } from "@/db/enums";
import { broadcasts, interests, lineFollowers, traitOptions } from "@/db/schema";
import { can } from "@/lib/auth/permission";
import { listAreas } from "@/lib/city/queries";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { dayStart, isoDate, parseIsoDate } from "@/lib/core/time";
import { localText } from "@/lib/scenarios/schema";
import { readReach, type Sum, sumCounts } from "../counts/queries";
import { readDemographic } from "../demographic";
import { holdOne, holdParts } from "../held";
import { FOLLOWING, MOVES, NO_AREA, OUTSIDE, SPOKEN_NAMES } from "../messages";
import { METRICS } from "../metric";
import { addDays, upTo } from "../period";
import {
  type Both,
  byName,
  type Days,
  daysOf,
  figure,
  mapBoth,
  ofBoth,
  runningTotal,
  shareOf,
  sumDays,
  timelineOf,
} from "../timeline";
import type { Bars, FriendsView, Held, LineDay, Mark, Matrix, Maybe, Period, Range } from "../view";

/** What changes how many follow, and by how much. */
const WEIGHTS: Record<string, number> = {
  "moves.add": 1,
  "moves.met": 1,
  "moves.return": 1,
  "moves.block": -1,
};
const net = (rows: readonly Sum[]): number =>
  rows.reduce((sum, { metric, n }) => sum + (WEIGHTS[metric] ?? 0) * n, 0);

type Moves = {
  added: Days;
  returned: Days;
  blocked: Days;
  /** How many followed at the end of that day. */
  followingAt: (day: string) => number;
};

async function readMoves(ctx: Ctx, period: Period): Promise<Moves> {
  const metrics = METRICS.moves;
  const [[days = []], [before = []]] = await Promise.all([
    sumCounts(ctx, { metrics, period, groups: [["metric", "day"]] }),
    sumCounts(ctx, { metrics, period: upTo(addDays(period.from, -1)), byMonth: true, groups: [["metric"]] }),
  ]);
  const of = (...names: string[]) => daysOf(days.filter(({ metric }) => names.includes(metric)));
  return {
    added: of("moves.add"),
    returned: of("moves.return"),
    blocked: of("moves.block", "moves.block_unmet"),
    followingAt: runningTotal(
      net(before),
      daysOf(days.map((row) => ({ day: row.day, n: (WEIGHTS[row.metric] ?? 0) * row.n }))),
    ),
  };
}
const all = (days: Days): number => [...days.values()].reduce((sum, n) => sum + n, 0);

/** What the friends of a day had told about themselves. */
const readFacts = async (ctx: Ctx, period: Period): Promise<Sum[]> =>
  (
    await sumCounts(ctx, {
      metrics: METRICS.friends,
      period: upTo(period.to),
      byMonth: true,
      groups: [["metric", "area_id", "value"]],
    })
  )[0] ?? [];

type Name = { key: string; label: string };
type Names = { areas: Name[]; interests: Name[]; ageBands: Name[]; genders: Name[]; spoken: Name[] };

async function readNames(ctx: Ctx): Promise<Names> {
  const [areas, topics, options] = await Promise.all([
    listAreas(ctx),
    ctx.db.select().from(interests).orderBy(asc(interests.position), asc(interests.bit)),
    ctx.db.select().from(traitOptions).orderBy(asc(traitOptions.position), asc(traitOptions.code)),
  ]);
  const unanswered = { key: "0", label: "未回答" };
  const trait = (which: string) => [
    ...options
      .filter((option) => option.trait === which)
      .map((option) => ({ key: String(option.code), label: localText.parse(option.label).ja })),
    unanswered,
  ];
  return {
    areas: [
      ...areas.map((area) => ({ key: String(area.id), label: area.name })),
      { key: "-1", label: OUTSIDE },
      { key: "0", label: NO_AREA },
    ],
    interests: topics.map((topic) => ({ key: String(topic.bit), label: localText.parse(topic.label).ja })),
    ageBands: trait("age_band"),
    genders: trait("gender"),
    spoken: SPOKEN.map((spoken, place) => ({ key: String(place), label: SPOKEN_NAMES[spoken] })),
  };
}

/** Everybody has exactly one of these. */
function partsOf(facts: Both<Sum[]>, metric: string, names: readonly Name[], mayView: boolean): Bars {
  const name = (row: Sum) => String(metric === "friends.now" ? row.area : row.value);
  const sums = mapBoth(facts, (rows) =>
    byName(
      rows.filter((row) => row.metric === metric),
      name,
    ),
  );
  const told = mapBoth(sums, (of) =>
    holdParts(
      names.map(({ key }) => of.get(key) ?? 0),
      mayView,
    ),
  );
  const whole = [...sums.now.values()].reduce((sum, n) => sum + n, 0);
  return {
    unit: "人",
    rough: !mayView,
    bars: names.map(({ key, label }, i) => {
      const now = told.now[i] ?? null;
      return {
        key,
        label,
        now,
        before: told.before?.[i] ?? null,
        share: typeof now === "number" ? shareOf(now, whole) : null,
      };
    }),
  };
}

/** Friends may have chosen any number of these: each is held back by itself. */
function interestBars(facts: Both<Sum[]>, names: Names, mayView: boolean): Bars {
  const count = (rows: Sum[], key: string) =>
    rows.reduce(
      (sum, row) => sum + (row.metric === "friends.interest" && String(row.value) === key ? row.n : 0),
      0,
    );
  const whole = facts.now.reduce((sum, row) => sum + (row.metric === "friends.now" ? row.n : 0), 0);
  return {
    unit: "人",
    rough: !mayView,
    bars: names.interests.map(({ key, label }) => {
      const [now = null] = holdParts([count(facts.now, key)], mayView);
      const [before = null] = facts.before ? holdParts([count(facts.before, key)], mayView) : [];
      return { key, label, now, before, share: typeof now === "number" ? shareOf(now, whole) : null };
    }),
  };
}

/** Of the area's number as it is told, in whole percents where that is rough: an exact one could be computed back. */
function percentOf(n: number, whole: Held, mayView: boolean): Maybe {
  const part = typeof whole === "number" ? shareOf(n, whole) : null;
  const digits = mayView ? 10 : 1;
  return part === null ? null : Math.min(100, Math.round(part * 100 * digits) / digits);
}

function interestMatrices(facts: Sum[], names: Names, mayView: boolean): { people: Matrix; shares: Matrix } {
  const chosen = byName(
    facts.filter((row) => row.metric === "friends.interest"),
    (row) => `${row.value}/${row.area}`,
  );
  const friends = byName(
    facts.filter((row) => row.metric === "friends.now"),
    (row) => String(row.area),
  );
  // A row's total is told among the bars: what is missing from it must not be found by subtraction.
  const cells = names.interests.map(({ key }) =>
    holdParts(
      names.areas.map((area) => chosen.get(`${key}/${area.key}`) ?? 0),
      mayView,
    ),
  );
  const wholes = holdParts(
    names.areas.map(({ key }) => friends.get(key) ?? 0),
    mayView,
  );
  const shape = { rough: !mayView, rows: names.interests, columns: names.areas };
  return {
    people: { ...shape, unit: "人", cells },
    shares: {
      ...shape,
      unit: "%",
      cells: cells.map((row) =>
        row.map((n, i) => (typeof n === "number" ? percentOf(n, wholes[i] ?? null, mayView) : n)),
      ),
    },
  };
}

/** Broadcasts that began in the period. */
async function listMarks(ctx: Ctx<StaffActor>, period: Period): Promise<Mark[]> {
  const [from, last] = [parseIsoDate(period.from), parseIsoDate(period.to)];
  if (!from || !last) return [];
  const at = broadcasts.firstAcceptedAt;
  const rows = await ctx.db
    .select({ id: broadcasts.id, title: broadcasts.title, sectionId: broadcasts.sectionId, at })
    .from(broadcasts)
    .where(and(isNotNull(at), gte(at, from), lt(at, dayStart(last, 1)), ne(broadcasts.kind, "drill")))
    .orderBy(asc(at));
  const sums = await readReach(ctx);
  const mayView = can(ctx.actor, "segment.small-counts").ok;
  return rows.map(({ id, title, sectionId, at }) => {
    const opens = can(ctx.actor, "broadcast.view", { sectionId }).ok;
    return {
      day: isoDate(at ?? from),
      broadcastId: id,
      title: opens ? title : null,
      reach: opens ? holdOne(sums.get(id) ?? 0, mayView) : null,
    };
  });
}

/** LINE's nights beside ours. */
async function readLine(ctx: Ctx, period: Period, moves: Moves): Promise<FriendsView["line"]> {
  const rows = await ctx.db
    .select()
    .from(lineFollowers)
    .where(and(between(lineFollowers.day, period.from, period.to), isNotNull(lineFollowers.fetchedAt)))
    .orderBy(asc(lineFollowers.day));
  const days = rows.map(({ day, followers, blocks, targetedReaches }): LineDay => {
    const lineFriends = followers === null || blocks === null ? null : followers - blocks;
    const ours = moves.followingAt(day);
    return {
      day,
      followers,
      blocks,
      lineFriends,
      targetedReaches,
      ours,
      difference: lineFriends === null ? null : lineFriends - ours,
    };
  });
  const told = rows.flatMap(({ day, demographic }) => readDemographic(day, demographic) ?? []).at(-1);
  return { days, demographic: told ?? null };
}

export async function getFriendsView(ctx: Ctx<StaffActor>, range: Range): Promise<FriendsView> {
  const mayView = can(ctx.actor, "segment.small-counts").ok;
  const today = isoDate(ctx.now);
  const [moves, facts, names, marks] = await Promise.all([
    ofBoth(range, (period) => readMoves(ctx, period)),
    ofBoth(range, (period) => readFacts(ctx, period)),
    readNames(ctx),
    listMarks(ctx, range.period),
  ]);
  const line = await readLine(ctx, range.period, moves.now);
  const shape = { range, today, unit: "人" as const };
  const sumOf = (which: (of: Moves) => Days) => (of: Moves, from: string, to: string) =>
    sumDays(which(of), from, to);
  const matrices = interestMatrices(facts.now, names, mayView);
  const ends = {
    now: moves.now.followingAt(range.period.to),
    before: moves.before && range.against ? moves.before.followingAt(range.against.to) : null,
  };
  return {
    range,
    figures: {
      following: ends,
      added: figure(mapBoth(moves, (of) => all(of.added))),
      returned: figure(mapBoth(moves, (of) => all(of.returned))),
      blocked: figure(mapBoth(moves, (of) => all(of.blocked))),
    },
    moves: timelineOf(shape, moves, [
      { key: "added", label: MOVES.added, read: sumOf((of) => of.added) },
      { key: "returned", label: MOVES.returned, read: sumOf((of) => of.returned) },
      { key: "blocked", label: MOVES.blocked, read: sumOf((of) => of.blocked) },
    ]),
    following: timelineOf(shape, moves, [
      { key: "following", label: FOLLOWING, read: (of, _from, to) => of.followingAt(to) },
    ]),
    marks,
    areas: partsOf(facts, "friends.now", names.areas, mayView),
    ageBands: partsOf(facts, "friends.age", names.ageBands, mayView),
    genders: partsOf(facts, "friends.gender", names.genders, mayView),
    spoken: partsOf(facts, "friends.spoken", names.spoken, mayView),
    interests: interestBars(facts, names, mayView),
    interestsByArea: matrices.people,
    interestShares: matrices.shares,
    line,
  };
}
