import type { SendEndpoint } from "../protocol";
import type { World } from "../world";
import { type Answer, badValue, ok } from "./answer";
import { RATES } from "./buckets";
import type { Call, Endpoint } from "./call";

const JST_MS = 9 * 3_600_000;
/** Followers are counted once a day, for the day before. */
const SERVICE_SINCE = { followers: "20161101", delivery: "20180331" };

const dayOf = (at: number): string => new Date(at + JST_MS).toISOString().slice(0, 10).replaceAll("-", "");

function dateOf({ query }: Call): string {
  const date = query.get("date") ?? "";
  if (!/^\d{8}$/.test(date)) throw badValue("date");
  return date;
}

function followers(call: Call): Answer {
  const { world } = call;
  const date = dateOf(call);
  if (date < SERVICE_SINCE.followers) return ok({ status: "out_of_service" });
  if (date >= dayOf(world.clock.wall())) return ok({ status: "unready" });
  const { ever, friends, blocked } = world.register.standingOf(date);
  return ok({ status: "ready", followers: ever, targetedReaches: friends, blocks: blocked });
}

function delivered(world: World, kind: SendEndpoint, date: string): number {
  const rows = world.ledger.rows.filter((row) => row.endpoint === kind && dayOf(row.at) === date);
  return rows.reduce((sum, row) => sum + row.recipients.length - (row.missed?.size ?? 0), 0);
}

const delivery =
  (kind: SendEndpoint): Endpoint["run"] =>
  (call) => {
    const date = dateOf(call);
    if (date < SERVICE_SINCE.delivery) return ok({ status: "out_of_service" });
    if (date >= dayOf(call.world.clock.wall())) return ok({ status: "unready" });
    return ok({ status: "ready", success: delivered(call.world, kind, date) });
  };

function event({ query, world }: Call): Answer {
  const requestId = query.get("requestId") ?? "";
  const row = world.ledger.rows.find((each) => each.requestId === requestId && each.endpoint === "broadcast");
  if (!row) throw badValue("requestId");
  // Small numbers are hidden; nobody here opens anything.
  const few = row.to.length < 20;
  return ok({
    overview: {
      requestId,
      timestamp: Math.floor(row.at / 1000),
      delivered: row.recipients.length - (row.missed?.size ?? 0),
      uniqueImpression: few ? null : 0,
      uniqueClick: null,
      uniqueMediaPlayed: null,
      uniqueMediaPlayed100Percent: null,
    },
    messages: [],
    clicks: [],
  });
}

const UNIT = /^[A-Za-z0-9_]{1,30}$/;
const DAY_MS = 86_400_000;
const SPAN_MS = 30 * DAY_MS;
/** How far back LINE answers is not written anywhere; for rich menus it is three years. */
const OLDEST_MS = 3 * 365 * DAY_MS;

/** The first instant of a day in Japan. */
function startOf({ query }: Call, parameter: "from" | "to"): number {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(query.get(parameter) ?? "") ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date)) - JST_MS;
  if (Number.isNaN(at) || dayOf(at) !== query.get(parameter)) throw badValue(parameter);
  return at;
}

/** By name of the aggregation unit. A day is counted once it is over; days that have not come yet are refused. */
function eventsOfUnit(call: Call): Answer {
  const { world, query } = call;
  const unit = query.get("customAggregationUnit") ?? "";
  if (!UNIT.test(unit)) throw badValue("customAggregationUnit");
  const from = startOf(call, "from");
  const to = startOf(call, "to");
  const now = world.clock.now();
  if (from > now || from < now - OLDEST_MS) throw badValue("from");
  if (to < from || to > from + SPAN_MS || to > now) throw badValue("to");
  const today = Math.floor((now + JST_MS) / DAY_MS) * DAY_MS - JST_MS;
  return ok(world.insight.ofUnit(unit, from, Math.min(to + DAY_MS, today)));
}

const insight = (path: string, name: string, run: Endpoint["run"]): Endpoint => ({
  method: "GET",
  path: `/v2/bot/insight/${path}`,
  name: `insight.${name}`,
  fault: "insight",
  rate: RATES.hourly60,
  run,
});

const plain = (path: string, name: string, run: Endpoint["run"]): Endpoint => ({
  method: "GET",
  path: `/v2/bot/message/${path}`,
  name,
  fault: "quota",
  run,
});

export const statisticsEndpoints: Endpoint[] = [
  insight("followers", "followers", followers),
  insight("demographic", "demographic", () =>
    ok({ available: false, genders: [], ages: [], areas: [], appTypes: [], subscriptionPeriods: [] }),
  ),
  insight("message/event", "event", event),
  insight("message/event/aggregation", "event.aggregation", eventsOfUnit),
  plain("aggregation/info", "aggregation.info", ({ world }) =>
    ok({ numOfCustomAggregationUnits: world.quota.units().length }),
  ),
  plain("aggregation/list", "aggregation.list", ({ world, query }) => {
    const limit = query.has("limit") ? Number(query.get("limit")) : 100;
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw badValue("limit");
    const from = Number(query.get("start") ?? 0);
    const units = world.quota.units();
    const end = from + limit;
    return ok({
      customAggregationUnits: units.slice(from, end),
      ...(end < units.length ? { next: String(end) } : {}),
    });
  }),
  ...(["reply", "push", "multicast", "broadcast"] as const).map((kind) =>
    plain(`delivery/${kind}`, `delivery.${kind}`, delivery(kind)),
  ),
];
