import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openTown } from "./faults/broadcast/town";
import { openHouse, sandboxCall } from "./support/house";

const t0 = Date.now();
const say = (x: unknown) => console.log(((Date.now() - t0) / 1000).toFixed(1), x);
const house = await openHouse({ city: "kumamoto" });
say("house");
await house.start("sandbox");
say("sandbox");
const town = await openTown(house, "x", 12000);
say("town");
await house.start("worker", { LEASE_MS: "2000", SEND_RATE: "15", LOG_LEVEL: "info" });
const p = await town.schedule("a");
for (let i = 0; i < 12; i++) {
  await sleep(1500);
  say(
    await town.query(
      "select state, held_until, (select jsonb_object_agg(state, n) from (select state, count(*) n from broadcast_batches group by 1) x) from broadcasts",
    ),
  );
  if ((await town.stateOf(p)) === "held") say(await town.do("release", p));
}
console.log(fs.readFileSync(`${house.folder}/worker.log`, "utf8").slice(-3000));
say(await sandboxCall(house, "/ledger/summary"));
await town.close();
await house.stop();
