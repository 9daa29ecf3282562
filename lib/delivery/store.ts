import type { Db } from "@/db";
import { createCollector } from "@/lib/core/collector";
import { type Ctx, systemContext } from "@/lib/core/context";
import { errorFields, log } from "@/lib/core/log";
import type { ArmFile } from "./arm-gateway";
import {
  type Acceptance,
  acceptBatches,
  type Batch,
  claimBatches,
  extendBatches,
  returnBatches,
} from "./batches/commands";
import { isLeaseOver, type Moment } from "./batches/lease";
import { disarmChannel, takeProbe, takeShare } from "./channel/commands";
import { attemptBatch, createWordings, type SendTools } from "./jobs";
import { createHolding, createWindow, MAX_CALLS_PER_SECOND } from "./pace";
import { checkArming } from "./queries";

/** Calls under way at once: 196 a second, answers after 600 ms and their writing down still fit. */
const MOST_IN_FLIGHT = 170;
/** Batches taken and waiting for their moment: long enough to bridge a slow claim, few enough for an emergency to pass. */
const mostReady = (share: number): number => Math.max(1, Math.ceil(share / 6));
/** Waiting is looked up from so often: a claim, a share or a word to stop may have come. */
const LOOK_UP_MS = 20;
/** Where nothing more was to be had, it is looked again after so long. */
const DRY_MS = 50;
/** Acceptances are written down together so often. Killed in between, the same keys are asked again: nobody gets it twice. */
const TOGETHER_MS = 50;
const ARMING_EVERY_MS = 2_000;

export type Sender = {
  /** Does a piece of work; 0: nothing to do now. */
  work: () => Promise<number>;
  /** Calls that have not begun yet are not made: the channel or a broadcast was stopped. */
  halt: () => void;
  armed: () => Promise<boolean>;
  drain: () => Promise<void>;
};

