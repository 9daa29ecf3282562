import { REMINDER_DAYS, type ReminderDay } from "@/db/enums";
import { LIMITS } from "@/lib/conversations/message";
import type { PickerParams } from "@/lib/conversations/talk";

/**
 * A day as residents name it: 0 today, 1 tomorrow, 2 the day after; or the next one with that weekday, `next` that of next
 * week. `of`: the kind of garbage they ask about on that day, in their words.
 */
export type Asked =
  | { kind: "day"; ahead: number; of?: string }
  | { kind: "weekday"; weekday: number; next?: true; of?: string }
  /** Seven days, from today or from next Monday. */
  | { kind: "week"; next: boolean }
  /** A kind of garbage in the resident's words. */
  | { kind: "words"; words: string }
  /** A category of the dictionary, by its key. */
  | { kind: "category"; key: string };

/** `before`: what was asked before the area had to be. `group` null: groups are listed. */
export type Operation =
  | { kind: "days"; asked: Asked }
  | { kind: "areas"; group: string | null; page: number; before: Asked | null }
  | { kind: "area"; key: string; before: Asked | null }
  | { kind: "named-area"; name: string }
  | { kind: "reminder" }
  | { kind: "remind"; on: ReminderDay; at: string }
  | { kind: "silence" };

/** The times of day at which a reminder may come; within one Tokyo day even when it is two hours late. */
export const REMINDER_TIMES: Record<ReminderDay, { min: string; max: string; usual: string[] }> = {
  eve: { min: "12:00", max: "21:30", usual: ["18:00", "20:00", "21:00"] },
  morning: { min: "05:00", max: "10:00", usual: ["06:00", "06:30", "07:00"] },
};

export function isReminderTime(on: ReminderDay, at: string): boolean {
  const { min, max } = REMINDER_TIMES[on];
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(at) && min <= at && at <= max;
}

/** Names are Japanese: encoded whole they would not fit LINE's 300 characters. */
const guard = (text: string): string => text.replace(/[%&=+#]/g, (c) => encodeURIComponent(c));

function askedWord(asked: Asked): string {
  switch (asked.kind) {
    case "day":
      return `d${asked.ahead}${asked.of ?? ""}`;
    case "weekday":
      return `${asked.next ? "v" : "w"}${asked.weekday}${asked.of ?? ""}`;
    case "week":
      return asked.next ? "n" : "s";
    case "words":
      return `t${asked.words}`;
    case "category":
      return `c${asked.key}`;
  }
}

function readAsked(word: string | null): Asked | null {
  const rest = word?.slice(1) ?? "";
  const [digit, kind] = [rest.slice(0, 1), rest.slice(1)];
  const of = kind === "" ? {} : { of: kind };
  switch (word?.[0]) {
    case "d":
      return /^[0-2]$/.test(digit) ? { kind: "day", ahead: Number(digit), ...of } : null;
    case "v":
    case "w": {
      const next = word[0] === "v" ? { next: true as const } : {};
      return /^[0-6]$/.test(digit) ? { kind: "weekday", weekday: Number(digit), ...next, ...of } : null;
    }
    case "n":
    case "s":
      return rest === "" ? { kind: "week", next: word === "n" } : null;
    case "t":
      return rest ? { kind: "words", words: rest } : null;
    case "c":
      return rest ? { kind: "category", key: rest } : null;
    default:
      return null;
  }
}

type Tapped = Exclude<Operation, { kind: "named-area" }>;

/** Postback data; what would not fit loses what was asked before, never the area. */
export function operationData(operation: Tapped): string {
  const parts: [string, string][] = [["b", `g.${operation.kind}`]];
  if (operation.kind === "days") parts.push(["q", askedWord(operation.asked)]);
  if (operation.kind === "areas") {
    if (operation.group !== null) parts.push(["g", operation.group]);
    if (operation.page > 0) parts.push(["p", String(operation.page)]);
  }
  if (operation.kind === "area") parts.push(["k", operation.key]);
  if (operation.kind === "remind") parts.push(["o", operation.on], ["t", operation.at]);
  const data = parts.map(([name, value]) => `${name}=${guard(value)}`).join("&");
  const rest = "before" in operation && operation.before ? `&q=${guard(askedWord(operation.before))}` : "";
  return data.length + rest.length <= LIMITS.postbackData ? data + rest : data;
}

/** Data of the clock: LINE adds the chosen time. */
export const clockData = (on: ReminderDay): string => `b=g.remind&o=${on}`;

const isReminderDay = (word: string | null): word is ReminderDay => REMINDER_DAYS.some((day) => day === word);

/** Null: no button of the garbage calendar's, or a broken one. */
export function readOperationData(data: string, params: PickerParams): Operation | null {
  if (data.length > LIMITS.postbackData) return null;
  const said = new URLSearchParams(data);
  const asked = readAsked(said.get("q"));
  switch (said.get("b")) {
    case "g.days":
      return asked && { kind: "days", asked };
    case "g.areas": {
      const page = Number(said.get("p") ?? 0);
      if (!Number.isInteger(page) || page < 0 || page > 999) return null;
      return { kind: "areas", group: said.get("g"), page, before: asked };
    }
    case "g.area": {
      const key = said.get("k");
      return key ? { kind: "area", key, before: asked } : null;
    }
    case "g.reminder":
      return { kind: "reminder" };
    case "g.remind": {
      const on = said.get("o");
      const at = params.time ?? said.get("t") ?? "";
      return isReminderDay(on) && isReminderTime(on, at) ? { kind: "remind", on, at } : null;
    }
    case "g.silence":
      return { kind: "silence" };
    default:
      return null;
  }
}
