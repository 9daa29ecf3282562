import { areaTitle, type CalendarArea, type GarbageCalendar } from "../calendar";
import { BOOK_WORDS as w } from "./messages";

/** Fewer may point at single persons, and none does too: 0 would tell what a neighbour did not choose. */
const SMALL = 5;
/** So many areas are named one by one. */
const MOST = 20;

/** Areas that residents may have chosen and that the next calendar lacks. */
export function areasGone(live: GarbageCalendar, next: GarbageCalendar): CalendarArea[] {
  const kept = new Set(next.areas.map((area) => area.key));
  return live.areas.filter((area) => !kept.has(area.key));
}

const roughly = (n: number): number => (n < SMALL ? 0 : Math.round(n / 10) * 10);

/** In tens for who may not see small numbers: two exact counts of two days differ by the one who chose anew. */
export function peopleWords(n: number, mayView: boolean): string {
  if (mayView) return w.people(n);
  return n < SMALL ? w.fewPeople(SMALL) : w.aboutPeople(roughly(n));
}

/** A line an area that goes, of those who are reminded there; those with the most of them first. */
export function goneAreaLines(
  gone: readonly CalendarArea[],
  reminded: ReadonlyMap<string, number>,
  mayView: boolean,
): string[] {
  // By the number as it is told, or the order would tell what is held back.
  const weight = (n: number) => (mayView ? n : roughly(n));
  const all = gone
    .map((area) => ({ area, n: reminded.get(area.key) ?? 0 }))
    .filter(({ n }) => !mayView || n > 0)
    .sort((a, b) => weight(b.n) - weight(a.n));
  const lines = all.slice(0, MOST).map(({ area, n }) => w.areaGone(areaTitle(area), peopleWords(n, mayView)));
  return all.length > MOST ? [...lines, w.moreAreasGone(all.length - MOST)] : lines;
}
