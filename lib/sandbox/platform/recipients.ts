import { isChatId, isUserId } from "../ids";
import type { Miss } from "../records";
import type { World } from "../world";
import { badProperty, Refusal } from "./answer";

/** Somebody who is no friend still gets a push within 7 days of having written. */
const WRITTEN_MS = 7 * 24 * 3_600_000;

export type Recipients = { to: number[]; missed: [number, Miss][] };

function missOf(world: World, i: number, afterWriting: boolean): Miss | null {
  const state = world.register.stateOf(i);
  if (state === "friend") return null;
  if (state === "blocked" || state === "unknown") return state;
  const wrote = world.talk.lastInboundAt(i);
  return afterWriting && wrote !== null && world.clock.wall() - wrote < WRITTEN_MS ? null : "not-friend";
}

export const toOne = (world: World, i: number): Recipients => {
  const why = missOf(world, i, true);
  return { to: [i], missed: why === null ? [] : [[i, why]] };
};

/** The receiver of a push: an id of the right shape that this channel knows. */
export function findPushTarget(world: World, to: string): number {
  if (!isChatId(to)) throw badProperty("to");
  const i = world.register.numberOf(to);
  if (i === undefined || world.register.stateOf(i) === "unknown")
    throw new Refusal(400, "Failed to send messages");
  return i;
}

/** Multicast: one malformed id refuses all; unknown ones are taken and missed, or refuse all (see config.unknownRecipients). */
export function resolveMany(world: World, ids: readonly unknown[]): Recipients {
  const { register, config, journal } = world;
  const strangers = new Set<string>();
  const to = ids.map((id, n) => {
    if (typeof id !== "string" || !isUserId(id)) throw badProperty(`to[${n}]`);
    const i = register.numberOf(id) ?? -1;
    const unknown = i < 0 || register.stateOf(i) === "unknown";
    if (unknown && config.unknownRecipients === "refuse") throw badProperty(`to[${n}]`);
    if (i < 0) strangers.add(id);
    return i;
  });
  if (strangers.size > 0) {
    journal.commit("strangers", { ids: [...strangers] });
    for (const [n, i] of to.entries()) if (i < 0) to[n] = register.numberOf(String(ids[n])) ?? -1;
  }
  return { to, missed: missedAmong(world, to) };
}

/** Everybody who is a friend now. */
export function allFriends(world: World): Recipients {
  const to: number[] = [];
  for (let i = 0; i < world.register.size(); i += 1) if (world.register.stateOf(i) === "friend") to.push(i);
  return { to, missed: [] };
}

function missedAmong(world: World, to: readonly number[]): [number, Miss][] {
  const missed = new Map<number, Miss>();
  for (const i of to) {
    const why = missOf(world, i, false);
    if (why !== null) missed.set(i, why);
  }
  return [...missed];
}
