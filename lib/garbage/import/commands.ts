import { can } from "@/lib/auth/permission";
import { fillDraft } from "@/lib/chatbot/books/commands";
import { differenceOf } from "@/lib/chatbot/books/difference";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { lockBook } from "@/lib/chatbot/books/queries";
import { type DifferenceLine, differenceLines } from "@/lib/chatbot/books/words";
import { type Ctx, within } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { isoDate } from "@/lib/core/time";
import { type BookLine, calendarLines, categoryLines } from "../book/difference";
import { areasGone, goneAreaLines } from "../book/gone-areas";
import { readSides, type Sides } from "../book/queries";
import type { GarbageCalendar } from "../calendar";
import { countReminded } from "../reminders/gone/queries";
import type { FileRefusal } from "./messages";
import { type Plan, planImport } from "./plan";
import type { Problem } from "./problem";
import type { CountedLines, ImportResult } from "./result";
import type { ImportOptions } from "./schema";
import { columnsOf, readTable, type SentFile, type Table } from "./tables";

/** A browser is told the first ones of everything; the numbers are of all. */
const MOST_LINES = 200;
const MOST_PROBLEMS = 500;

const counted = <L extends { change: "added" | "changed" | "removed" }>(
  lines: readonly L[],
): CountedLines<L> => {
  const of = (change: L["change"]) => lines.filter((line) => line.change === change);
  const groups = { added: of("added"), changed: of("changed"), removed: of("removed") };
  return {
    added: groups.added.length,
    changed: groups.changed.length,
    removed: groups.removed.length,
    lines: Object.values(groups).flatMap((group) => group.slice(0, MOST_LINES)),
  };
};

function itemLines(plan: NonNullable<Plan["garbage"]>, sides: Sides): DifferenceLine[] {
  const categories = Object.fromEntries(
    [...sides.live.categories, ...plan.categories].map((one) => [one.key, one.label.ja]),
  );
  const difference = differenceOf<BotEntry>(sides.live.entries, plan.entries);
  return differenceLines(difference, { categories, sections: {} });
}

function resultOf(
  tables: readonly Table[],
  plan: Plan,
  sides: Sides,
  drafted: ImportResult["drafted"],
): ImportResult {
  const items = tables.find((table) => table.role === "items");
  const level = (name: "unusable" | "merged" | "look") =>
    plan.problems.filter((problem) => problem.level === name);
  // What is about a whole file is seldom, and would be lost behind hundreds of rows.
  const look = level("look");
  const whole = look.filter((one) => one.line === null);
  const rows = look.filter((one) => one.line !== null);
  const all = [...level("unusable"), ...whole, ...rows, ...level("merged")];
  const lines: BookLine[] = plan.calendar ? calendarLines(sides.live.calendar, plan.calendar) : [];
  return {
    drafted,
    files: plan.files.map((file) => {
      const table = tables.find((one) => one.name === file.name && one.role === file.role);
      return { ...file, encoding: table?.encoding ?? "utf-8", format: table?.format ?? "own" };
    }),
    columns: items ? columnsOf(items) : [],
    mapping: plan.mapping,
    problems: {
      unusable: level("unusable").length,
      merged: level("merged").length,
      look: look.length,
      list: all.slice(0, MOST_PROBLEMS),
    },
    garbage: plan.garbage && {
      items: counted(itemLines(plan.garbage, sides)),
      categories: categoryLines(sides.live.categories, plan.garbage.categories),
      total: plan.garbage.entries.length,
    },
    calendar: plan.calendar && {
      lines: counted(lines),
      areas: plan.calendar.areas.length,
      kinds: plan.calendar.kinds.map((kind) => kind.label.ja),
    },
    replaces: {
      garbage: plan.garbage !== null && sides.hasDraft.garbage,
      calendar: plan.calendar !== null && sides.hasDraft.calendar,
    },
  };
}

/** Residents whom a table of days leaves without reminders. */
async function goneProblems(
  ctx: Ctx,
  input: { tables: readonly Table[]; plan: Plan; live: GarbageCalendar },
): Promise<Problem[]> {
  const file = input.tables.find((table) => table.role === "days")?.name;
  if (file === undefined || input.plan.calendar === null) return [];
  const gone = areasGone(input.live, input.plan.calendar);
  const reminded = await countReminded(ctx, { areaKeys: gone.map((area) => area.key) });
  const mayView = ctx.actor.kind === "staff" && can(ctx.actor, "segment.small-counts").ok;
  return goneAreaLines(gone, reminded, mayView).map((text) => ({ file, line: null, level: "look", text }));
}

type Refusal = FileRefusal | "csv";
type NoTable = { columns: ImportResult["columns"]; mapping: ImportResult["mapping"]; file: string };
export type ImportAnswer = Result<ImportResult, Refusal> & { about?: NoTable };

/**
 * Reads the files of a city and tells what they would change; with `step: "draft"` both drafts are written, in one
 * transaction: either all of it or nothing. What residents get changes only when the draft is published.
 */
export async function importGarbage(
  ctx: Ctx,
  input: { files: readonly SentFile[]; options: ImportOptions },
): Promise<ImportAnswer> {
  const { files, options } = input;
  const tables: Table[] = [];
  for (const file of files) {
    const read = readTable(file);
    if (!read.ok) return { ...refused(read.reason, withFile(read.file, read.message)), ...aboutOf(null) };
    tables.push(read.table);
  }
  const today = isoDate(ctx.now);
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    if (options.step === "draft")
      for (const book of ["garbage", "calendar"] as const) await lockBook(inner, { book });
    const sides = await readSides(inner);
    const planned = planImport(tables, options, sides.draft, today);
    if (!planned.ok)
      return {
        ...refused(planned.reason, withFile(planned.file, planned.message)),
        ...aboutOf(tables.find((table) => table.role === "items") ?? null),
      };
    const gone = await goneProblems(inner, { tables, plan: planned, live: sides.live.calendar });
    const plan = { ...planned, problems: [...planned.problems, ...gone] };
    if (options.step === "read") return ok(resultOf(tables, plan, sides, null));
    const note = tables
      .map((table) => table.name.slice(0, 60))
      .join("、")
      .slice(0, 200);
    if (plan.garbage)
      await fillDraft(inner, {
        book: "garbage",
        content: { categories: plan.garbage.categories },
        entries: plan.garbage.entries,
        note,
      });
    if (plan.calendar)
      await fillDraft(inner, { book: "calendar", content: plan.calendar, entries: [], note });
    const drafted = { garbage: plan.garbage !== null, calendar: plan.calendar !== null };
    return ok(resultOf(tables, plan, sides, drafted));
  });
}

const withFile = (file: string, message: string): string =>
  file === "" ? message : `${file.slice(0, 80)}：${message}`;

/** The columns of a file whose meaning has to be told before it can be read. */
const aboutOf = (table: Table | null): { about?: NoTable } =>
  table ? { about: { columns: columnsOf(table), mapping: null, file: table.name } } : {};
