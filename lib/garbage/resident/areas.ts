import { fold } from "@/lib/scenarios/fold";
import type { CalendarArea, GarbageCalendar } from "../calendar";

/** A group of one area is no question worth asking: it is offered as the area itself. */
export type Place = { kind: "group"; name: string } | { kind: "area"; area: CalendarArea };

/** What is chosen from first: groups, and areas without one. */
export function firstPlaces(calendar: GarbageCalendar): Place[] {
  const byGroup = new Map<string, CalendarArea[]>();
  for (const area of calendar.areas)
    if (area.group !== null) byGroup.set(area.group, [...(byGroup.get(area.group) ?? []), area]);
  const seen = new Set<string>();
  return calendar.areas.flatMap((area): Place[] => {
    if (area.group === null) return [{ kind: "area", area }];
    if (seen.has(area.group)) return [];
    seen.add(area.group);
    return byGroup.get(area.group)?.length === 1
      ? [{ kind: "area", area }]
      : [{ kind: "group", name: area.group }];
  });
}

export const placesIn = (calendar: GarbageCalendar, group: string): Place[] =>
  calendar.areas.filter((area) => area.group === group).map((area) => ({ kind: "area", area }));

export const findArea = (calendar: GarbageCalendar, key: string): CalendarArea | null =>
  calendar.areas.find((area) => area.key === key) ?? null;

/** The areas that typed words name: those called so, or else those whose name holds the words, or the words it. */
export function areasNamed(calendar: GarbageCalendar, name: string): CalendarArea[] {
  const typed = fold(name);
  if (typed === "") return [];
  const namesOf = (area: CalendarArea) =>
    [area.name, ...area.also, ...(area.group === null ? [] : [area.group + area.name])].map(fold);
  const same = calendar.areas.filter((area) => namesOf(area).includes(typed));
  if (same.length > 0) return same;
  return calendar.areas.filter((area) =>
    [...namesOf(area), ...(area.group === null ? [] : [fold(area.group)])].some(
      (one) => one.includes(typed) || (one.length > 1 && typed.includes(one)),
    ),
  );
}
