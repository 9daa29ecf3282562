import type { Rule } from "@/lib/segments/rule";
import { hasGrown } from "../state";

/**
 * What this one sets right, if it goes to those whom that one reached and to nobody chosen by hand: only of such an
 * audience it is known that nobody widened it.
 */
export const correctedBy = (correctsId: string | null, rule: Rule): string | null =>
  rule.op === "received" && rule.broadcastId === correctsId ? correctsId : null;

/**
 * Does a person look again because more people get it than the approver saw? Not at a correction: it grows by whom the
 * wrong words reached meanwhile. The more they are, the less it may wait for a second click.
 */
export const isGrown = (
  broadcast: { corrects: string | null; countAtApproval: number | null },
  recipients: number,
): boolean => broadcast.corrects === null && hasGrown(broadcast.countAtApproval, recipients);
