"use client";

import { useState } from "react";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { nextTimes, type Recurrence } from "@/lib/broadcasts/recurrence";
import { clock, isoDate, longDate } from "@/lib/core/time";
import { scheduleLabels as t } from "../labels";
import { readClock } from "./typed-clock";
import { readDays } from "./typed-days";

const KINDS = ["daily", "weekly", "monthly-weekday", "month-end"] as const;
const DAYS = [...t.days];
const SHOWN = 4;

const everyOf = (kind: string): Recurrence["every"] =>
  kind === "weekly"
    ? { kind, weekdays: [1] }
    : kind === "monthly-weekday"
      ? { kind, nth: 1, weekday: 1 }
      : { kind: kind === "month-end" ? kind : "daily" };

type Props = { recurrence: Recurrence; now: Date; onChange: (recurrence: Recurrence) => void };

export function RecurrenceFields({ recurrence, now, onChange }: Props) {
  const { every } = recurrence;
  const [time, setTime] = useState(recurrence.time);
  const [except, setExcept] = useState(recurrence.exceptDates.join("\n"));
  const set = (part: Partial<Recurrence>) => onChange({ ...recurrence, ...part });
  const { unread } = readDays(except, recurrence.from);
  const times = nextTimes(recurrence, now, SHOWN);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t.every}
        value={every.kind}
        onChange={(kind) => set({ every: everyOf(kind) })}
        choices={KINDS.map((kind) => ({ id: kind, label: t[kind] }))}
      />
      <TextField
        label={t.time}
        value={time}
        inputMode="numeric"
        error={readClock(time) ? undefined : t.timeWrong}
        onChange={(text) => {
          setTime(text);
          const read = readClock(text);
          if (read) set({ time: read });
        }}
      />
      {every.kind === "weekly" && (
        <CheckboxGroup
          label={t.weekdays}
          value={every.weekdays.map(String)}
          onChange={(days) =>
            days.length > 0 && set({ every: { ...every, weekdays: days.map(Number).sort() } })
          }
          className="sm:col-span-2"
        >
          <div className="flex flex-wrap gap-x-5">
            {DAYS.map((day, n) => (
              <Checkbox key={day} value={String(n)}>
                {day}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      {every.kind === "monthly-weekday" && (
        <>
          <Select
            label={t.nth}
            value={String(every.nth)}
            onChange={(nth) => set({ every: { ...every, nth: Number(nth) } })}
            choices={[1, 2, 3, 4, 5, -1].map((nth) => ({
              id: String(nth),
              label: nth === -1 ? t.last : `${t.nth}${nth}`,
            }))}
          />
          <Select
            label={t.weekdays}
            value={String(every.weekday)}
            onChange={(weekday) => set({ every: { ...every, weekday: Number(weekday) } })}
            choices={DAYS.map((day, n) => ({ id: String(n), label: day }))}
          />
        </>
      )}
      <DateField
        label={t.from}
        today={isoDate(now)}
        value={recurrence.from}
        onChange={(from) => from && set({ from })}
      />
      <DateField
        label={t.until}
        description={t.untilHelp}
        today={isoDate(now)}
        min={recurrence.from}
        value={recurrence.until}
        onChange={(until) => set({ until })}
      />
      <Checkbox
        checked={recurrence.exceptHolidays}
        onChange={(exceptHolidays) => set({ exceptHolidays })}
        className="sm:col-span-2"
      >
        {t.exceptHolidays}
      </Checkbox>
      <TextArea
        label={t.exceptDates}
        description={t.exceptDatesHelp}
        optional
        rows={2}
        value={except}
        error={unread.length > 0 ? t.exceptDatesWrong(unread) : undefined}
        onChange={(text) => {
          setExcept(text);
          set({ exceptDates: readDays(text, recurrence.from).days });
        }}
        className="sm:col-span-2"
      />
      <div className="sm:col-span-2">
        <p className="text-sm font-bold">{t.next}</p>
        {times.length === 0 ? (
          <p className="text-sm text-danger-ink">{t.noNext}</p>
        ) : (
          <ul className="text-sm leading-6">
            {times.map((at) => (
              <li key={at.getTime()}>
                {longDate(at)} {clock(at)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
