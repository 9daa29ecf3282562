import type { LocalText } from "@/lib/scenarios/schema";
import { areaTitle, type CalendarArea, type GarbageCalendar } from "../calendar";
import type { GarbageCategory } from "../categories";
import { writeRule } from "../rule";
import { BOOK_WORDS as w } from "./messages";

/** One thing of a book's own content that differs, in words; an empty text: nothing stood there. */
export type BookLine = {
  key: string;
  title: string;
  change: "added" | "changed" | "removed";
  fields: { name: string; before: string; after: string }[];
};

/** What is told of a thing: name of the field, and its words. */
type Told = { title: string; fields: Record<string, string> };

function linesOf(before: ReadonlyMap<string, Told>, after: ReadonlyMap<string, Told>): BookLine[] {
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys.flatMap((key): BookLine[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const names = [...new Set([...Object.keys(now?.fields ?? {}), ...Object.keys(old?.fields ?? {})])];
    const fields = names
      .map((name) => ({ name, before: old?.fields[name] ?? "", after: now?.fields[name] ?? "" }))
      .filter((field) => field.before !== field.after);
    const title = now?.title ?? old?.title ?? key;
    if (!old) return [{ key, title, change: "added", fields }];
    if (!now) return [{ key, title, change: "removed", fields }];
    return fields.length > 0 ? [{ key, title, change: "changed", fields }] : [];
  });
}

const local = (text: LocalText | null): string => Object.values(text ?? {}).join("\n");
const named = (key: string, names: ReadonlyMap<string, string>): string => names.get(key) ?? key;

const told = (one: GarbageCategory): Told => ({
  title: one.label.ja,
  fields: {
    [w.label]: local(one.label),
    [w.howTo]: local(one.howTo),
    [w.color]: one.color,
    [w.icon]: one.icon,
    [w.collectedAs]: one.collectedAs.join("、"),
  },
});

/** Categories that came, changed and went. */
export const categoryLines = (
  before: readonly GarbageCategory[],
  after: readonly GarbageCategory[],
): BookLine[] =>
  linesOf(
    new Map(before.map((one) => [one.key, told(one)])),
    new Map(after.map((one) => [one.key, told(one)])),
  );

function areaTold(area: CalendarArea, kinds: ReadonlyMap<string, string>): Told {
  const rules = Object.entries(area.rules).map(([kind, rule]): [string, string] => [
    named(kind, kinds),
    [writeRule(rule), rule.note ?? ""].filter((part) => part !== "").join("\n"),
  ]);
  return {
    title: areaTitle(area),
    fields: {
      [w.name]: area.name,
      [w.group]: area.group ?? "",
      [w.also]: area.also.join("、"),
      [w.center]: area.center ?? "",
      ...Object.fromEntries(rules),
    },
  };
}

/** Everything in a calendar by a key of its own. Days off and extra days have none: they are what they say. */
function calendarTold(calendar: GarbageCalendar): Map<string, Told> {
  const kinds = new Map(calendar.kinds.map((kind) => [kind.key, kind.label.ja]));
  const areas = new Map(calendar.areas.map((area) => [area.key, area.name]));
  const kindList = (keys: readonly string[] | null) =>
    keys === null ? w.allKinds : keys.map((key) => named(key, kinds)).join("、");
  return new Map<string, Told>([
    ...calendar.kinds.map((kind): [string, Told] => [
      `kind:${kind.key}`,
      {
        title: w.kindTitle(kind.label.ja),
        fields: { [w.label]: local(kind.label), [w.onHolidays]: kind.onHolidays ? w.yes : w.no },
      },
    ]),
    ...calendar.areas.map((area): [string, Told] => [`area:${area.key}`, areaTold(area, kinds)]),
    ...calendar.suspensions.map((one): [string, Told] => [
      `off:${JSON.stringify(one)}`,
      {
        title: w.suspensionTitle(one.from, one.until),
        fields: { [w.center]: one.center ?? w.allCenters, [w.kinds]: kindList(one.kinds) },
      },
    ]),
    ...calendar.extras.map((one): [string, Told] => [
      `extra:${JSON.stringify(one)}`,
      {
        title: w.extraTitle(one.date),
        fields: {
          [w.kinds]: kindList(one.kinds),
          [w.areas]: one.areas === null ? w.everywhere : one.areas.map((key) => named(key, areas)).join("、"),
        },
      },
    ]),
    ["putOutBy", { title: w.putOutBy, fields: { [w.time]: calendar.putOutBy ?? "" } }],
  ]);
}

export const calendarLines = (before: GarbageCalendar, after: GarbageCalendar): BookLine[] =>
  linesOf(calendarTold(before), calendarTold(after));
