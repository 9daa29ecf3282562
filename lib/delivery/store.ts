import type { Db } from "@/db";
import { systemContext } from "@/lib/core/context";
import { errorFields, log } from "@/lib/core/log";
import type { LineGateway } from "@/lib/line/gateway";
import type { ArmFile } from "./arm-gateway";
import { type Batch, claimBatches, extendBatches, returnBatches } from "./batches/commands";
import { disarmChannel, takeProbe, takeSlots } from "./channel/commands";
import { attemptBatch, createWordings, type SendTools } from "./jobs";
import { createOffset, isTooLate, MAX_CALLS_PER_SECOND, slotsOf } from "./pace";
import { checkArming } from "./queries";

/** Calls under way at once: 194 a second and answers after 600 ms still fit. */
const MOST_IN_FLIGHT = 120;
/** Batches taken and waiting for their slot. Few: they go out even when the broadcast is paused meanwhile. */
const MOST_READY = 10;
const ARMING_EVERY_MS = 2_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends the batches of this process: takes some, takes as many slots of the common rate, calls at each slot. What
 * cannot be called now (paused, breaker open, not armed) goes back as if never taken.
 */
export function createSender(options: {
  db: Db;
  line: LineGateway;
  arm: ArmFile;
  owner: string;
  leaseMs: number;
  perSecond?: number;
}): { work: () => Promise<number>; drain: () => Promise<void>; armed: () => Promise<boolean> } {
  const { db, owner, leaseMs } = options;
  const ctx = () => systemContext(db, "delivery");
  const tools: SendTools = { line: options.line, owner, random: Math.random, clock: Date.now };
  const wordingOf = createWordings();
  const perSecond = Math.min(MAX_CALLS_PER_SECOND, options.perSecond ?? MAX_CALLS_PER_SECOND);
  const offset = createOffset();
  const flights = new Set<Promise<void>>();
  let ready: Batch[] = [];
  let halted = false;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let isArmed = false;
  let known = new Set<string>();

  const beat = setInterval(() => {
    if (flights.size === 0 && ready.length === 0) return;
    extendBatches(ctx(), { owner, leaseMs }).catch((error) =>
      log.warn({ event: "broadcast.lease-not-extended", ...errorFields(error) }),
    );
  }, leaseMs / 4);
  beat.unref();

  const checkArmed = async () => {
    const { verdict, lastEntry } = await checkArming(ctx(), options.arm);
    checkedAt = performance.now();
    if (verdict.armed) {
      if (lastEntry > options.arm.seenEntry()) options.arm.noteEntry(lastEntry);
    } else if (verdict.why === "set-back") await disarmChannel(ctx());
    if (isArmed && !verdict.armed) log.error({ event: "channel.not-armed", why: verdict.why });
    isArmed = verdict.armed;
    return isArmed;
  };
  const armed = async () => (performance.now() - checkedAt < ARMING_EVERY_MS ? isArmed : checkArmed());

  const giveBack = async () => {
    const batches = ready;
    ready = [];
    if (batches.length > 0) await returnBatches(ctx(), { owner, batches });
  };

  const call = async (batch: Batch) => {
    try {
      const sign = await attemptBatch(ctx(), tools, batch, await wordingOf(ctx(), batch));
      if (sign === "channel-refused") halted = true;
    } catch (error) {
      // The lease runs out by itself, and whoever takes the batch asks with the same key.
      log.error({ event: "broadcast.attempt-failed", n: batch.n, ...errorFields(error) });
    }
  };

  const flyAt = (batch: Batch, slotMs: number) => {
    const flight = (async () => {
      await pause(Math.max(0, slotMs - performance.now()));
      if (isTooLate(slotMs, performance.now())) ready.push(batch);
      else if (halted) await returnBatches(ctx(), { owner, batches: [batch] });
      else await call(batch);
    })().finally(() => flights.delete(flight));
    flights.add(flight);
  };

  /** A broadcast that is new here: what the file knows is brought up before the first call. */
  const meet = async (batches: Batch[]) => {
    if (batches.every((batch) => known.has(batch.broadcastId))) return true;
    known = new Set([...(known.size > 50 ? [] : known), ...batches.map((batch) => batch.broadcastId)]);
    return checkArmed();
  };

  const claim = async (limit: number) => {
    if (limit <= 0) return;
    const taken = await claimBatches(ctx(), { owner, leaseMs, limit });
    ready = [...ready, ...taken].sort((a, b) => a.lane - b.lane);
    if (taken.length > 0 && !(await meet(taken))) await giveBack();
  };

  /** One call to see whether LINE answers again. */
  const probe = async () => {
    if (!(await takeProbe(ctx()))) return 0;
    const [batch] = await claimBatches(ctx(), { owner, leaseMs, limit: 1 });
    if (batch) await call(batch);
    return 0;
  };

  return {
    armed,
    async work() {
      halted = false;
      if (!(await armed())) return 0;
      await claim(Math.min(MOST_READY - ready.length, MOST_IN_FLIGHT - flights.size - ready.length));
      if (ready.length === 0) {
        if (flights.size === 0) return 0;
        await pause(5);
        return 1;
      }
      const { grant, mayCall, nowMs } = await takeSlots(ctx(), { count: ready.length, perSecond });
      const ahead = offset.learn(nowMs, performance.now());
      if (!mayCall) {
        await giveBack();
        return probe();
      }
      if (!grant) {
        await pause(10);
        return 1;
      }
      const batches = ready;
      ready = [];
      for (const [n, slot] of slotsOf(grant).entries()) {
        const batch = batches[n];
        if (batch) flyAt(batch, slot + ahead);
      }
      return 1;
    },
    async drain() {
      await Promise.all(flights);
      await giveBack();
      clearInterval(beat);
    },
  };
}
