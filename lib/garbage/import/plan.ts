import type { BotEntry } from "@/lib/chatbot/books/entry";
import { withOneSpelling } from "../book/centers";
import { deadSuspensions } from "../book/suspensions";
import { type GarbageCalendar, garbageCalendar } from "../calendar";
import { type GarbageCategory, garbageContent } from "../categories";
import {
  areTooMany,
  MOST_CATEGORIES,
  mergeCategories,
  type NamedCategory,
  tieToKinds,
} from "./category-names";
import type { Mapping } from "./columns";
import { readDays } from "./days-table";
import { type ReadItem, readItems } from "./items";
import { keysFor } from "./keys";
import { IMPORT_WORDS } from "./messages";
import type { Problem, Tally } from "./problem";
import type { FileRole } from "./role";
import type { ImportOptions } from "./schema";
import { readCategories, readRemarks, readSuspensions } from "./side-tables";
import { mappingOf, type Refused, refuse, type Table } from "./tables";

/** Both books as they are in their drafts, or live. */
export type Present = { categories: GarbageCategory[]; entries: BotEntry[]; calendar: GarbageCalendar };

/** What became of one file. */
export type FileReport = { name: string; role: FileRole; tally: Tally; emptyLines: number };

/** What both books would hold. Null: the files say nothing of that book. */
export type Plan = {
  ok: true;
  garbage: { categories: GarbageCategory[]; entries: BotEntry[] } | null;
  calendar: GarbageCalendar | null;
  files: FileReport[];
  problems: Problem[];
  /** Of the file with the items. */
  mapping: Mapping | null;
};

const NOTHING = { answer: null, validFrom: null, validUntil: null, sectionId: null, reviewedOn: null };

/** An item as an entry; what the bot was taught, and who is in charge, stays with it. */
function entryOf(
  item: ReadItem,
  key: string,
  category: string,
  was: BotEntry | undefined,
  keepTaught: boolean,
): BotEntry {
  const kept = keepTaught ? was : undefined;
  const synonyms = [...new Set([...item.synonyms, ...(kept?.synonyms ?? [])])];
  return {
    ...NOTHING,
    ...(was
      ? {
          validFrom: was.validFrom,
          validUntil: was.validUntil,
          sectionId: was.sectionId,
          reviewedOn: was.reviewedOn,
        }
      : {}),
    key,
    kind: "garbage",
    title: item.title,
    reading: item.reading ?? kept?.reading ?? null,
    synonyms: synonyms.filter((word) => word !== item.title),
    category,
    note: item.note,
  };
}

function entriesOf(
  items: readonly ReadItem[],
  keyOf: (item: ReadItem) => string,
  present: Present,
  options: ImportOptions,
): BotEntry[] {
  const fresh = items.map((item) => ({ folded: item.folded, category: keyOf(item) }));
  const keys = keysFor(fresh, present.entries);
  const before = new Map(present.entries.map((entry) => [entry.key, entry]));
  const entries = items.map((item, at) => {
    const key = keys[at] ?? "";
    return entryOf(item, key, keyOf(item), before.get(key), options.keepTaught);
  });
  if (options.mode === "replace") return entries;
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const kept = present.entries.map((entry) => byKey.get(entry.key) ?? entry);
  return [...kept, ...entries.filter((entry) => !before.has(entry.key))];
}

const countBy = (items: readonly ReadItem[]): NamedCategory[] => {
  const counts = new Map<string, NamedCategory>();
  for (const { category, foldedCategory } of items) {
    const one = counts.get(foldedCategory) ?? { name: category, folded: foldedCategory, items: 0 };
    one.items += 1;
    counts.set(foldedCategory, one);
  }
  return [...counts.values()];
};

