const BEAT_MS = 5;
/** Without calls for so long nothing is watched: an idle sandbox costs nothing. */
const REST_MS = 2_000;

/** How long a call may have waited at the door because this process was busy or not run at all. */
export type Lateness = {
  /** At most so many ms, at the moment of asking; 0 for the first call after a rest. */
  heldUpMs(): number;
  stop(): void;
};

/**
 * A beat that comes late tells that whatever came meanwhile is seen late, too: timers run before what waits at the door,
 * so a late beat counts until the next one.
 */
export function createLateness(now: () => number = () => performance.now()): Lateness {
  let beat: NodeJS.Timeout | null = null;
  let beatenAt = 0;
  /** The last beat in time, before one that came late. */
  let inTimeAt = 0;
  let askedAt = 0;
  const stop = () => {
    if (beat) clearInterval(beat);
    beat = null;
  };
  return {
    heldUpMs() {
      askedAt = now();
      if (beat) return Math.max(0, askedAt - inTimeAt);
      beatenAt = inTimeAt = askedAt;
      beat = setInterval(() => {
        const beforeAt = beatenAt;
        beatenAt = now();
        inTimeAt = beatenAt - beforeAt > 2 * BEAT_MS ? beforeAt : beatenAt;
        if (beatenAt - askedAt > REST_MS) stop();
      }, BEAT_MS);
      beat.unref();
      return 0;
    },
    stop,
  };
}
