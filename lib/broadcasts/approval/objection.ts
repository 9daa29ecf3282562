import type { BroadcastState } from "@/db/enums";

const UNSENT: readonly BroadcastState[] = ["scheduled", "late", "held"];

/**
 * Does the objection of a second person still keep an emergency from going out? Only until the first call: afterwards it
 * is a word in the history, and whoever wants to end what is going out stops it.
 */
export const objectionUndoes = (state: BroadcastState): boolean => UNSENT.includes(state);
