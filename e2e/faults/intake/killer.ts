import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { House, Program } from "../../support/house";
import { sandboxCall } from "../../support/house";
import type { Random } from "../../support/random";
import type { TcpProxy } from "../../support/tcp-proxy";
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
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number] | "idle";
export type Counts = Partial<Record<CrashPoint, number>>;

export type Victims = {
  house: House;
  balancer: Balancer;
  admin: () => Promise<pg.Client>;
  /** Present process of each seat, and the proxy between it and the database. */
  seats: Map<
    string,
    { kind: "web" | "intake" | "worker"; program: Program; proxy: TcpProxy; start: () => Promise<Program> }
  >;
  retarget: () => void;
};

const kill = async (program: Program) => {
  program.process.kill("SIGKILL");
  await program.exited;
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

const count = (counts: Counts, points: CrashPoint[]) => {
  for (const point of points) counts[point] = (counts[point] ?? 0) + 1;
};

async function killSeat(v: Victims, seatName: string, random: Random, counts: Counts): Promise<void> {
  const seat = v.seats.get(seatName);
  if (!seat?.program.alive()) return;
  const inFlight = v.balancer.inFlight(seatName);
  const killedAt = new Date();
  await kill(seat.program);
  seat.proxy.cut();
  seat.proxy.hold("nothing");
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

/** Waits a while for a moment to come; a moment that never comes is no failure, only a kill elsewhere. */
async function moment(check: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until && !(await check())) await sleep(3);
}

/** Kills one seat at a moment that a random kill rarely meets: by stopping its talk with the database, or LINE's answers. */
async function aimedKill(v: Victims, seatName: string, random: Random, counts: Counts): Promise<void> {
  const seat = v.seats.get(seatName);
  if (!seat?.program.alive()) return;
  if (seat.kind !== "worker") {
    seat.proxy.hold(random.chance(0.5) ? "answers" : "requests");
    await moment(
      () =>
        v.balancer.inFlight(seatName).length > 0 &&
        seat.proxy.held().answers + seat.proxy.held().requests > 0,
      2_000,
    );
    await sleep(15);
  } else {
    const way = random.below(4);
    if (way === 0) {
      seat.proxy.hold(random.chance(0.5) ? "answers" : "requests");
      await moment(() => seat.proxy.held().answers + seat.proxy.held().requests > 200, 1_500);
      await sleep(random.below(40));
    } else {
      const kind = way === 1 ? "slow" : way === 2 ? "slow-after" : "slow";
      const endpoint = way === 3 ? "content" : "reply";
      await sandboxCall(v.house, "/faults", { endpoint, kind, ms: 1_200, times: 6 });
      await moment(async () => {
        const { faults } = await sandboxCall<{ faults: { hits: number }[] }>(v.house, "/faults");
        return faults.length === 0 || faults.some((f) => f.hits > 2);
      }, 2_500);
      await sleep(60);
    }
  }
  await killSeat(v, seatName, random, counts);
  await sandboxCall(v.house, "/faults", undefined, "DELETE");
}

async function killDatabase(v: Victims, random: Random, counts: Counts): Promise<void> {
  const pid = v.house.databasePid();
  if (!pid) return;
  const db = await v.admin();
  const working = await db.query(
    "select 1 from pg_stat_activity where application_name = 'madoguchi-worker' and state <> 'idle' and pid <> pg_backend_pid() limit 1",
  );
  const inFlight = [...v.seats.keys()].some((name) => v.balancer.inFlight(name).length > 0);
  process.kill(pid, "SIGKILL");
  count(counts, [
    ...(inFlight ? (["database: requests in flight"] as const) : []),
    ...(working.rowCount ? (["database: worker in a transaction"] as const) : []),
  ]);
  if (!inFlight && !working.rowCount) count(counts, ["idle"]);
  await sleep(random.below(800));
  for (let tries = 0; ; tries++) {
    try {
      await v.house.startDatabase();
      return;
    } catch (error) {
      // Backends of the dead server still hold its memory for a moment.
      if (tries > 40) throw error;
      await sleep(250);
    }
  }
}

/** Enough to meet every point, few enough that people can finish what they began. */
const KILLS_A_RUN = 36;

/** Kills at random moments, until there were enough or nobody plays any more. `names`: the seats that may be killed. */
export async function killUntil(
  v: Victims,
  random: Random,
  counts: Counts,
  done: () => boolean,
): Promise<number> {
  let kills = 0;
  while (!done() && kills < KILLS_A_RUN) {
    await sleep(random.between(300, 2_000));
    if (done()) break;
    const seat = random.pick([...v.seats.keys()]);
    if (random.chance(0.15)) await killDatabase(v, random, counts);
    else if (random.chance(0.6)) await aimedKill(v, seat, random, counts);
    else await killSeat(v, seat, random, counts);
    kills += 1;
  }
  return kills;
}
