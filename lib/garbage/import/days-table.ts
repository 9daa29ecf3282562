import { cleanText } from "@/lib/core/text";
import { fold } from "@/lib/scenarios/fold";
import { foldCenter } from "../book/centers";
import type { CalendarArea, GarbageCalendar } from "../calendar";
import { type Rule, readRule, writeRule } from "../rule";
import type { CsvRow } from "./csv";
import { hashOf } from "./keys";
import { IMPORT_WORDS as w } from "./messages";
import type { Problem, Tally } from "./problem";

export type ReadDays = Pick<GarbageCalendar, "kinds" | "areas"> & { problems: Problem[]; tally: Tally };

type Known = { calendar: GarbageCalendar; categories: readonly { key: string; label: { ja: string } }[] };

const MOST_KEY = 60;
const clean = (cell: string | undefined): string => cleanText(cell ?? "").replace(/\s+/g, " ");
const keyOf = (name: string): string => (name.length <= MOST_KEY ? name : `k-${hashOf(name)}`);

/** 「惇明地区-京町」: the district, and the town in it. */
function splitName(name: string): { group: string | null; name: string } {
  const match = /^(.{1,60}?)[-－‐―](.{1,60})$/u.exec(name);
  const [, group, town] = match ?? [];
  return group && town ? { group, name: town } : { group: null, name };
}

type Column = { at: number; key: string; label: string };

function columnsOf(
  heading: CsvRow,
  from: number,
  known: Known,
  say: (level: Problem["level"], text: string) => void,
) {
  const columns: Column[] = [];
  for (const [at, cell] of heading.cells.entries()) {
    if (at < from) continue;
    const label = clean(cell);
    const named = <T extends { label: { ja: string } }>(list: readonly T[]) =>
      list.find((one) => fold(one.label.ja) === fold(label));
    const key = named(known.categories)?.key ?? named(known.calendar.kinds)?.key ?? keyOf(label);
    if (label === "") say("look", w.noHeading(at + 1));
    else if (columns.some((one) => one.key === key)) say("look", w.twiceColumn(label));
    else columns.push({ at, key, label });
  }
  return columns;
}

function readRow(
  row: CsvRow,
  columns: readonly Column[],
  remarks: ReadonlyMap<string, string>,
  look: (text: string) => void,
): Record<string, Rule> | string {
  const rules: Record<string, Rule> = {};
  for (const { at, key, label } of columns) {
    const cell = clean(row.cells[at]);
    const read = readRule(cell);
    if (!read.ok) return w.wrongRule(label, cell.slice(0, 60), read.wrong.slice(0, 30));
    const notes = read.remarks.flatMap((id) => {
      const note = remarks.get(id);
      if (note === undefined) look(w.noRemark(label, id));
      return note ?? [];
    });
    const note = [...new Set(notes)].join("\n").slice(0, 500) || null;
    if (read.rule.turns.length > 0 || note !== null) rules[key] = { ...read.rule, note };
  }
  return rules;
}

const written = (area: Pick<CalendarArea, "rules" | "center">): string =>
  JSON.stringify([
    area.center && foldCenter(area.center),
    Object.entries(area.rules)
      .map(([kind, rule]) => [kind, writeRule(rule), rule.note])
      .sort(),
  ]);

/**
 * A collection table in the form of 5374.jp: place, center, then one column a kind. A row with one cell that cannot be
 * read is not taken: half a timetable would say that nothing is collected. Names an area had before stay its names.
 */
export function readDays(
  file: string,
  rows: readonly CsvRow[],
  remarks: ReadonlyMap<string, string>,
  known: Known,
): ReadDays {
  const [heading, ...body] = rows;
  const problems: Problem[] = [];
  const tally: Tally = { rows: body.length, kept: 0, merged: 0, unusable: 0 };
  if (!heading) return { kinds: [], areas: [], problems, tally };
  const sayOf = (line: number) => (level: Problem["level"], text: string) =>
    problems.push({ file, line, level, text });
  const hasCenter = fold(heading.cells[1] ?? "") === fold("センター");
  const columns = columnsOf(heading, hasCenter ? 2 : 1, known, sayOf(heading.line));
  const before = new Map(known.calendar.areas.map((area) => [area.key, area]));
  const areas = new Map<string, CalendarArea & { line: number }>();
  for (const row of body) {
    const say = sayOf(row.line);
    const full = clean(row.cells[0]).slice(0, 121);
    const refuse = (why: string) => {
      tally.unusable += 1;
      say("unusable", why);
    };
    const { group, name } = splitName(full);
    if (full === "" || name.length > MOST_KEY) {
      refuse(full === "" ? w.noArea : w.tooLong("地名", name.length, MOST_KEY));
      continue;
    }
    const rules = readRow(row, columns, remarks, (text) => say("look", text));
    if (typeof rules === "string") {
      refuse(rules);
      continue;
    }
    const center = hasCenter ? clean(row.cells[1]).slice(0, 60) || null : null;
    const key = keyOf(full);
    const area = { key, name, group, also: before.get(key)?.also ?? [], center, rules, line: row.line };
    const twin = areas.get(key);
    if (!twin) {
      areas.set(key, area);
      tally.kept += 1;
    } else if (written(twin) === written(area)) {
      tally.merged += 1;
      say("merged", w.mergedArea(full, twin.line));
    } else refuse(w.twiceArea(full, twin.line));
  }
  const list = [...areas.values()].map(({ line: _line, ...area }) => area);
  const used = new Set(list.flatMap((area) => Object.keys(area.rules)));
  for (const column of columns)
    if (!used.has(column.key) && list.length > 0) sayOf(heading.line)("look", w.noDays(column.label));
  const flags = new Map(known.calendar.kinds.map((kind) => [kind.key, kind]));
  const kinds = columns
    .filter((column) => used.has(column.key))
    .map(({ key, label }) => flags.get(key) ?? { key, label: { ja: label }, onHolidays: true });
  return { kinds, areas: list, problems, tally };
}
