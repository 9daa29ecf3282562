import type { friendGarbage } from "@/db/schema";
import { days } from "@/lib/core/time";
import type { PresetGarbageArea } from "@/lib/presets/types";
import type { Chance } from "../random";

type Wish = Omit<typeof friendGarbage.$inferInsert, "friendId">;

const TIMES: readonly (readonly [Pick<Wish, "remindOn" | "remindAt">, number])[] = [
  [{ remindOn: "eve", remindAt: "18:00" }, 20],
  [{ remindOn: "eve", remindAt: "20:00" }, 35],
  [{ remindOn: "eve", remindAt: "21:00" }, 20],
  [{ remindOn: "morning", remindAt: "06:30" }, 15],
  [{ remindOn: "morning", remindAt: "07:00" }, 10],
];

/** Where a resident of that ward or town puts out garbage, and when they want to be told; null: never said. */
export function garbageWishOf(
  area: string,
  calendar: readonly PresetGarbageArea[],
  now: Date,
  chance: Chance,
): Wish | null {
  const here = calendar.filter((one) => one.group === area || one.name.startsWith(area));
  if (here.length === 0 || !chance.chance(0.5)) return null;
  const reminder = chance.chance(0.45)
    ? chance.weighted(TIMES)
    : { remindOn: "eve" as const, remindAt: null };
  return {
    areaKey: chance.pick(here).key,
    ...reminder,
    changedAt: new Date(now.getTime() - days(chance.between(1, 59))),
  };
}
