/**
 * LINE takes 200 multicasts a second. So many of ours may begin in any second, whenever it starts, over all workers; what
 * is left to 200 is for networks that are slow with one call and quick with the next.
 */
export const MAX_CALLS_PER_SECOND = 196;
/**
 * The even pace lies a little below what a second may hold: at the limit itself a call that was late once would keep the
 * one a second after it late, too, and every short stop of the process would be lost for good.
 */
const EVEN_PART = 0.985;
const SECOND = 1_000;

/** A worker asks for its share of the rate so often, and has none when it did not hear for so long. */
export const ASK_MS = 250;
const LIFE_MS = 2_000;
/** Asked, and no answer so far: its share may be less by now, so it waits. */
const PATIENCE_MS = 250;
/** So long after a worker has less, others may have more: by then its last second is over, whenever it heard. */
const COOL_MS = PATIENCE_MS + SECOND + 250;
/** A clock that was set back would else keep shares for the dead: what lies further ahead is not believed. */
const DISBELIEF_MS = 10_000;
/** After a 429 the rate is half for so long. */
export const SLOW_MS = 10_000;

/** What a worker may call a second, and until when it may have called so many as `was`. By the database's clock. */
export type Share = { owner: string; share: number; was: number; wasUntil: Date; until: Date };

/**
 * Divides the rate anew as one worker asks: an equal part, or what the others leave of it so far. Answers its share and
 * what is to be written down for it.
 */
export function divideRate(
  shares: readonly Share[],
  input: { owner: string; perSecond: number; now: Date },
): Share {
  const { owner, perSecond } = input;
  const now = input.now.getTime();
  const heldBy = (each: Share): number => {
    const until = each.until.getTime() + COOL_MS;
    if (until <= now || until > now + DISBELIEF_MS) return 0;
    return each.wasUntil.getTime() > now ? Math.max(each.share, each.was) : each.share;
  };
  const others = shares.filter((each) => each.owner !== owner);
  const asking = 1 + others.filter((each) => heldBy(each) > 0 || each.until.getTime() > now).length;
  const left = perSecond - others.reduce((sum, each) => sum + heldBy(each), 0);
  const equal = Math.ceil(perSecond / asking);
  const own = shares.find((each) => each.owner === owner);
  const before = own ? heldBy(own) : 0;
  // When the whole rate fell, all hold too much for a moment: each keeps its new part, and the sum only goes down.
  const kept = own && before > 0 ? Math.min(own.share, equal) : 0;
  const share = Math.max(0, kept, Math.min(equal, left));
  const until = new Date(now + LIFE_MS);
  if (before <= share) return { owner, share, was: share, wasUntil: new Date(now), until };
  return {
    owner,
    share,
    was: before,
    wasUntil: own && own.share <= share ? own.wasUntil : new Date(now + COOL_MS),
    until,
  };
}

/** What a worker knows of its share, by its own clock that never goes back (ms). */
export function createHolding() {
  let share = 0;
  let validUntil = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isAsking = false;
  return {
    isDue: (now: number): boolean => !isAsking && now - askedAt >= ASK_MS,
    asks: (now: number): void => {
      isAsking = true;
      askedAt = now;
    },
    /** Counted from when it asked: by the database's clock it holds at least as long. */
    hears: (granted: number): void => {
      isAsking = false;
      share = granted;
      validUntil = askedAt + LIFE_MS;
    },
    /** The question failed: what it had may be less by now. */
    isDeaf: (): void => {
      isAsking = false;
      share = 0;
    },
    of: (now: number): number =>
      now >= validUntil || (isAsking && now - askedAt >= PATIENCE_MS) ? 0 : share,
  };
}
/** What a pause cost is made up for, if it was no longer than this, by calls that follow each other twice as fast. */
const BEHIND_MS = 300;
const HASTE = 2;

/** The calls that this worker began: evenly, and never more than its share within a second. */
export function createWindow() {
  const begun: number[] = [];
  let due = Number.NEGATIVE_INFINITY;
  const nextDue = (share: number, now: number): number =>
    now - (begun.at(-1) ?? Number.NEGATIVE_INFINITY) > BEHIND_MS
      ? now
      : Math.max(due + SECOND / (share * EVEN_PART), now - BEHIND_MS);
  return {
    /** How long until the next call may begin; Infinity without a share. */
    waitMs(share: number, now: number): number {
      if (share < 1) return Number.POSITIVE_INFINITY;
      const apart = (begun.at(-1) ?? Number.NEGATIVE_INFINITY) + SECOND / (share * HASTE);
      const free = begun.length < share ? Number.NEGATIVE_INFINITY : (begun.at(-share) ?? 0) + SECOND + 1;
      return Math.max(0, nextDue(share, now) - now, apart - now, free - now);
    },
    begin(share: number, now: number): void {
      due = nextDue(share, now);
      begun.push(now);
      while ((begun[0] ?? now) < now - 2 * SECOND) begun.shift();
    },
  };
}
