import { benchAnalytics } from "./analytics/bench";
import { benchBot } from "./bot/bench";
import { benchDelivery } from "./delivery/bench";
import { benchIntake } from "./intake/bench";
import { benchSegments } from "./segments/bench";

/** From a rule to the phones: counting, then freezing and delivering. */
const benchBroadcasts = async (args: string[]): Promise<boolean> => {
  const isCounted = await benchSegments(args);
  return (await benchDelivery(args)) && isCounted;
};

/** `npm run bench [-- NAME]`: prints the product beside a floor in the same run; exit 1 when a ratio is missed. */
const BENCHES: Record<string, (args: string[]) => Promise<boolean>> = {
  intake: benchIntake,
  segments: benchBroadcasts,
  analytics: benchAnalytics,
  bot: benchBot,
};
/** A part of another one, for whoever looks at that alone. */
const PARTS: typeof BENCHES = { delivery: benchDelivery };

const [name, ...args] = process.argv.slice(2);
const known = { ...BENCHES, ...PARTS };
if (name !== undefined && !(name in known)) {
  console.error(`No bench of that name. There are: ${Object.keys(known).join(", ")}`);
  process.exit(2);
}
let met = true;
for (const [each, bench] of Object.entries(name === undefined ? BENCHES : known)) {
  if (name !== undefined && name !== each) continue;
  console.log(`\n# ${each}`);
  met = (await bench(args)) && met;
}
process.exit(met ? 0 : 1);
