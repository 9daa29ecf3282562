import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../../support/random";
import type { Plan, Town } from "./town";

/**
 * Staff at their desks: release what is held, let go on what the machine paused for them, pause and stop now and then.
 * `hands` off: they leave everything as it is.
 */
export function seatPeople(
  town: Town,
  random: Random,
  habits: { stoppable: () => Plan | null; releaseAfterMs: number },
) {
  const heldSince = new Map<string, number>();
  let busy = true;
  let hands: "on" | "off" = "on";
  let present: Promise<void> = Promise.resolve();
  const round = async () => {
    if (await town.isChannelPaused()) await town.resumeChannel();
    for (const plan of town.plans) {
      if (plan.isLate) continue;
      const state = await town.stateOf(plan);
      if (state === "held") {
        heldSince.set(plan.id, heldSince.get(plan.id) ?? Date.now());
        const waited = Date.now() - (heldSince.get(plan.id) ?? 0);
        if (waited >= habits.releaseAfterMs) await town.do("release", plan);
      }
      if (state === "paused") await town.do("resume", plan);
      else if (state === "sending" && plan === habits.stoppable() && random.chance(0.1))
        await town.do("stop", plan);
      else if (state === "sending" && random.chance(0.04)) await town.do("pause", plan);
    }
  };
  const working = (async () => {
    while (busy) {
      if (hands === "on") {
        present = round();
        await present;
      }
      await sleep(random.between(100, 300));
    }
  })();
  return {
    /** What they are about is done first: else a late press undoes what comes next. */
    hands: async (next: typeof hands): Promise<void> => {
      hands = next;
      await present;
    },
    leave: async () => {
      busy = false;
      await working;
    },
  };
}
