import type { BotEntryKind } from "@/db/enums";
import type { botQuestions } from "@/db/schema";
import type { Counted } from "@/lib/chatbot/question";
import { idFrom } from "@/lib/core/id";
import { dayStart, hours, isoDate, toTokyo } from "@/lib/core/time";
import { rainFactor } from "../life/hours";
import { LIFE_DAYS } from "../life/moments";
import type { Chance } from "../random";
import { mouthOf, type Subjects } from "./mouth";
import { A_DAY, ASKING_HOURS, ASKING_WEEKDAYS, TAUGHT } from "./words";

export type QuestionInsert = typeof botQuestions.$inferInsert;
/** What the bot makes of a text, and the entries it offers: told by the bot itself. Null: nothing is counted. */
export type Heard = {
  counted: Omit<Counted, "eventId" | "askedAt">;
  offered: { kind: BotEntryKind; topic: string | null; entryKey: string }[];
};
export type Asking = Subjects & { hear: (text: string) => Heard | null };

/** Before staff taught the bot a word it found nothing. */
const wasUnknown = (text: string, daysAgo: number): boolean =>
  TAUGHT.some((one) => text.includes(one.words) && daysAgo > one.daysAgo);

/** The row with what its resident tapped afterwards, as far as that lies in the past. */
function rowOf(
  heard: Heard,
  event: { eventId: string; at: Date; now: Date },
  chance: Chance,
  wasMissing: boolean,
): QuestionInsert {
  const { eventId, at, now } = event;
  const row: QuestionInsert = { ...heard.counted, eventId, askedAt: at };
  if (wasMissing) Object.assign(row, { outcome: "not_found", kind: null, topic: null, entryKey: null });
  const chosenAt = new Date(at.getTime() + chance.whole(4_000, 75_000));
  const share = row.outcome === "asked_back" ? 0.72 : row.outcome === "not_found" ? 0.12 : 0;
  const offered = heard.offered[Math.floor(heard.offered.length * chance.next() ** 2)];
  if (!wasMissing && offered && chosenAt < now && chance.chance(share))
    Object.assign(row, offered, { chosenAt });
  const helpfulAt = new Date(chosenAt.getTime() + chance.whole(5_000, 60_000));
  if (row.entryKey && helpfulAt < now && chance.chance(0.19)) {
    // Some answers please fewer people than others.
    const pleased = row.entryKey.length % 7 === 0 ? 0.62 : 0.92;
    Object.assign(row, { helpful: chance.chance(pleased), helpfulAt });
  }
  return row;
}

/** About 60 days of questions, oldest first. The same seed and day give the same ones, as far as the day has come. */
export function makeQuestions(asking: Asking, now: Date, chance: Chance): QuestionInsert[] {
  const memory = new Map<string, Heard | null>();
  const hear = (text: string): Heard | null => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const heard = asking.hear(text);
    memory.set(text, heard);
    return heard;
  };
  const byHour = ASKING_HOURS.map((share, hour) => [hour, share] as const);
  const rows: QuestionInsert[] = [];
  for (let daysAgo = LIFE_DAYS; daysAgo >= 0; daysAgo -= 1) {
    const day = dayStart(now, -daysAgo);
    const { month, day: date, weekday } = toTokyo(day);
    const own = chance.fork(isoDate(day));
    const rain = rainFactor(daysAgo);
    const say = mouthOf(asking, isoDate(now), month, rain);
    // The great clean-up before the year ends, and the days after it.
    const yearEnd = month === 12 && date >= 20 ? 1 + (date - 19) / 7 : month === 1 && date <= 7 ? 1.4 : 1;
    const mean = A_DAY[asking.city] * (ASKING_WEEKDAYS[weekday] ?? 1) * yearEnd * (rain > 1 ? 1.25 : 1);
    const total = Math.round(mean * own.between(0.86, 1.14));
    for (let i = 0; i < total; i += 1) {
      const at = new Date(day.getTime() + hours(own.weighted(byHour)) + Math.floor(own.next() * 3_600_000));
      const text = say(own);
      const taps = own.fork(`taps-${i}`);
      const heard = at < now ? hear(text) : null;
      if (!heard) continue;
      const eventId = idFrom(`question:${asking.city}:${isoDate(day)}:${i}`);
      rows.push(rowOf(heard, { eventId, at, now }, taps, wasUnknown(text, daysAgo)));
    }
  }
  return rows.sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
}