const moment = (): Moment => ({ steady: performance.now(), wall: Date.now() });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends the batches of this process: takes some, asks for its share of the common rate, and calls at that pace. What
 * cannot be called now (paused, breaker open, not armed) goes back as if never taken, and so does what was held longer
 * than its lease: a process that was cut off heard no word to stop.
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
  const accept = createCollector(
    (taken: readonly Acceptance[]) => acceptBatches(ctx(), { owner, taken }),
    TOGETHER_MS,
  );
  const tools: SendTools = { line: options.line, accept, owner, random: Math.random, clock: Date.now };
  const wordingOf = createWordings();
  const perSecond = Math.min(MAX_CALLS_PER_SECOND, options.perSecond);
  const holding = createHolding();
  const window = createWindow();
  const armed = createArmedCheck(ctx, options.arm);
  const flights = new Set<Promise<void>>();
  /** Taken and neither settled nor given back, with when they were asked for: these alone are kept alive. */
  const mine = new Map<Batch, Moment>();
  let claiming: Promise<void> | null = null;
  let ready: Batch[] = [];
  /** When there was nothing more to take. */
  let dryAt = Number.NEGATIVE_INFINITY;
  let mayCall = true;
  /** What was taken before this goes back. */
  let haltedAt = Number.NEGATIVE_INFINITY;
  let mustLetGo = false;
  let known = new Set<string>();

  const halt = () => {
    haltedAt = performance.now();
    mustLetGo = true;
  };
  const beat = setInterval(() => {
    if (mine.size === 0) return;
    extendBatches(ctx(), { owner, leaseMs, batches: [...mine.keys()] }).catch((error) =>
      log.warn({ event: "broadcast.lease-not-extended", ...errorFields(error) }),
    );
  }, leaseMs / 4);
  beat.unref();

  const giveBack = async (batches: Batch[]) => {
    for (const batch of batches) mine.delete(batch);
    if (batches.length > 0) await returnBatches(ctx(), { owner, batches });
  };
  const takeReady = () => {
    const batches = ready;
    ready = [];
    return batches;
  };

  /** However often the heartbeat was heard: waiting so long, it is taken anew. */
  const isOver = (batch: Batch): boolean => {
    const taken = mine.get(batch);
    return taken === undefined || isLeaseOver(taken, moment(), leaseMs);
  };
  const dropOverdue = async () => {
    const over = ready.filter(isOver);
    if (over.length === 0) return;
    ready = ready.filter((batch) => !over.includes(batch));
    log.warn({ event: "broadcast.lease-over", batches: over.length });
    await giveBack(over);
  };

  const call = async (batch: Batch) => {
    const wording = await wordingOf(ctx(), batch);
    if (isOver(batch)) return giveBack([batch]);
    const sign = await attemptBatch(ctx(), tools, batch, wording);
    if (sign === "works" || sign === "fails" || sign === "slow") return;
    halt();
    options.onHalt();
  };

  const fly = (batch: Batch) => {
    const flight = call(batch)
      // The lease runs out by itself, and whoever takes the batch asks with the same key.
      .catch((error) => log.error({ event: "broadcast.attempt-failed", n: batch.n, ...errorFields(error) }))
      .finally(() => {
        mine.delete(batch);
        flights.delete(flight);
      });
    flights.add(flight);
  };

  const claim = async (limit: number) => {
    const asked = moment();
    const askedAt = asked.steady;
    const taken = await claimBatches(ctx(), { owner, leaseMs, limit });
    dryAt = taken.length < limit ? askedAt : Number.NEGATIVE_INFINITY;
    for (const batch of taken) mine.set(batch, asked);
    if (!(await prepare(taken).catch(() => false)) || haltedAt >= askedAt) return giveBack(taken);
    ready = [...ready, ...taken].sort((a, b) => a.lane - b.lane);
  };
  /** All that a call needs besides its moment, so that nothing comes between the moment and the call. */
  const prepare = async (taken: readonly Batch[]): Promise<boolean> => {
    const fresh = new Map(
      taken.filter((batch) => !known.has(batch.broadcastId)).map((batch) => [batch.broadcastId, batch]),
    );
    if (fresh.size === 0) return true;
    // A broadcast that is new here: what the arming file has seen is brought up before its first call.
    if (!(await armed.checkNow())) return false;
    for (const batch of fresh.values()) await wordingOf(ctx(), batch);
    known = new Set([...(known.size > 50 ? [] : known), ...fresh.keys()]);
    return true;
  };
  /** Takes more beside the calls, when there is room for it. */
  const refill = (share: number) => {
    const room = Math.min(mostReady(share), MOST_IN_FLIGHT - flights.size) - ready.length;
    if (claiming || room < Math.ceil(mostReady(share) / 2) || performance.now() - dryAt < DRY_MS) return;
    claiming = claim(room)
      .catch((error) => log.error({ event: "broadcast.not-taken", ...errorFields(error) }))
      .finally(() => {
        claiming = null;
      });
  };
  /** Asks for the share anew beside the calls, when it is time. */
  const renew = () => {
    const now = performance.now();
    if (!holding.isDue(now)) return;
    holding.asks(now);
    takeShare(ctx(), { owner, perSecond }).then(
      (answer) => {
        mayCall = answer.mayCall;
        holding.hears(answer.share);
      },
      (error) => {
        holding.isDeaf();
        log.warn({ event: "broadcast.no-share", ...errorFields(error) });
      },
    );
  };

  /** One call to see whether LINE answers again. */
  const probe = async () => {
    if (!(await takeProbe(ctx()))) return 0;
    const asked = moment();
    const [batch] = await claimBatches(ctx(), { owner, leaseMs, limit: 1, isProbe: true });
    if (!batch) return 0;
    mine.set(batch, asked);
    await call(batch).finally(() => mine.delete(batch));
    return 0;
  };

  return {
    armed: armed.check,
    halt,
    async work() {
      if (!(await armed.check())) {
        await giveBack(takeReady());
        return 0;
      }
      if (mustLetGo || !mayCall) {
        const isShut = !mayCall;
        mustLetGo = false;
        mayCall = true;
        await giveBack(takeReady());
        return isShut ? 0 : 1;
      }
      await dropOverdue();
      const share = holding.of(performance.now());
      if (ready.length === 0 && flights.size === 0 && !claiming) {
        await claim(mostReady(share));
        return ready.length > 0 ? 1 : probe();
      }
      refill(share);
      if (ready.length === 0) {
        await Promise.race([claiming ?? pause(LOOK_UP_MS), pause(LOOK_UP_MS)]);
        return 1;
      }
      renew();
      const now = performance.now();
      const wait = window.waitMs(share, now);
      if (wait > 0) await pause(Math.min(wait, LOOK_UP_MS));
      else {
        const batch = ready.shift();
        window.begin(share, now);
        if (batch) fly(batch);
      }
      return 1;
    },
    async drain() {
      halt();
      await claiming;
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
  /** What cannot be noted would not be missed in an older database: then nothing goes out. */
  const note = (entry: number): boolean => {
    try {
      file.noteEntry(entry);
      return true;
    } catch (error) {
      log.error({ event: "channel.arm-file", ...errorFields(error) });
      return false;
    }
  };
  const checkNow = async (): Promise<boolean> => {
    const { verdict, lastEntry } = await checkArming(ctx(), file);
    checkedAt = performance.now();
    if (!verdict.armed && verdict.why === "set-back") await disarmChannel(ctx());
    if (isArmed && !verdict.armed) log.error({ event: "channel.not-armed", why: verdict.why });
    isArmed = verdict.armed && (lastEntry <= file.seenEntry() || note(lastEntry));
    return isArmed;
  };
  const check = async () => (performance.now() - checkedAt < ARMING_EVERY_MS ? isArmed : checkNow());
  return { check, checkNow };
}
