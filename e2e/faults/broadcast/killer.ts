import { setTimeout as sleep } from "node:timers/promises";
import type { House } from "../../support/house";
import { sandboxCall } from "../../support/house";
import type { Random } from "../../support/random";
import { type Admin, isInTransaction } from "../support/admin";
import { type CountsOf, count, crashDatabase, cutNetwork, moment, NETWORK_CUT } from "../support/killing";
import { endSeat, type Seat } from "../support/seat";

const IN_DEED = "console: a deed asked for, not answered";

/** Where a process was when it was killed. Every point must be hit in a set of runs. */
export const CRASH_POINTS = [
  "scheduler: freezing, not committed",
  "scheduler: frozen, not released",
  "worker: batch taken, LINE not called or not yet accepted",
  "worker: LINE accepted, result not recorded",
  "worker: an attempt is in doubt, to be asked again",
  IN_DEED,
  "database: worker in a transaction",
  NETWORK_CUT,
] as const;
/** Without a console nobody can kill it. */
export const pointsOf = (withConsole: boolean) =>
  CRASH_POINTS.filter((point) => withConsole || point !== IN_DEED);
export type CrashPoint = (typeof CRASH_POINTS)[number] | "idle";
export type Counts = CountsOf<CrashPoint>;

export type Victims = {
  house: House;
  admin: Admin["client"];
  /** The workers'. */
  seats: Map<string, Seat>;
  /** The console's, and how many deeds are asked of it and not answered; null: there is none. */
  console: { seat: Seat; waiting: () => number } | null;
  /** Schedules a broadcast that comes due now, so that there is something to freeze. */
  provoke: () => Promise<void>;
};

/** Which points a dead worker was at: by what it holds, and what the platform accepted of it. */
async function workerPoints(v: Victims, pid: number): Promise<CrashPoint[]> {
  const db = await v.admin();
  const held = await db.query<{ key: string; in_doubt: boolean }>(
    "select retry_key as key, may_have_arrived as in_doubt from broadcast_batches where state = 'sending' and lease_owner like $1",
    [`%:${pid}:%`],
  );
  const points = new Set<CrashPoint>();
  for (const { key, in_doubt } of held.rows) {
    const { entries } = await sandboxCall<{ entries: unknown[] }>(
      v.house,
      `/ledger?retryKey=${key}&omit=messages,to`,
    );
    if (in_doubt) points.add("worker: an attempt is in doubt, to be asked again");
    points.add(
      entries.length > 0
        ? "worker: LINE accepted, result not recorded"
        : "worker: batch taken, LINE not called or not yet accepted",
    );
  }
  return points.size > 0 ? [...points] : ["idle"];
}

const seatOf = (v: Victims, random: Random): Seat => random.pick([...v.seats.values()]);

async function killSeat(v: Victims, seat: Seat, random: Random, counts: Counts): Promise<void> {
  if (!seat.program.alive()) return;
  await endSeat(seat);
  count(counts, await workerPoints(v, seat.program.pid));
  await sleep(random.below(300));
  seat.program = await seat.start();
}

/** Every worker dies at once: then nothing moves until one is back, and that it moves again is measured. */
async function killAll(v: Victims, counts: Counts, point: CrashPoint | null): Promise<void> {
  const seats = [...v.seats.values()];
  const pids = seats.map((seat) => seat.program.pid);
  await Promise.all(seats.map(endSeat));
  const found: CrashPoint[] = [];
  for (const pid of pids) found.push(...(await workerPoints(v, pid)));
  count(counts, point ? [point] : [...new Set(found)]);
  await Promise.all(
    seats.map(async (seat) => {
      seat.program = await seat.start();
    }),
  );
}

const isFreezing = async (v: Victims): Promise<boolean> =>
  (
    await (
      await v.admin()
    ).query(
      "select 1 from pg_stat_activity where application_name = 'madoguchi-worker' and query like '%with audience as%' and xact_start is not null and state <> 'idle' limit 1",
    )
  ).rowCount !== 0;

async function killInFreeze(v: Victims, _random: Random, counts: Counts) {
  const db = await v.admin();
  // Freezing a few thousand takes milliseconds: it is made to take longer, as two million would.
  await db.query(`create or replace function witness.dawdle() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.8); return null; end $$;
    create or replace trigger witness_dawdle after insert on broadcast_batches for each statement execute function witness.dawdle()`);
  try {
    await v.provoke();
    const met = await moment(() => isFreezing(v), 4_000);
    await killAll(v, counts, met ? "scheduler: freezing, not committed" : null);
  } finally {
    await (await v.admin()).query("drop trigger if exists witness_dawdle on broadcast_batches");
  }
}

async function killHeld(v: Victims, _random: Random, counts: Counts) {
  await v.provoke();
  const isHeld = async () =>
    (await (await v.admin()).query("select 1 from broadcasts where state = 'held' limit 1")).rowCount !== 0;
  const met = await moment(isHeld, 4_000);
  await killAll(v, counts, met ? "scheduler: frozen, not released" : null);
}

