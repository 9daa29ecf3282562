import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ensureBuild } from "@/lib/demo/build-gateway";
import { findFreePort } from "@/lib/demo/port-gateway";
import { type House, openHouse, sandboxCall, waitFor } from "../../support/house";
import { ROOT } from "../../support/run";
import { flood, type Measured, makeShots, median, pace } from "./load";

const CONNECTIONS = 32;
const ROUNDS = 5;
const FLOOR_RATIO = 0.7;
const line = (name: string, m: Measured) =>
  console.log(
    `  ${name.padEnd(24)} ${m.perSecond.toFixed(0).padStart(6)} req/s   p50 ${m.p50.toFixed(1).padStart(7)} ms   p99 ${m.p99.toFixed(1).padStart(7)} ms   failed ${m.failed}`,
  );

async function startFloor(house: House): Promise<{ url: string; stop: () => void }> {
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "e2e/bench/intake/floor.ts",
      String(port),
      house.databaseUrl,
      house.secrets.channelSecret,
    ],
    {
      cwd: ROOT,
      stdio: "inherit",
    },
  );
  const url = `http://127.0.0.1:${port}/`;
  await waitFor("floor", async () => (await fetch(url, { method: "POST", body: "x" })).status === 401);
  return { url, stop: () => child.kill("SIGKILL") };
}

/** Five interleaved rounds of product and floor; prints medians and answers their ratio. */
async function compare(
  urls: { intake: string; floor: string },
  eventsEach: number,
  secret: string,
  seconds: number,
): Promise<number> {
  const rounds: { intake: Measured; floor: Measured }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const shots = () => makeShots(seconds * (eventsEach === 1 ? 7_000 : 3_000), eventsEach, secret);
    const options = { connections: CONNECTIONS, forMs: seconds * 1000 };
    // Who goes first changes each round, so that a machine that slows down favours nobody.
    const first = round % 2 === 0 ? "intake" : "floor";
    const second = first === "intake" ? "floor" : "intake";
    const a = await flood(urls[first], shots(), options);
    const b = await flood(urls[second], shots(), options);
    rounds.push(first === "intake" ? { intake: a, floor: b } : { intake: b, floor: a });
  }
  const of = (who: "intake" | "floor", what: keyof Measured) => median(rounds.map((r) => r[who][what]));
  const shown = (who: "intake" | "floor"): Measured => ({
    requests: of(who, "requests"),
    failed: rounds.reduce((sum, r) => sum + r[who].failed, 0),
    perSecond: of(who, "perSecond"),
    p50: of(who, "p50"),
    p99: of(who, "p99"),
    max: of(who, "max"),
  });
  console.log(
    `${eventsEach} event(s) a request, median of ${ROUNDS} interleaved rounds of ${seconds} s, ${CONNECTIONS} connections:`,
  );
  line("intake program", shown("intake"));
  line("floor", shown("floor"));
  const ratio = of("intake", "perSecond") / of("floor", "perSecond");
  console.log(
    `  ratio ${ratio.toFixed(2)} (wanted ≥ ${FLOOR_RATIO}; by round ${rounds.map((r) => (r.intake.perSecond / r.floor.perSecond).toFixed(2)).join(" ")})`,
  );
  return ratio;
}

/** Webhook arrival → reply call, by the sandbox's own clock, at 5 residents' messages a second. */
async function replyLatency(
  house: House,
  count: number,
): Promise<{ count: number; p50: number; p99: number }> {
  const { residents } = await sandboxCall<{ residents: { id: string }[] }>(house, "/residents", {
    count,
    seed: "latency",
    follow: "silent",
  });
  for (const resident of residents) {
    await sandboxCall(house, `/residents/${resident.id}/text`, { text: "市民レポート" });
    await sleep(200);
  }
  await sleep(2_000);
  const times: number[] = [];
  for (const resident of residents) {
    const { entries } = await sandboxCall<{
      entries: { at: number; eventId: string | null; endpoint: string }[];
    }>(house, `/ledger?to=${resident.id}&omit=messages,to`);
    const reply = entries.find((e) => e.endpoint === "reply" && e.eventId);
    const { replies } = reply
      ? await sandboxCall<{ replies: { eventId: string; deliveredAt: number | null }[] }>(
          house,
          "/replies?limit=5000",
        )
      : { replies: [] };
    const delivered = replies.find((r) => r.eventId === reply?.eventId)?.deliveredAt;
    if (reply && delivered) times.push(reply.at - delivered);
  }
  times.sort((a, b) => a - b);
  if (times.length < count) console.log(`  ${count - times.length} of ${count} replies did not come`);
  return {
    count: times.length,
    p50: median(times),
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  };
}

