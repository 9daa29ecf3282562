import type { Bundle } from "@/lib/demo/bundle-gateway";
import { openHouse, type Program, sandboxCall } from "../../support/house";
import { openAdmin } from "../support/admin";
import { bundleBroken } from "../support/mutate";
import { openSeats } from "../support/seat";
import { openDesk } from "./desk";
import type { Victims } from "./killer";
import { type Break, MUTATIONS } from "./mutations";
import { APPROVER, ENGLISH, openTown } from "./town";
import { placeWitness } from "./witness";

/** Slow enough that a broadcast of some twenty batches is under way while things die. */
export const SEND_RATE = 15;
const LEASE_MS = 2_000;
const WORKERS = ["worker-1", "worker-2", "worker-3"];

/** A house with a town in it and three workers, each behind a proxy of its own; plays follow one another on it. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** `withConsole`: staff do what they do at a console, which dies like everything else; it has to be built. */
export async function openStage(seed: string, options: { residents: number; withConsole: boolean }) {
  const house = await openHouse({ city: "kumamoto" });
  if (options.withConsole) await house.seed();
  const room = openSeats(house);
  const admin = openAdmin(house.databaseUrl);
  await placeWitness(await admin.client());
  await house.start("sandbox");
  await sandboxCall(house, "/config", { latencyMs: 30 });
  const openConsole = (url: string): Promise<Program> =>
    house.start("web", { DATABASE_URL: url, NODE_ENV: "production" });
  const desk = openDesk(`http://127.0.0.1:${house.ports.web}`, APPROVER);
  const town = await openTown(house, seed, options.residents, options.withConsole ? desk : null);
  const seats: Victims["seats"] = new Map();
  let broken: Break | null = null;
  let programs: Bundle | undefined;

  const start = (url: string): Promise<Program> => {
    const settings = { DATABASE_URL: url, LEASE_MS: String(LEASE_MS), SEND_RATE: String(SEND_RATE) };
    return house.start("worker", settings, programs);
  };
  const victims: Victims = {
    house,
    seats,
    admin: admin.client,
    console: options.withConsole ? { seat: await room.take(openConsole), waiting: desk.waiting } : null,
    provoke: async () => void (await town.schedule(`追加${town.plans.length}`, { rule: ENGLISH })),
  };

  return {
    house,
    town,
    victims,
    /** The middle of how long a worker took to start, in ms: the floor of every resumption. */
    bootMs: (): number => {
      const boots = [...seats.values()].flatMap((seat) => seat.bootsMs).sort((a, b) => a - b);
      return boots[boots.length >> 1] ?? 0;
    },
    isAlive: () => [...seats.values()].some((each) => each.program.alive()),
    /** Three workers are there, with this safeguard taken out of them. */
    staff: async (breaking: Break | null): Promise<void> => {
      if (breaking !== broken) {
        for (const { program } of seats.values()) {
          program.process.kill("SIGKILL");
          await program.exited;
        }
        seats.clear();
      }
      broken = breaking;
      programs = breaking ? await bundleBroken(MUTATIONS[breaking]) : undefined;
      await Promise.all(
        WORKERS.filter((name) => !seats.has(name)).map(async (name) =>
          seats.set(name, await room.take(start)),
        ),
      );
    },
    close: async (): Promise<void> => {
      await town.close();
      await admin.close();
      await house.stop();
      await room.close();
    },
  };
}
