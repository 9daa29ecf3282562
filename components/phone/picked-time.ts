import type { PickerMode } from "@/components/line-preview/action";
import { isoDate, parseIsoDate, parsePickerDateTime, pickerDateTime } from "@/lib/core/time";
import { phoneLabels as t } from "./labels";

/** What the two boxes of the date and time sheet hold: `2026-11-22` and `23:40`, or empty. */
export type Picked = { date: string; time: string };
export type PickerLimits = { mode: PickerMode; initial?: string; min?: string; max?: string };

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** LINE writes `2017-06-18t06:15` or with a capital T; both boxes of it, empty when it is none. */
export function splitPicker(value: string | undefined, mode: PickerMode): Picked {
  if (!value) return { date: "", time: "" };
  if (mode === "time") return { date: "", time: CLOCK.test(value) ? value : "" };
  const [date = "", time = ""] = value.split(/[Tt]/);
  return { date: parseIsoDate(date) ? date : "", time: CLOCK.test(time) ? time : "" };
}

/** What the sheet opens with: the action's own start, else now, kept within min and max. */
export function startOf(limits: PickerLimits, now: Date): Picked {
  const given = splitPicker(limits.initial, limits.mode);
  const [date = "", time = ""] = pickerDateTime(now).split("T");
  const start = {
    date: limits.mode === "time" ? "" : given.date || date,
    time: limits.mode === "date" ? "" : given.time || time,
  };
  const verdict = checkPicked(start, limits);
  if (verdict.ok) return start;
  const bound = verdict.reason === "late" ? limits.max : verdict.reason === "early" ? limits.min : undefined;
  return bound ? splitPicker(bound, limits.mode) : start;
}

export type PickedVerdict =
  | { ok: true; value: string; params: { date: string } | { time: string } | { datetime: string } }
  | { ok: false; reason: "missing" | "invalid" | "early" | "late"; message: string };

/** The answer LINE's picker would send, or why it cannot be sent. Limits are inclusive; forms compare as text. */
export function checkPicked(picked: Picked, limits: PickerLimits): PickedVerdict {
  const { mode } = limits;
  if ((mode !== "time" && !picked.date) || (mode !== "date" && !picked.time)) {
    return { ok: false, reason: "missing", message: t.dates.missing };
  }
  const value =
    mode === "date" ? picked.date : mode === "time" ? picked.time : `${picked.date}T${picked.time}`;
  const valid =
    mode === "date" ? parseIsoDate(value) : mode === "time" ? CLOCK.test(value) : parsePickerDateTime(value);
  if (!valid) return { ok: false, reason: "invalid", message: t.dates.invalid };
  const min = limits.min?.toUpperCase();
  const max = limits.max?.toUpperCase();
  if (min && value < min) return { ok: false, reason: "early", message: t.dates.tooEarly(readable(min)) };
  if (max && value > max) return { ok: false, reason: "late", message: t.dates.tooLate(readable(max)) };
  if (mode === "date") return { ok: true, value, params: { date: value } };
  return mode === "time"
    ? { ok: true, value, params: { time: value } }
    : { ok: true, value, params: { datetime: value } };
}

const readable = (value: string) => value.replace("T", " ").replaceAll("-", "/");

/** One-tap choices; those outside the limits are left out. */
export function quickTimes(limits: PickerLimits, now: Date): { label: string; picked: Picked }[] {
  const at = (ms: number): Picked => {
    const [date = "", time = ""] = pickerDateTime(new Date(now.getTime() - ms)).split("T");
    return { date: limits.mode === "time" ? "" : date, time: limits.mode === "date" ? "" : time };
  };
  const hour = 3_600_000;
  const yesterday = isoDate(new Date(now.getTime() - 24 * hour));
  const c = t.dates.choices;
  const choices =
    limits.mode === "date"
      ? [
          { label: c.today, picked: at(0) },
          { label: c.yesterday, picked: at(24 * hour) },
        ]
      : [
          { label: c.now, picked: at(0) },
          { label: c.hourAgo, picked: at(hour) },
          ...(limits.mode === "datetime"
            ? [{ label: c.lastNight, picked: { date: yesterday, time: "21:00" } }]
            : []),
        ];
  return choices.filter((choice) => checkPicked(choice.picked, limits).ok);
}
