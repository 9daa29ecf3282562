import { setTimeout as sleep } from "node:timers/promises";
import { type House, sandboxCall, waitFor } from "../../support/house";
import { type Random, randomFrom } from "../../support/random";
import { acceptedBy, judge, unitFor, type Verdict } from "./judge";
import { type Counts, killUntil } from "./killer";
import type { Break } from "./mutations";
import { seatPeople } from "./people";
import { SEND_RATE, type Stage } from "./stage";
import { ENGLISH, type Plan, type Town } from "./town";
import { watchStandstill } from "./watch";

export type PlayOptions = {
  seed: number;
  breaking: Break | null;
  kills: number;
  /** Points met by runs before: those not met yet are aimed at first. */
  met?: Counts;
};
export type RunResult = Verdict & { seed: number; kills: number; counts: Counts; seconds: number };

/** R3; on a machine that takes longer than this to start its workers, two cores and nothing else to do, in proportion. */
const STANDSTILL_MS = 30_000;
const BOOT_MS = 2_500;
const SETTLE_MS = 120_000;
const SETTLE_BROKEN_MS = 8_000;
const HOUR = 3_600_000;

const FAULTS = [
  "500-before",
  "500-after",
  "drop-before",
  "drop-after",
  "slow",
  "slow-after",
  "429-rate",
  "429-quota",
  "401",
];

/** Troubles of the platform, a few calls each, again and again. */
async function disturb(house: House, random: Random, done: () => boolean): Promise<void> {
  while (!done()) {
    const kind = random.pick(FAULTS);
    await sandboxCall(house, "/faults", { endpoint: "multicast", kind, ms: 400, times: 1 + random.below(3) });
    await sleep(random.between(300, 900));
  }
}

/** R5: an emergency goes before what is under way, at once. Nothing is killed meanwhile. */
async function overtake(house: House, town: Town, routine: Plan): Promise<string[]> {
  const isPast = (n: number) => async () =>
    (await acceptedBy(house)).filter((entry) => entry.unit === unitFor(routine)).length >= n;
  await waitFor("the routine broadcast is under way", isPast(3), 90_000);
  const urgent = await town.schedule("緊急", { kind: "emergency", rule: ENGLISH });
  await waitFor("the emergency is over", () => town.isOver(urgent), 60_000);
  const [row] = await town.query<{ ms: number }>(
    "select (extract(epoch from released_at) * 1000)::float8 as ms from broadcasts where id = $1",
    [urgent.id],
  );
  const ledger = await acceptedBy(house);
  const calls = ledger.filter((entry) => entry.unit === unitFor(urgent)).map((entry) => entry.at);
  const [first = Number.NaN, last = Number.NaN] = [calls[0], calls.at(-1)];
  const between = ledger.filter((e) => e.unit === unitFor(routine) && e.at > first && e.at < last).length;
  const problems: string[] = [];
  // Counted in calls, not in time: a machine that does other things too is slow in all.
  const before = ledger.filter(
    (e) => e.unit === unitFor(routine) && e.at > (row?.ms ?? 0) && e.at < first,
  ).length;
  if (!(before <= 2 * SEND_RATE)) problems.push(`R5: ${before} routine calls went before the emergency`);
  // Three workers share the slots: what was taken before is let go, and the last of the emergency waits for two others.
  if (between > 2 * calls.length + 6)
    problems.push(`R5: ${between} routine calls went between those of the emergency`);
  return problems;
}

