import { runOnce } from "./faults/broadcast/run";

const [seed, kills, breaking] = process.argv.slice(2);
const r = await runOnce({
  seed: Number(seed),
  residents: 12_000,
  kills: Number(kills),
  breaking: (breaking as never) ?? null,
});
console.log(JSON.stringify(r, null, 1));
process.exit(0);
