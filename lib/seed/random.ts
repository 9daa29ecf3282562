/** Chance that is the same for the same seed, on any machine. Not for secrets. */
export type Chance = {
  /** In [0, 1). */
  next: () => number;
  between: (low: number, high: number) => number;
  /** Whole, both ends included. */
  whole: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  /** One of the entries by weight. */
  weighted: <T>(from: readonly (readonly [T, number])[]) => T;
  /** Log-normal by its median and its 90th percentile. */
  spread: (median: number, p90: number) => number;
  /** An independent stream with a name: what one part draws does not move the others. */
  fork: (name: string) => Chance;
};

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: small, fast, good enough to look random. */
export function chanceFrom(seed: string): Chance {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  return {
    next,
    between,
    whole,
    chance: (probability) => next() < probability,
    pick,
    weighted(from) {
      let rest = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return pick(from)[0];
    },
    spread(median, p90) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp((Math.log(p90 / median) / 1.2816) * normal);
    },
    fork: (name) => chanceFrom(`${seed}/${name}`),
  };
}
