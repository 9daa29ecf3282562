import type { Fault, FaultEndpoint, FaultKind, FaultsAnswer } from "./protocol";
import { seededRandom } from "./random";

export type ActiveFault = { kind: FaultKind; ms: number };

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  list(): FaultsAnswer["faults"];
  /** The first fault that strikes this call; it is counted. */
  strike(endpoint: FaultEndpoint): ActiveFault | null;
};

const DEFAULT_MS: Partial<Record<FaultKind, number>> = {
  hang: 60_000,
  "hang-after": 60_000,
  "batch-ongoing": 60_000,
};

const covers = (named: FaultEndpoint, endpoint: FaultEndpoint): boolean =>
  named === "*" || named === endpoint || (named === "richmenu" && endpoint === "richmenu-batch");

export function createFaults(): Faults {
  let rules: { fault: Fault; id: number; hits: number; random: () => number }[] = [];
  let last = 0;
  return {
    add(fault) {
      last += 1;
      rules.push({ fault, id: last, hits: 0, random: seededRandom(fault.seed ?? last) });
    },
    clear() {
      rules = [];
    },
    list: () => rules.map(({ fault, id, hits }) => ({ ...fault, id, hits })),
    strike(endpoint) {
      for (const rule of rules) {
        const { fault } = rule;
        if (!covers(fault.endpoint, endpoint)) continue;
        if (fault.times !== undefined && rule.hits >= fault.times) continue;
        if (fault.ratio !== undefined && rule.random() >= fault.ratio) continue;
        rule.hits += 1;
        return { kind: fault.kind, ms: fault.ms ?? DEFAULT_MS[fault.kind] ?? 1000 };
      }
      return null;
    },
  };
}
