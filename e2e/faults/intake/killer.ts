import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { House } from "../../support/house";
import { sandboxCall } from "../../support/house";
import type { Random } from "../../support/random";
import { type Admin, isInTransaction } from "../support/admin";
import { type CountsOf, count, crashDatabase, cutNetwork, moment, NETWORK_CUT } from "../support/killing";
import { endSeat, type Seat } from "../support/seat";
import type { Balancer } from "./balancer";

/** Where a process was when it was killed. Every point must be hit in a set of runs. */
export const CRASH_POINTS = [
  "receiver: request in flight, not committed",
  "receiver: committed, not yet acknowledged",
  "worker: resident claimed, step not committed",
  "worker: step committed, LINE not called or not yet accepted",
  "worker: LINE accepted, result not recorded",
  "worker: photo being fetched",
  "database: requests in flight",
  "database: worker in a transaction",
  NETWORK_CUT,
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number] | "idle";
export type Counts = CountsOf<CrashPoint>;

export type Victims = {
  house: House;
  balancer: Balancer;
  admin: Admin["client"];
  /** Present process of each seat, and the proxy between it and the database. */
  seats: Map<string, Seat & { kind: "web" | "intake" | "worker" }>;
  retarget: () => void;
};

/** Which points a dead receiver was at: by what was in flight, and what of it is committed. */
async function receiverPoints(db: pg.Client, inFlight: string[], killedAt: Date): Promise<CrashPoint[]> {
  if (inFlight.length === 0) return ["idle"];
  const { rows } = await db.query<{ n: string }>(
    "select count(*) as n from line_events where webhook_event_id = any($1) and received_at <= $2",
    [inFlight, killedAt],
  );
  const committed = Number(rows[0]?.n ?? 0);
  const points: CrashPoint[] = [];
  if (committed > 0) points.push("receiver: committed, not yet acknowledged");
  if (committed < inFlight.length) points.push("receiver: request in flight, not committed");
  return points;
}

/** Which points a dead worker was at: by what it holds, and what the platform accepted of it. */
async function workerPoints(house: House, db: pg.Client, pid: number): Promise<CrashPoint[]> {
  const owner = `%:${pid}:%`;
  const points = new Set<CrashPoint>();
  const lanes = await db.query(
    "select 1 from inbox_leases l join line_events e on coalesce(e.line_user_id, '') = l.line_user_id and e.state = 'pending' where l.owner like $1 limit 1",
    [owner],
  );
  if (lanes.rowCount) points.add("worker: resident claimed, step not committed");
  const held = await db.query<{ token: string | null; user: string }>(
    "select reply_token as token, line_user_id as user from outbox where state = 'attempting' and kind = 'reply' and lease_owner like $1",
    [owner],
  );
  for (const row of held.rows) {
    const { entries } = await sandboxCall<{ entries: { replyToken: string | null }[] }>(
      house,
      `/ledger?to=${row.user}&endpoint=reply&limit=5000&omit=messages,to`,
    );
    points.add(
      entries.some((e) => e.replyToken === row.token)
        ? "worker: LINE accepted, result not recorded"
        : "worker: step committed, LINE not called or not yet accepted",
    );
  }
  const photos = await db.query(
    "select 1 from report_photos where state = 'waiting' and lease_owner like $1 limit 1",
    [owner],
  );
  if (photos.rowCount) points.add("worker: photo being fetched");
  return points.size > 0 ? [...points] : ["idle"];
}

async function killSeat(v: Victims, seatName: string, random: Random, counts: Counts): Promise<void> {
  const seat = v.seats.get(seatName);
  if (!seat?.program.alive()) return;
  const inFlight = v.balancer.inFlight(seatName);
  const killedAt = new Date();
  await endSeat(seat);
  const db = await v.admin();
  count(
    counts,
    seat.kind === "worker"
      ? await workerPoints(v.house, db, seat.program.pid)
      : await receiverPoints(db, inFlight, killedAt),
  );
  v.retarget();
  await sleep(random.below(600));
  seat.program = await seat.start();
  v.retarget();
}

const seatOf = (v: Victims, random: Random, isWorker: boolean): string =>
  random.pick([...v.seats].filter(([, seat]) => (seat.kind === "worker") === isWorker).map(([name]) => name));

