import type { Clock } from "../clock";
import type { Ledger } from "./ledger";

const JST_MS = 9 * 3_600_000;

export type Quota = {
  /** Messages counted this month (Japan): recipients who got one, whatever the number of bubbles; replies are free. */
  used(): number;
  /** Different aggregation units this month; the 1,001st is not counted. */
  units(): readonly string[];
};

const monthOf = (now: number): string => new Date(now + JST_MS).toISOString().slice(0, 7);

export const UNITS_A_MONTH = 1000;

export function createQuota(ledger: Ledger, clock: Clock): Quota {
  const used = new Map<string, number>();
  const units = new Map<string, Set<string>>();
  ledger.subscribe((row) => {
    const month = monthOf(row.now);
    if (row.endpoint !== "reply") {
      used.set(month, (used.get(month) ?? 0) + row.recipients.length - (row.missed?.size ?? 0));
    }
    for (const unit of row.units) {
      const names = units.get(month) ?? new Set();
      units.set(month, names);
      if (names.size < UNITS_A_MONTH) names.add(unit);
    }
  });
  return {
    used: () => used.get(monthOf(clock.now())) ?? 0,
    units: () => [...(units.get(monthOf(clock.now())) ?? [])],
  };
}
