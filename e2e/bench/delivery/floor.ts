import { setTimeout as sleep } from "node:timers/promises";

/**
 * The floor: the least that sends as many multicasts a second. A timer, a body made once, fetch. No database, no leases, no
 * keys kept, nothing written down. Prints how many calls a second it began.
 */
const [, , base = "", token = "", seed = "", calls = "0", perSecond = "1"] = process.argv;
const GAP_MS = 1_000 / Number(perSecond);
const recipients = Array.from({ length: 500 }, (_, n) => `U${String(n).padStart(32, "0")}`);
const body = JSON.stringify({ to: recipients, messages: [{ type: "text", text: `floor ${seed}` }] });
const started = performance.now();
const flights: Promise<unknown>[] = [];
for (let n = 0; n < Number(calls); n++) {
  const wait = started + n * GAP_MS - performance.now();
  if (wait > 1) await sleep(wait);
  flights.push(
    fetch(`${base}/v2/bot/message/multicast`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body,
    }).then((response) => response.text()),
  );
}
const seconds = (performance.now() - started) / 1_000;
await Promise.all(flights);
console.log(JSON.stringify({ perSecond: Number(calls) / seconds }));