/** What the tables make of both books. Computes only: nothing is written, and the same tables give the same plan. */
export function planImport(
  tables: readonly Table[],
  options: ImportOptions,
  present: Present,
  today: string,
): Plan | Refused {
  const problems = tables.flatMap((table) => table.problems);
  const files: FileReport[] = [];
  const tableOf = (role: FileRole) => tables.find((table) => table.role === role) ?? null;
  for (const table of tables) {
    if (table.rows.length === 0) return refuse("empty", table.name);
    if (tables.some((other) => other !== table && other.role === table.role))
      return refuse(table.role === "items" ? "two-items" : "two-alike", table.name);
  }
  const note = <T extends { problems: Problem[]; tally: Tally }>(table: Table, read: T): T => {
    // One by one: so many arguments as a hostile table has problems do not fit the stack.
    for (const problem of read.problems) problems.push(problem);
    files.push({ name: table.name, role: table.role, tally: read.tally, emptyLines: table.emptyLines });
    return read;
  };

  const [itemTable, categoryTable] = [tableOf("items"), tableOf("categories")];
  const mapping = itemTable && mappingOf(itemTable, options.mapping);
  if (itemTable && mapping?.title == null) return refuse("no-title", itemTable.name);
  if (itemTable && mapping?.category == null) return refuse("no-category", itemTable.name);
  const items =
    itemTable && mapping ? note(itemTable, readItems(itemTable.name, itemTable.rows, mapping)).items : null;
  if (itemTable && items?.length === 0) return refuse("no-items", itemTable.name);
  const described = categoryTable
    ? note(categoryTable, readCategories(categoryTable.name, categoryTable.rows)).list
    : [];
  const names = countBy(items ?? []);
  if (areTooMany(names, described)) return refuse("too-many-categories", itemTable?.name);
  const merged = mergeCategories({
    file: itemTable?.name ?? categoryTable?.name ?? "",
    names,
    described,
    known: present.categories,
  });
  problems.push(...merged.problems);
  if (merged.categories.length > MOST_CATEGORIES) return refuse("too-many-categories", itemTable?.name);

  const calendar = planCalendar({ tableOf, note, present, categories: merged.categories, today, problems });
  if (calendar && "ok" in calendar) return calendar;
  const categories = tieToKinds(merged.categories, (calendar ?? present.calendar).kinds);
  const keyOf = (item: ReadItem) => merged.keys.get(item.foldedCategory) ?? item.category;
  const entries = items ? entriesOf(items, keyOf, present, options) : present.entries;
  const isTouched = JSON.stringify(categories) !== JSON.stringify(present.categories);
  return {
    ok: true,
    garbage: items || isTouched ? { ...garbageContent.parse({ categories }), entries } : null,
    calendar,
    files,
    problems,
    mapping,
  };
}

/** An extra day of kinds or areas that are all gone would be a day for nobody. */
function extrasLeft(
  { extras }: GarbageCalendar,
  kinds: GarbageCalendar["kinds"],
  areas: GarbageCalendar["areas"],
): GarbageCalendar["extras"] {
  const [kindKeys, areaKeys] = [
    new Set(kinds.map((kind) => kind.key)),
    new Set(areas.map((area) => area.key)),
  ];
  return extras.flatMap((extra) => {
    const left = {
      ...extra,
      kinds: extra.kinds.filter((kind) => kindKeys.has(kind)),
      areas: extra.areas?.filter((area) => areaKeys.has(area)) ?? null,
    };
    return left.kinds.length === 0 || left.areas?.length === 0 ? [] : [left];
  });
}

/** The calendar with what the tables say of it; null: they say nothing. */
function planCalendar(input: {
  tableOf: (role: FileRole) => Table | null;
  note: <T extends { problems: Problem[]; tally: Tally }>(table: Table, read: T) => T;
  present: Present;
  categories: GarbageCategory[];
  today: string;
  problems: Problem[];
}): GarbageCalendar | null | Refused {
  const { tableOf, note, present, categories, today, problems } = input;
  const [dayTable, offTable, remarkTable] = [tableOf("days"), tableOf("suspensions"), tableOf("remarks")];
  if (!dayTable && !offTable && !remarkTable) return null;
  if (!dayTable && (remarkTable || present.calendar.areas.length === 0))
    return refuse("no-days", offTable?.name ?? remarkTable?.name);
  const remarks = remarkTable ? note(remarkTable, readRemarks(remarkTable.name, remarkTable.rows)).list : [];
  const off = offTable ? note(offTable, readSuspensions(offTable.name, offTable.rows, today)).list : null;
  const days = dayTable
    ? note(
        dayTable,
        readDays(dayTable.name, dayTable.rows, new Map(remarks.map((one) => [one.id, one.note])), {
          calendar: present.calendar,
          categories,
        }),
      )
    : null;
  if (days && days.areas.length === 0) return refuse("no-items", dayTable?.name);
  if (days && days.areas.length > 5_000) return refuse("too-many-areas", dayTable?.name);
  if (days && days.kinds.length > 100) return refuse("too-many-kinds", dayTable?.name);
  const kinds = days?.kinds ?? present.calendar.kinds;
  const extras = extrasLeft(present.calendar, kinds, days?.areas ?? present.calendar.areas);
  const gone = present.calendar.extras.length - extras.length;
  if (gone > 0 && dayTable)
    problems.push({ file: dayTable.name, line: null, level: "look", text: IMPORT_WORDS.extrasGone(gone) });
  const calendar = withOneSpelling({
    kinds,
    areas: days?.areas ?? present.calendar.areas,
    suspensions: off ?? present.calendar.suspensions,
    extras,
    putOutBy: present.calendar.putOutBy,
  });
  const file = (offTable ?? dayTable)?.name;
  if (file !== undefined)
    for (const text of deadSuspensions(calendar, present.calendar.kinds, today))
      problems.push({ file, line: null, level: "look", text });
  return garbageCalendar.parse(calendar);
}
