"use client";

import { useState } from "react";
import { DateField } from "@/components/ui/date-field";
import { Notice } from "@/components/ui/notice";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { BroadcastKind } from "@/db/enums";
import { SCHEDULE_REFUSALS } from "@/lib/broadcasts/messages";
import { checkSchedule, type Schedule } from "@/lib/broadcasts/schedule";
import { clock, isoDate, longDate, parsePickerDateTime } from "@/lib/core/time";
import { scheduleLabels as t } from "../labels";
import { RecurrenceFields } from "./recurrence-fields";
import { readClock } from "./typed-clock";

type Props = {
  kind: BroadcastKind;
  schedule: Schedule;
  /** When the page was drawn: what is past is judged again by the server. */
  now: Date;
  onChange: (schedule: Schedule) => void;
};

/** Tomorrow at ten: a time somebody would choose. */
const firstGuess = (now: Date): Date =>
  parsePickerDateTime(`${isoDate(new Date(now.getTime() + 86_400_000))}T10:00`) ?? now;

export function ScheduleEditor({ kind, schedule, now, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const at = schedule.kind === "once" ? new Date(schedule.at) : firstGuess(now);
  const problem = checkSchedule(schedule, kind, now);
  const quiet = problem === "quiet-hours" || schedule.quietReason !== undefined;
  const choose = (next: string) => {
    const guess = firstGuess(now);
    if (next === "now") onChange({ kind: "now" });
    else if (next === "once") onChange({ kind: "once", at: guess.toISOString() });
    else
      onChange({
        kind: "repeat",
        recurrence: {
          every: { kind: "weekly", weekdays: [1] },
          time: "10:00",
          from: isoDate(guess),
          until: null,
          exceptHolidays: true,
          exceptDates: [],
        },
      });
  };
  const setMoment = (date: string, time: string) => {
    const moment = parsePickerDateTime(`${date}T${time}`);
    if (moment) onChange({ ...schedule, kind: "once", at: moment.toISOString() });
  };
  const badClock = typed !== null && readClock(typed) === null;
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup label={t.kind} labelHidden value={schedule.kind} onChange={choose}>
        <Radio value="now">{t.now}</Radio>
        <Radio value="once">{t.once}</Radio>
        {kind !== "emergency" && <Radio value="repeat">{t.repeat}</Radio>}
      </RadioGroup>
      {schedule.kind === "once" && (
        <div className="grid gap-4 sm:grid-cols-[1fr_9rem]">
          <DateField
            label={t.date}
            today={isoDate(now)}
            min={isoDate(now)}
            value={isoDate(at)}
            onChange={(date) => date && setMoment(date, clock(at))}
          />
          <TextField
            label={t.time}
            description={t.timeHelp}
            inputMode="numeric"
            value={typed ?? clock(at)}
            error={badClock ? t.timeWrong : undefined}
            onChange={(text) => {
              setTyped(text);
              const time = readClock(text);
              if (time) setMoment(isoDate(at), time);
            }}
            onBlur={() => !badClock && setTyped(null)}
          />
          <p className="font-bold sm:col-span-2">
            {longDate(at)} {clock(at)}
          </p>
        </div>
      )}
      {schedule.kind === "repeat" && (
        <RecurrenceFields
          recurrence={schedule.recurrence}
          now={now}
          onChange={(recurrence) => onChange({ ...schedule, recurrence })}
        />
      )}
      {problem && <Notice tone="warning">{SCHEDULE_REFUSALS[problem]}</Notice>}
      {quiet && kind !== "emergency" && (
        <TextArea
          label={t.quiet}
          description={t.quietHelp}
          rows={2}
          value={schedule.quietReason ?? ""}
          onChange={(text) => onChange({ ...schedule, quietReason: text === "" ? undefined : text })}
        />
      )}
    </div>
  );
}
