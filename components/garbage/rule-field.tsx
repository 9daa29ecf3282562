"use client";

import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { shortDate } from "@/lib/core/time";
import { type CalendarArea, EMPTY_CALENDAR, type GarbageCalendar } from "@/lib/garbage/calendar";
import { nextDays } from "@/lib/garbage/days";
import { readRule, writeRule } from "@/lib/garbage/rule";
import { ruleWords } from "@/lib/garbage/rule-words";
import { garbageLabels as t } from "./labels";

type Props = {
  kind: GarbageCalendar["kinds"][number];
  area: Pick<CalendarArea, "rules" | "center"> | null;
  /** Days off of the whole calendar: they count for the next days too. */
  suspensions: GarbageCalendar["suspensions"];
  today: string;
  error?: string;
};

const dayWords = (day: string): string => shortDate(new Date(`${day}T00:00:00+09:00`));

/** One cell of the timetable: what is typed is said in words at once, with the next three days. */
export function RuleField({ kind, area, suspensions, today, error }: Props) {
  const was = area?.rules[kind.key];
  const [cell, setCell] = useState(was ? writeRule(was) : "");
  const read = readRule(cell);
  const [problem, words] = explain();
  function explain(): [string | undefined, string] {
    if (!read.ok) return [t.wrongRule(read.wrong), ""];
    const here = { key: "", name: "", group: null, also: [], center: area?.center ?? null };
    const calendar = { ...EMPTY_CALENDAR, kinds: [kind], suspensions };
    const days = nextDays(calendar, { ...here, rules: { [kind.key]: read.rule } }, [kind.key], today, 3);
    const next = days.length > 0 ? t.nextThree(days.map(dayWords).join("、")) : t.noNext;
    return [
      undefined,
      read.rule.turns.length > 0 ? `${ruleWords(read.rule)}。${next}` : ruleWords(read.rule),
    ];
  }
  return (
    <div className="flex flex-col gap-2 py-3">
      <TextField
        name={`cells.${kind.key}`}
        label={kind.label.ja}
        description={words}
        value={cell}
        onChange={setCell}
        error={problem ?? error}
        autoComplete="off"
      />
      <TextField
        name={`notes.${kind.key}`}
        label={t.ruleNote(kind.label.ja)}
        labelHidden
        placeholder={t.ruleNote(kind.label.ja)}
        defaultValue={was?.note ?? ""}
        autoComplete="off"
      />
    </div>
  );
}
