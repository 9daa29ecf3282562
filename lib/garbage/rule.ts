import { z } from "zod";
import { parseIsoDate } from "@/lib/core/time";

const weekday = z.number().int().min(0).max(6);
export const isoDay = z.string().refine((text) => parseIsoDate(text) !== null);

/** One way in which days come round. `every`: each so many weeks, counted from a day on which it was collected. */
const turn = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("weekly"), weekday }),
  z.object({ kind: z.literal("nth"), weekday, nth: z.number().int().min(1).max(5) }),
  z.object({ kind: z.literal("every"), weeks: z.number().int().min(2).max(12), from: isoDay }),
  z.object({ kind: z.literal("date"), date: isoDay }),
]);
export type Turn = z.infer<typeof turn>;

/**
 * When one kind of garbage is collected in one area. No turns: never. `months` hold for turns that come round, not for
 * single dates; empty: all of them. `note`: what residents of the area have to know.
 */
export const ruleSchema = z.object({
  turns: z.array(turn).max(400),
  months: z.array(z.number().int().min(1).max(12)).max(12),
  note: z.string().max(500).nullable(),
});
export type Rule = z.infer<typeof ruleSchema>;

export const NEVER: Rule = { turns: [], months: [], note: null };

const WEEKDAYS = "日月火水木金土";
const NONE = new Set(["", "-", "ー", "なし", "無し", "×"]);

export type ReadRule = { ok: true; rule: Rule; remarks: string[] } | { ok: false; wrong: string };

function dayOf(text: string): string | null {
  const match = /^(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})$/.exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseIsoDate(iso) ? iso : null;
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** One word of a cell as turns; null: it says nothing we know. */
function turnsOf(word: string): Turn[] | null {
  // 毎日 is every day; 毎日曜 is every Sunday, as 毎月曜 is every Monday.
  if (/^(?:毎週)?毎日$/.test(word)) return [...WEEKDAYS].map((_, i) => ({ kind: "weekly", weekday: i }));
  const text = word.replace(/^毎週|^毎(?=[日月火水木金土]曜日?$)/, "").replace(/曜日?$/, "");
  if (/^[日月火水木金土]+$/.test(text))
    return [...text].map((name) => ({ kind: "weekly", weekday: WEEKDAYS.indexOf(name) }));
  const nth = /^([日月火水木金土])([1-5])$/.exec(text);
  if (nth) return [{ kind: "nth", weekday: WEEKDAYS.indexOf(nth[1] ?? ""), nth: Number(nth[2]) }];
  const named = /^第([1-5](?:[・,][1-5])*)([日月火水木金土])$/.exec(text);
  if (named)
    return (named[1] ?? "")
      .split(/[・,]/)
      .map((n) => ({ kind: "nth", weekday: WEEKDAYS.indexOf(named[2] ?? ""), nth: Number(n) }));
  const fortnightly = /^隔週?([日月火水木金土])(?:曜日?)?([\d/-]{8,10})$/.exec(text);
  if (fortnightly) {
    const from = dayOf(fortnightly[2] ?? "");
    if (from === null || weekdayOf(from) !== WEEKDAYS.indexOf(fortnightly[1] ?? "")) return null;
    return [{ kind: "every", weeks: 2, from }];
  }
  const every = /^e(\d{1,2})w(\d{8})$/i.exec(text);
  if (every) {
    const from = dayOf(every[2] ?? "");
    const weeks = Number(every[1]);
    if (from === null || weeks < 1 || weeks > 12) return null;
    return [weeks === 1 ? { kind: "weekly", weekday: weekdayOf(from) } : { kind: "every", weeks, from }];
  }
  const date = dayOf(text);
  return date === null ? null : [{ kind: "date", date }];
}

/**
 * A cell of a collection table: 「月 木」 every week, 「水2 水4」 the second and fourth, 「隔火20260407」 every other week
 * from that day, 「20261228」 on that day, 「火1:4 7 10」 in those months only, 「*1」 a remark of the table of remarks.
 */
export function readRule(cell: string): ReadRule {
  const text = cell.normalize("NFKC").trim();
  if (NONE.has(text)) return { ok: true, rule: NEVER, remarks: [] };
  const [days = "", listed, more] = text.split(":");
  if (more !== undefined) return { ok: false, wrong: text };
  const months = (listed ?? "").split(/[\s,、]+/).filter((word) => word !== "");
  const wrongMonth = months.find((word) => !/^(?:[1-9]|1[0-2])月?$/.test(word));
  if (wrongMonth !== undefined || (listed !== undefined && months.length === 0))
    return { ok: false, wrong: wrongMonth ?? text };
  const turns: Turn[] = [];
  const remarks: string[] = [];
  for (const word of days.split(/[\s、]+/).filter((one) => one !== "")) {
    const remark = /^\*(\d+)$/.exec(word)?.[1];
    if (remark !== undefined) {
      remarks.push(remark);
      continue;
    }
    const found = turnsOf(word);
    if (found === null) return { ok: false, wrong: word };
    turns.push(...found);
  }
  const rule = { turns, months: [...new Set(months.map((word) => Number.parseInt(word, 10)))], note: null };
  return { ok: true, rule, remarks };
}

function wordOf(one: Turn): string {
  switch (one.kind) {
    case "weekly":
      return WEEKDAYS[one.weekday] ?? "";
    case "nth":
      return `${WEEKDAYS[one.weekday]}${one.nth}`;
    case "every": {
      const from = one.from.replaceAll("-", "");
      return one.weeks === 2 ? `隔${WEEKDAYS[weekdayOf(one.from)]}${from}` : `e${one.weeks}w${from}`;
    }
    case "date":
      return one.date.replaceAll("-", "");
  }
}

/** The rule as a cell again: what staff edit, and what tells two rules apart. */
export const writeRule = (rule: Rule): string => {
  const days = rule.turns.map(wordOf).join(" ");
  return rule.months.length > 0 ? `${days}:${rule.months.join(" ")}` : days;
};
