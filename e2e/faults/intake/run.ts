import fs from "node:fs";
import { openHouse, sandboxCall, waitFor } from "../../support/house";
import { randomFrom } from "../../support/random";
import { openAdmin } from "../support/admin";
import { bundleBroken } from "../support/mutate";
import { openSeats } from "../support/seat";
import { openBalancer } from "./balancer";
import { preparedGround } from "./ground";
import { judge, type Verdict } from "./judge";
import { type Counts, killUntil, type Victims } from "./killer";
import { type Break, MUTATIONS } from "./mutations";
import { openPostman } from "./postman";
import { type Deed, playResident } from "./resident";

export type RunOptions = {
  seed: number;
  residents: number;
  breaking: Break | null;
  web: boolean;
  /** How often something is killed; enough to meet every point, few enough that people can finish what they began. */
  kills: number;
  /** What earlier runs met: this one aims at the rest first. */
  met?: Counts;
};
export type RunResult = Verdict & { seed: number; kills: number; counts: Counts; seconds: number };

const REDELIVERY_MS = [
  200, 400, 800, 1_500, 3_000, 3_000, 3_000, 5_000, 5_000, 5_000, 10_000, 10_000, 10_000,
];

/**
 * After the last kill people wait as long as a house that works may take; with a safeguard taken out, some for ever. What
 * is done twice shows at once; that talks went astray, when people have come to their end.
 */
const PATIENCE = {
  whole: { giveUpMs: 300_000, settleMs: 120_000 },
  dedupe: { giveUpMs: 8_000, settleMs: 4_000 },
  lease: { giveUpMs: 8_000, settleMs: 4_000 },
  order: { giveUpMs: 30_000, settleMs: 10_000 },
};

/** One seeded run: so many residents report while processes die; then everything must add up. */
export async function runOnce(options: RunOptions): Promise<RunResult> {
  const started = Date.now();
  const random = randomFrom(options.seed);
  const patience = PATIENCE[options.breaking ?? "whole"];
  const house = await openHouse({ city: "kumamoto", pgCopyOf: await preparedGround() });
  const balancer = await openBalancer();
  const admin = openAdmin(house.databaseUrl);
  const room = openSeats(house);
  try {
    await house.start("sandbox", {
      SANDBOX_HOSTS: `madoguchi.demo.invalid=http://127.0.0.1:${balancer.port}`,
    });
    await sandboxCall(house, "/config", {
      webhookUrl: "https://madoguchi.demo.invalid/api/line/webhook",
      redeliveryDelaysMs: REDELIVERY_MS,
      batchWindowMs: 20,
    });

    const broken = options.breaking ? await bundleBroken(MUTATIONS[options.breaking]) : undefined;
    const seats: Victims["seats"] = new Map();
    const seat = async (name: string, kind: "web" | "intake" | "worker") => {
      const taken = await room.take((databaseUrl) =>
        house.start(kind, { DATABASE_URL: databaseUrl, LEASE_MS: "2000" }, broken),
      );
      seats.set(name, Object.assign(taken, { kind }));
    };
    // A built console cannot be mutated; the receivers share one function.
    if (options.web) await seat("web", "web");
    await seat("intake", "intake");
    await seat("worker-1", "worker");
    await seat("worker-2", "worker");
    const urls: Record<string, string> = {
      web: `http://127.0.0.1:${house.ports.web}`,
      intake: `http://127.0.0.1:${house.ports.intake}`,
    };
    const victims: Victims = {
      house,
      balancer,
      seats,
      admin: admin.client,
      retarget: () =>
        balancer.setTargets(
          [...seats]
            .filter(([, s]) => s.kind !== "worker" && s.program.alive())
            .map(([name]) => ({ name, url: urls[name] ?? "" })),
        ),
    };
    victims.retarget();

    const { residents } = await sandboxCall<{ residents: { id: string }[] }>(house, "/residents", {
      count: options.residents,
      seed: `faults-${options.seed}`,
      follow: "silent",
    });
    const postman = openPostman(house);
    let playing = true;
    let giveUpAt = Number.POSITIVE_INFINITY;
    const deeds: Promise<Deed[]> = Promise.all(
      residents.map((r, i) =>
        playResident(
          house,
          r.id,
          randomFrom(options.seed * 10_007 + i),
          postman.mailboxOf(r.id),
          () => Date.now() > giveUpAt,
        ),
      ),
    ).finally(() => {
      playing = false;
      postman.stop();
    });
    deeds.catch(() => {}); // awaited below, after the killing
    const counts: Counts = {};
    const { kills: most, met = {} } = options;
    const kills = await killUntil(victims, random, counts, { kills: most, met, done: () => !playing });
    giveUpAt = Date.now() + patience.giveUpMs;
    const done = await deeds;

    await sandboxCall(house, "/webhooks/redeliver", {});
    await sandboxCall(house, "/webhooks/idle", { timeoutMs: 60_000 });
    const db = await victims.admin();
    await waitFor(
      "everything is settled",
      async () => {
        const { rows } = await (await victims.admin()).query<{ open: string }>(`select
        (select count(*) from line_events where state = 'pending') + (select count(*) from outbox where kind <> 'mail' and state in ('pending', 'attempting'))
        + (select count(*) from report_photos where state = 'waiting') as open`);
        return Number(rows[0]?.open) === 0;
      },
      patience.settleMs,
    ).catch(() => {});
    const verdict = await judge(house, db, done, balancer.acknowledged);
    const deadlocks = fs.readFileSync(house.databaseLog, "utf8").split("deadlock detected").length - 1;
    if (deadlocks > 0) verdict.problems.push(`the database broke ${deadlocks} deadlocks`);
    return {
      ...verdict,
      seed: options.seed,
      kills,
      counts,
      seconds: Math.round((Date.now() - started) / 1000),
    };
  } finally {
    await admin.close();
    await house.stop();
    await balancer.close();
    await room.close();
  }
}
