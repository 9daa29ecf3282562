import { z } from "zod";
import { localText } from "@/lib/scenarios/schema";
import { garbageKey } from "./categories";
import { isoDay, ruleSchema } from "./rule";

/** What the calendar collects. `onHolidays`: on public holidays too. */
const collectedKind = z.object({ key: garbageKey, label: localText, onHolidays: z.boolean() });
export type CollectedKind = z.infer<typeof collectedKind>;

/** Where one timetable holds. `center`: whose days off hold here. `also`: other names that residents may type. */
const calendarArea = z.object({
  key: garbageKey,
  name: z.string().min(1).max(60),
  group: z.string().min(1).max(60).nullable(),
  also: z.array(z.string().max(60)).max(60),
  center: z.string().max(60).nullable(),
  /** By key of a kind; one that is missing is never collected here. */
  rules: z.record(garbageKey, ruleSchema),
});
export type CalendarArea = z.infer<typeof calendarArea>;

/** As lists name it: the group tells areas of one name apart. */
export const areaTitle = ({ group, name }: Pick<CalendarArea, "group" | "name">): string =>
  group === null || name.startsWith(group) ? name : `${group} ${name}`;

/** No collection on these days, both included. Null: of every center, every kind. */
const suspension = z.object({
  from: isoDay,
  until: isoDay,
  center: z.string().max(60).nullable(),
  kinds: z.array(garbageKey).max(100).nullable(),
});
export type Suspension = z.infer<typeof suspension>;

/** A collection beside the rules: the day that takes the place of a suspended one. Wins over days off and holidays. */
const extraDay = z.object({
  date: isoDay,
  kinds: z.array(garbageKey).min(1).max(100),
  /** Keys of areas; null: everywhere. */
  areas: z.array(garbageKey).max(2_000).nullable(),
});
export type ExtraDay = z.infer<typeof extraDay>;

/** `bot_versions.content` of the book `calendar`. Array order is the order on screens. */
export const garbageCalendar = z.object({
  kinds: z.array(collectedKind).max(100),
  areas: z.array(calendarArea).max(5_000),
  suspensions: z.array(suspension).max(1_000),
  extras: z.array(extraDay).max(5_000),
  /** `08:30`: until when it has to stand there; null: not told. */
  putOutBy: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
});
export type GarbageCalendar = z.infer<typeof garbageCalendar>;

export const EMPTY_CALENDAR: GarbageCalendar = {
  kinds: [],
  areas: [],
  suspensions: [],
  extras: [],
  putOutBy: null,
};