/** A receiver dies while its talk with the database stands still in one direction. */
async function killReceiver(v: Victims, random: Random, counts: Counts, hold: "answers" | "requests") {
  const name = seatOf(v, random, false);
  const proxy = v.seats.get(name)?.proxy;
  proxy?.hold(hold);
  await moment(() => v.balancer.inFlight(name).length > 0 && (proxy?.held()[hold] ?? 0) > 0, 2_000);
  await sleep(15);
  await killSeat(v, name, random, counts);
}

/** A worker dies with a step half done: its talk with the database stands still. */
async function killInStep(v: Victims, random: Random, counts: Counts) {
  const name = seatOf(v, random, true);
  const proxy = v.seats.get(name)?.proxy;
  const hold = random.chance(0.5) ? "answers" : "requests";
  proxy?.hold(hold);
  await moment(() => (proxy?.held()[hold] ?? 0) > 200, 1_500);
  await sleep(random.below(40));
  await killSeat(v, name, random, counts);
}

/** A worker dies while LINE lets it wait. */
async function killInCall(
  v: Victims,
  random: Random,
  counts: Counts,
  fault: { endpoint: string; kind: string },
) {
  const name = seatOf(v, random, true);
  await sandboxCall(v.house, "/faults", { ...fault, ms: 1_200, times: 6 });
  await moment(async () => {
    const { faults } = await sandboxCall<{ faults: { hits: number }[] }>(v.house, "/faults");
    return faults.length === 0 || faults.some((f) => f.hits > 2);
  }, 2_500);
  await sleep(60);
  await killSeat(v, name, random, counts);
  await sandboxCall(v.house, "/faults", undefined, "DELETE");
}

const isInFlight = (v: Victims) => [...v.seats.keys()].some((name) => v.balancer.inFlight(name).length > 0);

async function killDatabase(
  v: Victims,
  random: Random,
  counts: Counts,
  aim: () => boolean | Promise<boolean>,
) {
  await moment(aim, 1_500);
  const points: CrashPoint[] = [];
  if (isInFlight(v)) points.push("database: requests in flight");
  if (await isInTransaction(v.admin)) points.push("database: worker in a transaction");
  count(counts, points.length > 0 ? points : ["idle"]);
  await crashDatabase(v.house, random.below(800));
}

/** How each point is met: random kills alone would rarely find most of them. */
const AIMED: Record<
  (typeof CRASH_POINTS)[number],
  (v: Victims, random: Random, counts: Counts) => Promise<void>
> = {
  "receiver: request in flight, not committed": (v, r, c) => killReceiver(v, r, c, "requests"),
  "receiver: committed, not yet acknowledged": (v, r, c) => killReceiver(v, r, c, "answers"),
  "worker: resident claimed, step not committed": killInStep,
  "worker: step committed, LINE not called or not yet accepted": (v, r, c) =>
    killInCall(v, r, c, { endpoint: "reply", kind: "slow" }),
  "worker: LINE accepted, result not recorded": (v, r, c) =>
    killInCall(v, r, c, { endpoint: "reply", kind: "slow-after" }),
  "worker: photo being fetched": (v, r, c) => killInCall(v, r, c, { endpoint: "content", kind: "slow" }),
  "database: requests in flight": (v, r, c) => killDatabase(v, r, c, () => isInFlight(v)),
  "database: worker in a transaction": (v, r, c) => killDatabase(v, r, c, () => isInTransaction(v.admin)),
  [NETWORK_CUT]: async (v, r, c) => count(c, await cutNetwork(v.seats.get(r.pick([...v.seats.keys()])))),
};

/**
 * Kills at random moments and at points not met yet, in this run or in those before (`met`), until there were enough or
 * nobody plays any more.
 */
export async function killUntil(
  v: Victims,
  random: Random,
  counts: Counts,
  enough: { kills: number; met: Counts; done: () => boolean },
): Promise<number> {
  let kills = 0;
  while (!enough.done() && kills < enough.kills) {
    await sleep(random.between(300, 2_000));
    if (enough.done()) break;
    const missed = CRASH_POINTS.filter((point) => !counts[point] && !enough.met[point]);
    if (random.chance(0.3)) await killSeat(v, random.pick([...v.seats.keys()]), random, counts);
    else await AIMED[random.pick(missed.length > 0 ? missed : [...CRASH_POINTS])](v, random, counts);
    kills += 1;
  }
  return kills;
}