/** R9: whose answers were lost, and whose keys LINE has forgotten since, are never asked about again. */
async function ageKeys(house: House, town: Town, people: ReturnType<typeof seatPeople>): Promise<string[]> {
  await sandboxCall(house, "/faults", { endpoint: "multicast", kind: "drop-after" });
  const plan = await town.schedule("古い鍵", { rule: ENGLISH });
  const doubtful = async () =>
    Number(
      (
        await town.query<{ n: string }>(
          "select count(*) as n from broadcast_batches where broadcast_id = $1 and may_have_arrived",
          [plan.id],
        )
      )[0]?.n,
    );
  await waitFor("answers are lost", async () => (await doubtful()) >= 2, 30_000);
  await people.hands("off");
  await town.do("pause", plan);
  const isStill = async () =>
    (
      await town.query("select 1 from broadcast_batches where broadcast_id = $1 and state = 'sending'", [
        plan.id,
      ])
    ).length === 0;
  await waitFor("nothing is in flight", isStill, 20_000);
  const before = await doubtful();
  await sandboxCall(house, "/faults", undefined, "DELETE");
  const { shiftMs } = await sandboxCall<{ shiftMs: number }>(house, "/clock");
  await sandboxCall(house, "/clock", { shiftMs: shiftMs + 25 * HOUR });
  await town.query(
    `update broadcast_batches set first_attempt_at = first_attempt_at - interval '25 hours', next_attempt_at = null where broadcast_id = $1`,
    [plan.id],
  );
  await people.hands("on");
  await waitFor("it is over", () => town.isOver(plan), 40_000).catch(() => {});
  const [row] = await town.query<{ n: string }>(
    "select count(*) as n from broadcast_batches where broadcast_id = $1 and state = 'unknown'",
    [plan.id],
  );
  return Number(row?.n) === before ? [] : [`R9: ${before} batches in doubt, ${row?.n} unknown`];
}

const allOver = async (town: Town): Promise<boolean> => {
  for (const plan of town.plans) if (!plan.isLate && !(await town.isOver(plan))) return false;
  return true;
};

/** One seeded play: broadcasts go out while processes die and the platform stumbles; then everything must add up. */
export async function play(stage: Stage, options: PlayOptions): Promise<RunResult> {
  const started = Date.now();
  const { seed, breaking } = options;
  const { house, town } = stage;
  const random = randomFrom(seed);
  town.plans.length = 0;
  await stage.staff(breaking);

  await town.schedule("遅れた予約", { dueInMs: -16 * 60_000 });
  const routine = await town.schedule("全員");
  let stoppable: Plan | null = null;
  const people = seatPeople(town, randomFrom(seed * 31 + 1), {
    stoppable: () => stoppable,
    // Long enough that a second freezing of what is held, were it possible, would happen.
    releaseAfterMs: breaking ? 3_000 : 0,
  });
  const standstill = watchStandstill(house, town, stage.isAlive);
  const problems = breaking ? [] : await overtake(house, town, routine);

  const second = await town.schedule("全員その2");
  if (random.chance(0.4)) stoppable = second;
  let over = false;
  if (breaking)
    await sandboxCall(house, "/faults", { endpoint: "multicast", kind: "500-after", ratio: 0.3, seed });
  const disturbing = disturb(house, randomFrom(seed * 31 + 2), () => over);
  const counts: Counts = {};
  const { kills: most, met = {} } = options;
  const kills = await killUntil(stage.victims, random, counts, { kills: most, met, done: () => false });
  over = true;
  await disturbing;
  // With a safeguard out, answers go on being lost: what was taken out is only missed then.
  if (!breaking) await sandboxCall(house, "/faults", undefined, "DELETE");
  const begun = async () => (await town.stateOf(routine)) !== "scheduled";
  await waitFor("workers are there", begun, 90_000);
  const settleMs = breaking ? SETTLE_BROKEN_MS : SETTLE_MS;
  await waitFor("everything is over", () => allOver(town), settleMs).catch(() => {});
  // Before keys are aged: nothing else may be in doubt at a platform that forgets.
  if (!breaking && (await allOver(town))) problems.push(...(await ageKeys(house, town, people)));
  await people.leave();
  await sandboxCall(house, "/faults", undefined, "DELETE");
  const standstillMs = await standstill.end();
  const bootMs = stage.bootMs();
  if (!breaking && standstillMs > STANDSTILL_MS * Math.max(1, bootMs / BOOT_MS))
    problems.push(
      `R3: nothing was sent for ${Math.round(standstillMs / 1_000)} s; a worker starts within ${bootMs} ms`,
    );
  const verdict = await judge(house, await stage.victims.admin(), town.plans);
  return {
    problems: [...problems, ...verdict.problems],
    figures: { ...verdict.figures, standstillMs, bootMs },
    seed,
    kills,
    counts,
    seconds: Math.round((Date.now() - started) / 1000),
  };
}