export async function benchIntake(args: string[]): Promise<boolean> {
  const quick = args.includes("--quick");
  const seconds = quick ? 2 : 5;
  const house = await openHouse({ city: "kumamoto" });
  try {
    const admin = new pg.Client({ connectionString: house.databaseUrl });
    admin.on("error", () => {}); // the house is torn down while it is still open when a step fails
    await admin.connect();
    const sync = await admin.query<{ synchronous_commit: string; fsync: string }>(
      "select current_setting('synchronous_commit') as synchronous_commit, current_setting('fsync') as fsync",
    );
    console.log(
      `PostgreSQL: synchronous_commit=${sync.rows[0]?.synchronous_commit} fsync=${sync.rows[0]?.fsync}`,
    );
    await admin.query("create table floor_events (id text primary key, payload text not null)");
    await house.seed();
    await house.start("sandbox");
    const worker = await house.start("worker");
    const floor = await startFloor(house);
    await house.start("intake");
    const urls = { intake: `http://127.0.0.1:${house.ports.intake}/api/line/webhook`, floor: floor.url };
    const { channelSecret } = house.secrets;

    console.log("the cold first 10 s, which is also the warm-up:");
    line(
      "intake program",
      await flood(urls.intake, makeShots(seconds * 8_000, 1, channelSecret), {
        connections: CONNECTIONS,
        forMs: quick ? 2_000 : 10_000,
      }),
    );
    line(
      "floor",
      await flood(urls.floor, makeShots(seconds * 8_000, 1, channelSecret), {
        connections: CONNECTIONS,
        forMs: quick ? 2_000 : 10_000,
      }),
    );
    const one = await compare(urls, 1, channelSecret, seconds);
    const ten = await compare(urls, 10, channelSecret, seconds);
    floor.stop();

    // The backlog of the flood is the worker's business; the goals below are about ordinary days.
    worker.process.kill("SIGKILL");
    await worker.exited;
    await admin.query("truncate line_events, inbox_leases, outbox");
    await house.start("worker");
    await ensureBuild(ROOT, process.env, `${house.folder}/build.log`, () => {});
    await house.start("web");
    const route = `http://127.0.0.1:${house.ports.web}/api/line/webhook`;
    console.log("route handler of the console at 200 req/s:");
    const cold = await pace(route, makeShots(200 * (quick ? 3 : 10), 1, channelSecret), 200);
    line("cold, just started", cold);
    const warm = await pace(route, makeShots(200 * (quick ? 5 : 20), 1, channelSecret), 200);
    line("warm", warm);
    console.log(`  goal p99 ≤ 500 ms: ${warm.p99 <= 500 && warm.failed === 0 ? "met" : "MISSED"}`);

    await sandboxCall(house, "/config", { webhookUrl: "https://madoguchi.demo.invalid/api/line/webhook" });
    // The residents of the measurement wait for nobody else's backlog.
    await waitFor(
      "the worker has caught up",
      async () =>
        (await admin.query("select 1 from line_events where state = 'pending' limit 1")).rowCount === 0,
      180_000,
    );
    await admin.end();
    const reply = await replyLatency(house, quick ? 10 : 40);
    console.log(
      `webhook arrival → reply call: p50 ${reply.p50.toFixed(0)} ms, p99 ${reply.p99.toFixed(0)} ms; goal p50 ≤ 250 ms: ${reply.count > 0 && reply.p50 <= 250 ? "met" : "MISSED"}`,
    );
    return one >= FLOOR_RATIO && ten >= FLOOR_RATIO;
  } finally {
    await house.stop();
  }
}
