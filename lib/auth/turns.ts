/** Counters of one process for `publicGate`: fixed windows, forgotten when over. */
type Window = { startedAt: number; used: number };

const shared = globalThis as typeof globalThis & { madoguchiTurns?: Map<string, Window> };
const MOST_KEYS = 20_000;

/** Takes one of `points` turns of the current window; false when there is none left. */
export function takeTurn(
  key: string,
  limit: { points: number; seconds: number },
  nowMs: number = Date.now(),
): boolean {
  shared.madoguchiTurns ??= new Map();
  const turns = shared.madoguchiTurns;
  const lengthMs = limit.seconds * 1000;
  const window = turns.get(key);
  if (window && nowMs - window.startedAt < lengthMs) {
    window.used += 1;
    return window.used <= limit.points;
  }
  if (turns.size >= MOST_KEYS) {
    // Maps keep insertion order: the oldest windows go first, and memory stays bounded under a flood of addresses.
    for (const old of [...turns.keys()].slice(0, MOST_KEYS / 10)) turns.delete(old);
  }
  turns.delete(key);
  turns.set(key, { startedAt: nowMs, used: 1 });
  return true;
}
