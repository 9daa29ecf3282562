import { fold } from "@/lib/scenarios/fold";
import type { GarbageCalendar } from "../calendar";

/**
 * A center's name as compared: 東部ｸﾘｰﾝｾﾝﾀｰ is 東部クリーンセンター. A dash of any sort is a long mark, for 北センタ－ is typed;
 * none is left out, for 1-1 is not 11.
 */
export const foldCenter = (name: string): string =>
  fold(name).replace(/[-‐‑‒–—―−─━]/g, "ー") || name.normalize("NFKC").trim();

/**
 * The calendar with one spelling a center: the one most of its areas have. Days are counted by the letter, hundreds for
 * each answer, so that a center is told apart from another when it is written down, and only then.
 */
export function withOneSpelling(calendar: GarbageCalendar): GarbageCalendar {
  const names = new Map<string, number>();
  for (const { center } of calendar.areas)
    if (center !== null) names.set(center, (names.get(center) ?? 0) + 1);
  const spelled = new Map<string, string>();
  for (const name of names.keys()) {
    const folded = foldCenter(name);
    const best = spelled.get(folded);
    if (best === undefined || (names.get(name) ?? 0) > (names.get(best) ?? 0)) spelled.set(folded, name);
  }
  const respelled = new Map([...names.keys()].map((name) => [name, spelled.get(foldCenter(name)) ?? name]));
  return {
    ...calendar,
    areas: calendar.areas.map((area) =>
      area.center === null ? area : { ...area, center: respelled.get(area.center) ?? area.center },
    ),
    suspensions: calendar.suspensions.map((one) =>
      one.center === null ? one : { ...one, center: spelled.get(foldCenter(one.center)) ?? one.center },
    ),
  };
}
