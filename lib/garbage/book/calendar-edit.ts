import type { z } from "zod";
import { fold } from "@/lib/scenarios/fold";
import type { CalendarArea, GarbageCalendar } from "../calendar";
import { hashOf } from "../import/keys";
import { type Rule, readRule } from "../rule";
import type { DraftRefusal } from "./messages";
import { printOf } from "./print";
import type {
  areaGone,
  areaInput,
  dayGone,
  extraInput,
  kindGone,
  kindInput,
  putOutByInput,
  suspensionInput,
} from "./schema";

/** What an edit makes of a part of a book, and the key of what it changed. */
export type Edit<T> = { ok: true; value: T; key: string } | { ok: false; reason: DraftRefusal };
const no = (reason: DraftRefusal): { ok: false; reason: DraftRefusal } => ({ ok: false, reason });

/** A list with one part changed, added (`was` null) or taken out (`now` null). */
function put<T extends object>(
  list: readonly T[],
  find: (one: T) => boolean,
  seen: string | null,
  now: T | null,
  most: number,
): { ok: true; list: T[] } | { ok: false; reason: DraftRefusal } {
  if (seen === null) {
    if (now === null || list.length >= most) return no("too-many");
    return { ok: true, list: [...list, now] };
  }
  const was = list.find(find);
  if (!was) return no("gone");
  if (printOf(was) !== seen) return no("changed");
  return { ok: true, list: list.flatMap((one) => (one === was ? (now ?? []) : one)) };
}

/** Cells as rules; null: one cannot be read. A kind without days and without a note has no rule. */
function rulesOf(
  calendar: GarbageCalendar,
  cells: Readonly<Record<string, string>>,
  notes: Readonly<Record<string, string>>,
): Record<string, Rule> | null {
  const rules: Record<string, Rule> = {};
  for (const { key } of calendar.kinds) {
    const read = readRule(cells[key] ?? "");
    if (!read.ok || read.remarks.length > 0) return null;
    const note = notes[key] || null;
    if (read.rule.turns.length > 0 || note !== null) rules[key] = { ...read.rule, note };
  }
  return rules;
}

export function savedArea(
  calendar: GarbageCalendar,
  { key, seen, name, group, also, center, cells, notes }: z.output<typeof areaInput>,
): Edit<GarbageCalendar> {
  const rules = rulesOf(calendar, cells, notes);
  if (rules === null) return no("wrong-rule");
  const same = (one: CalendarArea) => fold(one.name) === fold(name) && (one.group ?? "") === group;
  if (calendar.areas.some((one) => one.key !== key && same(one))) return no("taken");
  const made = key ?? `a-${hashOf(group, name, String(calendar.areas.length))}`;
  const area: CalendarArea = { key: made, name, group: group || null, also, center: center || null, rules };
  const done = put(calendar.areas, (one) => one.key === key, key === null ? null : seen, area, 5_000);
  return done.ok ? { ok: true, value: { ...calendar, areas: done.list }, key: made } : done;
}

export function deletedArea(
  calendar: GarbageCalendar,
  { key, seen }: z.output<typeof areaGone>,
): Edit<GarbageCalendar> {
  const done = put(calendar.areas, (one) => one.key === key, seen, null, 0);
  if (!done.ok) return done;
  const extras = calendar.extras.flatMap((extra) => {
    const areas = extra.areas?.filter((area) => area !== key) ?? null;
    return areas?.length === 0 ? [] : [{ ...extra, areas }];
  });
  return { ok: true, value: { ...calendar, areas: done.list, extras }, key };
}

export function savedKind(
  calendar: GarbageCalendar,
  { key, seen, label, onHolidays }: z.output<typeof kindInput>,
): Edit<GarbageCalendar> {
  if (calendar.kinds.some((one) => one.key !== key && fold(one.label.ja) === fold(label.ja)))
    return no("taken");
  const made = key ?? `k-${hashOf(label.ja, String(calendar.kinds.length))}`;
  const kind = { key: made, label, onHolidays };
  const done = put(calendar.kinds, (one) => one.key === key, key === null ? null : seen, kind, 100);
  return done.ok ? { ok: true, value: { ...calendar, kinds: done.list }, key: made } : done;
}

