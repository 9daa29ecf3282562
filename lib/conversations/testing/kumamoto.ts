import { kumamoto } from "@/lib/presets/kumamoto/city";
import { botOf, reportOf } from "./bots";
import { type Resident, resident } from "./resident";
import { currentOf, goOn } from "./walks";

export const bot = botOf(kumamoto);
export const definition = reportOf(kumamoto);
export const HOUR = 3_600_000;

export const begin = (): Resident => resident(bot).type("市民レポート");
/** The id of the step that is asked. */
export const at = (me: Resident): string => currentOf(me, definition).id;

/** A talk that stands at a step on the way of a hole in the road. */
export function upTo(id: string): Resident {
  const me = begin();
  for (let i = 0; i < 12 && at(me) !== id; i++) goOn(me, definition, 0);
  if (at(me) !== id) throw new Error(`${id} is not on the way`);
  return me;
}
