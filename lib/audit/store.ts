import { minutes } from "@/lib/core/time";
import { type AnchorGateway, getAnchorGateway } from "./anchor-gateway";

const SWEEP_EVERY_MS = minutes(10);

let sweptAtMs = 0;
let gateway: AnchorGateway | undefined;

/** True at the first ask of this process and then every ten minutes: time to look for stragglers in the whole table. */
export function sweepDue(now: Date): boolean {
  if (now.getTime() - sweptAtMs < SWEEP_EVERY_MS) return false;
  sweptAtMs = now.getTime();
  return true;
}

/** Where this process finds and writes heads of the chain outside the database. */
export function auditAnchor(): AnchorGateway {
  gateway ??= getAnchorGateway();
  return gateway;
}

/** What the sealer of this process works with. */
export const sealerTools = (now: Date): { anchor: AnchorGateway; everything: boolean } => ({
  anchor: auditAnchor(),
  everything: sweepDue(now),
});