/** With its days, wherever they stand. */
export function deletedKind(
  calendar: GarbageCalendar,
  { key, seen }: z.output<typeof kindGone>,
): Edit<GarbageCalendar> {
  const done = put(calendar.kinds, (one) => one.key === key, seen, null, 0);
  if (!done.ok) return done;
  const without = (kinds: string[]) => kinds.filter((kind) => kind !== key);
  const areas = calendar.areas.map((area) => {
    const { [key]: _gone, ...rules } = area.rules;
    return { ...area, rules };
  });
  const suspensions = calendar.suspensions.flatMap((one) => {
    const kinds = one.kinds && without(one.kinds);
    return kinds?.length === 0 ? [] : [{ ...one, kinds }];
  });
  const extras = calendar.extras.flatMap((one) => {
    const kinds = without(one.kinds);
    return kinds.length === 0 ? [] : [{ ...one, kinds }];
  });
  return { ok: true, value: { ...calendar, kinds: done.list, areas, suspensions, extras }, key };
}

export function savedSuspension(
  calendar: GarbageCalendar,
  { seen, from, until, center, kinds }: z.output<typeof suspensionInput>,
): Edit<GarbageCalendar> {
  // The form shows no kind that is gone, and cannot untick it. With none left, none would mean all of them: they stay.
  const left = kinds.filter((key) => calendar.kinds.some((kind) => kind.key === key));
  const meant = left.length > 0 ? left : kinds;
  const one = { from, until, center: center || null, kinds: meant.length > 0 ? meant : null };
  const done = put(calendar.suspensions, (other) => printOf(other) === seen, seen, one, 1_000);
  if (!done.ok) return done;
  const suspensions = done.list.sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ok: true, value: { ...calendar, suspensions }, key: printOf(one) };
}

export function deletedSuspension(
  calendar: GarbageCalendar,
  { seen }: z.output<typeof dayGone>,
): Edit<GarbageCalendar> {
  const done = put(calendar.suspensions, (other) => printOf(other) === seen, seen, null, 0);
  return done.ok ? { ok: true, value: { ...calendar, suspensions: done.list }, key: seen } : done;
}

/** The areas that names stand for, a group's for all in it; null: one of them is nobody's. */
function keysOf({ areas }: GarbageCalendar, names: readonly string[]): string[] | null {
  const found = names.map((name) => {
    const typed = fold(name);
    const called = (area: CalendarArea) =>
      [area.name, `${area.group ?? ""}${area.name}`, ...area.also].some((one) => fold(one) === typed);
    const same = areas.filter(called);
    return same.length > 0 ? same : areas.filter((area) => fold(area.group ?? "") === typed);
  });
  if (found.some((list) => list.length === 0)) return null;
  return [...new Set(found.flat().map((area) => area.key))].slice(0, 2_000);
}

export function savedExtra(
  calendar: GarbageCalendar,
  { seen, date, kinds, areas }: z.output<typeof extraInput>,
): Edit<GarbageCalendar> {
  const keys = keysOf(calendar, areas);
  if (keys === null) return no("no-area");
  const one = { date, kinds, areas: keys.length > 0 ? keys : null };
  const done = put(calendar.extras, (other) => printOf(other) === seen, seen, one, 5_000);
  if (!done.ok) return done;
  return {
    ok: true,
    value: { ...calendar, extras: done.list.sort((a, b) => (a.date < b.date ? -1 : 1)) },
    key: printOf(one),
  };
}

export function deletedExtra(
  calendar: GarbageCalendar,
  { seen }: z.output<typeof dayGone>,
): Edit<GarbageCalendar> {
  const done = put(calendar.extras, (other) => printOf(other) === seen, seen, null, 0);
  return done.ok ? { ok: true, value: { ...calendar, extras: done.list }, key: seen } : done;
}

export function savedPutOutBy(
  calendar: GarbageCalendar,
  { seen, time }: z.output<typeof putOutByInput>,
): Edit<GarbageCalendar> {
  if (printOf({ time: calendar.putOutBy }) !== seen) return no("changed");
  return { ok: true, value: { ...calendar, putOutBy: time }, key: "putOutBy" };
}
