import { LIMITS } from "./message";

/** What a button of ours says it is. `pick` answers a step, `page` turns a choice's page; the rest are named acts. */
export const VERBS = [
  "pick",
  "page",
  "picker",
  "now",
  "today",
  "yesterday",
  "skip",
  "done",
  "drop",
  "back",
  "cancel",
  "quit",
  "stay",
  "resume",
  "send",
  "fix",
  "edit",
] as const;
export type Verb = (typeof VERBS)[number];

/** `start=report` or `start=report.road`: rich menus and typed words use the same names. */
export type StartTarget = { scenarioKey: string; shortcut: string | null };
export type Tap =
  /** `again`: the conversation that the resident chose to drop for this. */
  | { kind: "start"; target: StartTarget; again: string | null }
  | { kind: "act"; conversationId: string; stepId: string; verb: Verb; value: string };

const isVerb = (word: string | null): word is Verb => VERBS.some((verb) => verb === word);

export const startData = (target: StartTarget, again?: string): string => {
  const name = target.shortcut ? `${target.scenarioKey}.${target.shortcut}` : target.scenarioKey;
  return new URLSearchParams({ start: name, ...(again ? { again } : {}) }).toString();
};

/** At most 300 characters: keys are at most 40 (scenarios/schema.ts), conversation ids 40. */
export const actData = (conversationId: string, stepId: string, verb: Verb, value = ""): string =>
  new URLSearchParams({ t: conversationId, s: stepId, d: verb, ...(value ? { v: value } : {}) }).toString();

/** Null: not one of our buttons (or one of a future part of the product). */
export function readTap(data: string): Tap | null {
  if (data.length > LIMITS.postbackData) return null;
  const params = new URLSearchParams(data);
  const start = params.get("start");
  if (start) {
    const [scenarioKey = "", shortcut] = start.split(".");
    return { kind: "start", target: { scenarioKey, shortcut: shortcut || null }, again: params.get("again") };
  }
  const conversationId = params.get("t");
  const verb = params.get("d");
  if (!conversationId || !isVerb(verb)) return null;
  return { kind: "act", conversationId, stepId: params.get("s") ?? "", verb, value: params.get("v") ?? "" };
}

/**
 * The conversation that an event starts: the event's own id, so that a replay makes the same one. An id of another form
 * than LINE's ULID is folded to 16 hex digits (FNV-1a, twice).
 */
export function conversationIdOf(eventId: string): string {
  if (/^[0-9A-Za-z_-]{1,40}$/.test(eventId)) return eventId;
  const hash = (seed: number) => {
    let h = seed;
    for (let i = 0; i < eventId.length; i++) h = Math.imul(h ^ eventId.charCodeAt(i), 0x01000193) >>> 0;
    return h.toString(16).padStart(8, "0");
  };
  return `e${hash(0x811c9dc5)}${hash(0x9dc5811c)}`;
}
