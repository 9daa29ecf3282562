import { setTimeout as sleep } from "node:timers/promises";
import type { House } from "../../support/house";
import type { Seat } from "./seat";

/** How often something died at each point. */
export type CountsOf<P extends string> = Partial<Record<P, number>>;

export const count = <P extends string>(counts: CountsOf<P>, points: readonly P[]) => {
  for (const point of points) counts[point] = (counts[point] ?? 0) + 1;
};

/** Waits a while for a moment to come; a moment that never comes is no failure, only a kill elsewhere. */
export async function moment(check: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    if (await check()) return true;
    await sleep(3);
  }
  return false;
}

export const NETWORK_CUT = "network: cut with the database's answer on its way";

/** The process lives on and does not know whether what it asked for was done. */
export async function cutNetwork(seat: Seat | undefined): Promise<[typeof NETWORK_CUT | "idle"] | []> {
  if (!seat?.program.alive()) return [];
  seat.proxy.hold("answers");
  await moment(() => seat.proxy.held().answers > 100, 1_000);
  const isAnswering = seat.proxy.held().answers > 0;
  seat.proxy.cut();
  seat.proxy.hold("nothing");
  return [isAnswering ? NETWORK_CUT : "idle"];
}

/** The database dies and is there again a while later, on the same files. */
export async function crashDatabase(house: House, awayMs: number): Promise<void> {
  const pid = house.databasePid();
  if (pid) process.kill(pid, "SIGKILL");
  await sleep(awayMs);
  for (let tries = 0; ; tries++) {
    try {
      await house.startDatabase();
      return;
    } catch (error) {
      // Backends of the dead server still hold its memory for a moment.
      if (tries > 40) throw error;
      await sleep(250);
    }
  }
}
