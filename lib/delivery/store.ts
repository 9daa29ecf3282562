import type { Db } from "@/db";
import { type Ctx, systemContext } from "@/lib/core/context";
import { errorFields, log } from "@/lib/core/log";
import type { ArmFile } from "./arm-gateway";
import { type Batch, claimBatches, extendBatches, returnBatches } from "./batches/commands";
import { disarmChannel, takeProbe, takeSlots } from "./channel/commands";
import { attemptBatch, createWordings, type SendTools } from "./jobs";
import { createOffset, isTooLate, MAX_CALLS_PER_SECOND, slotsOf } from "./pace";
import { checkArming } from "./queries";

/** Calls under way at once: 192 a second and answers after 600 ms still fit. */
const MOST_IN_FLIGHT = 120;
/** Batches taken and waiting for their slot: what goes in 100 ms, so that an emergency waits for few. */
const mostReady = (perSecond: number): number => Math.max(1, Math.round(perSecond / 10));
const ARMING_EVERY_MS = 2_000;

export type Sender = {
  /** Does a piece of work; 0: nothing to do now. */
  work: () => Promise<number>;
  /** Calls that have not begun yet are not made: the channel or a broadcast was stopped. */
  halt: () => void;
  armed: () => Promise<boolean>;
  drain: () => Promise<void>;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends the batches of this process: takes some, takes as many slots of the common rate, calls at each slot. What
 * cannot be called now (paused, breaker open, not armed) goes back as if never taken.
 */
export function createSender(options: {
  db: Db;
  line: SendTools["line"];
  arm: ArmFile;
  owner: string;
  leaseMs: number;
  perSecond: number;
  /** This process met a reason to stop at once; the others should hear of it. */
  onHalt: () => void;
}): Sender {
  const { db, owner, leaseMs } = options;
  const ctx = () => systemContext(db, "delivery");
  const tools: SendTools = { line: options.line, owner, random: Math.random, clock: Date.now };
  const wordingOf = createWordings();
  const perSecond = Math.min(MAX_CALLS_PER_SECOND, options.perSecond);
  const offset = createOffset();
  const armed = createArmedCheck(ctx, options.arm);
  const flights = new Set<Promise<void>>();
  let ready: Batch[] = [];
  /** Slots given before this are void. */
  let haltedAt = Number.NEGATIVE_INFINITY;
  let known = new Set<string>();

  const halt = () => {
    haltedAt = performance.now();
  };
  const beat = setInterval(() => {
    if (flights.size === 0 && ready.length === 0) return;
    extendBatches(ctx(), { owner, leaseMs }).catch((error) =>
      log.warn({ event: "broadcast.lease-not-extended", ...errorFields(error) }),
    );
  }, leaseMs / 4);
  beat.unref();

  const giveBack = async (batches: Batch[]) => {
    if (batches.length > 0) await returnBatches(ctx(), { owner, batches });
  };
  const takeReady = () => {
    const batches = ready;
    ready = [];
    return batches;
  };

  const call = async (batch: Batch) => {
    const sign = await attemptBatch(ctx(), tools, batch, await wordingOf(ctx(), batch));
    if (sign === "works" || sign === "fails" || sign === "slow") return;
    halt();
    options.onHalt();
  };

  const flyAt = (batch: Batch, slotMs: number, grantedAt: number) => {
    const flight = (async () => {
      await pause(Math.max(0, slotMs - performance.now()));
      if (haltedAt > grantedAt) await giveBack([batch]);
      else if (isTooLate(slotMs, performance.now())) ready.push(batch);
      else await call(batch);
    })()
      // The lease runs out by itself, and whoever takes the batch asks with the same key.
      .catch((error) => log.error({ event: "broadcast.attempt-failed", n: batch.n, ...errorFields(error) }))
      .finally(() => flights.delete(flight));
    flights.add(flight);
  };

  const claim = async (limit: number) => {
    if (limit <= 0) return;
    const taken = await claimBatches(ctx(), { owner, leaseMs, limit });
    ready = [...ready, ...taken].sort((a, b) => a.lane - b.lane);
    if (taken.every((batch) => known.has(batch.broadcastId))) return;
    // A broadcast that is new here: what the arming file has seen is brought up before its first call.
    known = new Set([...(known.size > 50 ? [] : known), ...taken.map((batch) => batch.broadcastId)]);
    if (!(await armed.checkNow())) await giveBack(takeReady());
  };

  /** One call to see whether LINE answers again. */
  const probe = async () => {
    if (!(await takeProbe(ctx()))) return 0;
    const [batch] = await claimBatches(ctx(), { owner, leaseMs, limit: 1, isProbe: true });
    if (batch) await call(batch);
    return 0;
  };

  return {
    armed: armed.check,
    halt,
    async work() {
      if (!(await armed.check())) return 0;
      await claim(
        Math.min(mostReady(perSecond) - ready.length, MOST_IN_FLIGHT - flights.size - ready.length),
      );
      if (ready.length === 0) {
        if (flights.size === 0) return probe();
        await Promise.race([...flights, pause(50)]);
        return 1;
      }
      const askedAt = performance.now();
      const { grant, mayCall, nowMs, waitMs } = await takeSlots(ctx(), { count: ready.length, perSecond });
      const ahead = offset.learn(nowMs, performance.now());
      if (!mayCall) {
        await giveBack(takeReady());
        return 0;
      }
      if (!grant) {
        await pause(Math.max(2, waitMs));
        return 1;
      }
      const slots = slotsOf(grant);
      for (const [n, batch] of takeReady().entries()) {
        const slot = slots[n];
        if (slot === undefined) ready.push(batch);
        else flyAt(batch, slot + ahead, askedAt);
      }
      return 1;
    },
    async drain() {
      halt();
      await Promise.all(flights);
      await giveBack(takeReady());
      clearInterval(beat);
    },
  };
}

/** Whether this database may send, looked at every two seconds; the file is kept up with what the database has seen. */
function createArmedCheck(ctx: () => Ctx, file: ArmFile) {
  let checkedAt = Number.NEGATIVE_INFINITY;
  let isArmed = false;
  const checkNow = async (): Promise<boolean> => {
    const { verdict, lastEntry } = await checkArming(ctx(), file);
    checkedAt = performance.now();
    if (verdict.armed && lastEntry > file.seenEntry()) file.noteEntry(lastEntry);
    if (!verdict.armed && verdict.why === "set-back") await disarmChannel(ctx());
    if (isArmed && !verdict.armed) log.error({ event: "channel.not-armed", why: verdict.why });
    isArmed = verdict.armed;
    return isArmed;
  };
  const check = async () => (performance.now() - checkedAt < ARMING_EVERY_MS ? isArmed : checkNow());
  return { check, checkNow };
}
