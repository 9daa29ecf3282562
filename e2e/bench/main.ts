import { benchDelivery } from "./delivery/bench";
import { benchIntake } from "./intake/bench";
import { benchSegments } from "./segments/bench";

/** `npm run bench [-- NAME]`: prints the product beside a floor in the same run; exit 1 when a ratio is missed. */
const BENCHES: Record<string, (args: string[]) => Promise<boolean>> = {
  intake: benchIntake,
  segments: benchSegments,
  delivery: benchDelivery,
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !(name in BENCHES)) {
  console.error(`No bench of that name. There are: ${Object.keys(BENCHES).join(", ")}`);
  process.exit(2);
}
let met = true;
for (const [each, bench] of Object.entries(BENCHES)) {
  if (name !== undefined && name !== each) continue;
  console.log(`\n# ${each}`);
  met = (await bench(args)) && met;
}
process.exit(met ? 0 : 1);