/** A worker dies while LINE lets it wait, before or after it accepted. */
async function killInCall(v: Victims, random: Random, counts: Counts, kind: "slow" | "slow-after") {
  await sandboxCall(v.house, "/faults", { endpoint: "multicast", kind, ms: 1_500, times: 8 });
  await moment(async () => {
    const { faults } = await sandboxCall<{ faults: { kind: string; hits: number }[] }>(v.house, "/faults");
    return faults.some((f) => f.kind === kind && f.hits > 2);
  }, 3_000);
  await sleep(40);
  for (const seat of v.seats.values()) {
    if ((await workerHolds(v, seat)) === 0) continue;
    await killSeat(v, seat, random, counts);
    return;
  }
  await killSeat(v, seatOf(v, random), random, counts);
}

async function workerHolds(v: Victims, seat: Seat): Promise<number> {
  const found = await (await v.admin()).query(
    "select 1 from broadcast_batches where state = 'sending' and lease_owner like $1",
    [`%:${seat.program.pid}:%`],
  );
  return found.rowCount ?? 0;
}

/** A worker dies while it asks once more about a batch whose answer it had lost. */
async function killInDoubt(v: Victims, random: Random, counts: Counts) {
  await sandboxCall(v.house, "/faults", [
    { endpoint: "multicast", kind: "drop-after", times: 4 },
    { endpoint: "multicast", kind: "slow", ms: 1_200, ratio: 0.7, times: 12, seed: random.below(1e6) },
  ]);
  let owner = "";
  await moment(async () => {
    const { rows } = await (await v.admin()).query<{ owner: string }>(
      "select lease_owner as owner from broadcast_batches where state = 'sending' and may_have_arrived limit 1",
    );
    owner = rows[0]?.owner ?? "";
    return owner !== "";
  }, 5_000);
  const seat = [...v.seats.values()].find((each) => owner.includes(`:${each.program.pid}:`));
  await killSeat(v, seat ?? seatOf(v, random), random, counts);
}

/** A worker dies with what LINE answered on its way to the database. */
async function killInSettle(v: Victims, random: Random, counts: Counts) {
  const seat = seatOf(v, random);
  seat.proxy.hold("requests");
  await moment(() => seat.proxy.held().requests > 200, 1_500);
  await sleep(150);
  await killSeat(v, seat, random, counts);
}

/** The console dies in the middle of what a person asked of it: done or not, nobody was told. */
async function killInDeed(v: Victims, random: Random, counts: Counts) {
  if (!v.console) return;
  const { seat, waiting } = v.console;
  await v.provoke();
  await moment(() => waiting() > 0, 4_000);
  await sleep(random.below(25));
  seat.proxy.hold("answers");
  await moment(() => seat.proxy.held().answers > 0, 200);
  const met = waiting() > 0;
  await endSeat(seat);
  count(counts, [met ? IN_DEED : "idle"]);
  await sleep(random.below(300));
  seat.program = await seat.start();
}

async function killDatabase(v: Victims, random: Random, counts: Counts) {
  const met = await moment(() => isInTransaction(v.admin), 1_500);
  count(counts, [met ? "database: worker in a transaction" : "idle"]);
  await crashDatabase(v.house, random.below(500));
}

type Aimed = (v: Victims, random: Random, counts: Counts) => Promise<void>;
/** How each point is met: random kills alone would rarely find most of them. */
const AIMED: Record<(typeof CRASH_POINTS)[number], Aimed> = {
  "scheduler: freezing, not committed": killInFreeze,
  "scheduler: frozen, not released": killHeld,
  "worker: batch taken, LINE not called or not yet accepted": (v, r, c) => killInCall(v, r, c, "slow"),
  "worker: LINE accepted, result not recorded": (v, r, c) =>
    r.chance(0.5) ? killInCall(v, r, c, "slow-after") : killInSettle(v, r, c),
  "worker: an attempt is in doubt, to be asked again": killInDoubt,
  [IN_DEED]: killInDeed,
  "database: worker in a transaction": killDatabase,
  [NETWORK_CUT]: async (v, r, c) => count(c, await cutNetwork(seatOf(v, r))),
};

/** Kills at random moments and at points not met yet, until there were enough or nothing is sent any more. */
export async function killUntil(
  v: Victims,
  random: Random,
  counts: Counts,
  options: { kills: number; met: Counts; done: () => boolean },
): Promise<number> {
  const points = pointsOf(v.console !== null);
  let kills = 0;
  while (!options.done() && kills < options.kills) {
    await sleep(random.between(100, 700));
    if (options.done()) break;
    const missed = points.filter((point) => !counts[point] && !options.met[point]);
    if (random.chance(0.25)) await killSeat(v, seatOf(v, random), random, counts);
    else await AIMED[random.pick(missed.length > 0 ? missed : points)](v, random, counts);
    kills += 1;
  }
  return kills;
}
