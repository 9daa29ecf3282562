import { isValidOn } from "@/lib/chatbot/books/entry";
import type { DemoCity } from "@/lib/demo/cities";
import type { PresetFaq, PresetGarbageItem } from "@/lib/presets/types";
import type { Chance } from "../random";
import { FIXED, FRAMES, OFTEN, SEASONS, TAUGHT, TOPICS, UNKNOWN } from "./words";

/** What a city's residents can ask about. */
export type Subjects = {
  city: DemoCity;
  faq: readonly PresetFaq[];
  items: readonly PresetGarbageItem[];
};

/** A name of the thing as residents write it: its title without what stands in brackets, another word, kana. */
function spoken(item: PresetGarbageItem, chance: Chance): string {
  const title = item.title.replace(/（.*）/, "").split("・")[0] ?? item.title;
  const name = chance.weighted([
    [title, 45],
    [item.synonyms.length > 0 ? chance.pick(item.synonyms) : title, 38],
    [item.reading, 17],
  ]);
  if (name.length < 4 || !chance.chance(0.035)) return name;
  // A slip of the thumb: two letters change places.
  const at = chance.whole(1, name.length - 2);
  return `${name.slice(0, at)}${name[at + 1] ?? ""}${name[at] ?? ""}${name.slice(at + 2)}`;
}

/** The bare word, or a question around it; about a thing the same few questions come again and again. */
function framed(name: string, chance: Chance): string {
  const at = name.length + chance.whole(0, 2);
  return chance.chance(0.45) ? name : (FRAMES[at % FRAMES.length] ?? FRAMES[0])(name);
}

const daysOf = ({ validFrom, validUntil }: PresetFaq) => ({
  validFrom: validFrom ?? null,
  validUntil: validUntil ?? null,
});

/** What is asked on one day, with its weights: made once a day. */
export function mouthOf({ city, faq, items }: Subjects, today: string, month: number, rain: number) {
  const season = (key: string) =>
    SEASONS.filter((one) => one.months.includes(month) && one.keys.includes(key)).reduce(
      (times, one) => times * one.times,
      1,
    );
  const things = items.map((item) => [item, (OFTEN[item.key] ?? 1) * season(item.key)] as const);
  const winter = month >= 11 || month <= 2;
  const questions = faq.map((entry) => {
    const topic = TOPICS[entry.topic] ?? { weight: 10 };
    const times = (rain > 1 ? (topic.rain ?? 1) : 1) * (winter ? (topic.winter ?? 1) : 1);
    // What is out of season is asked now and then.
    return [entry, topic.weight * times * (isValidOn(daysOf(entry), today) ? 1 : 0.15)] as const;
  });
  const kinds = [
    ["item", 52],
    ["fixed", 17],
    ["faq", faq.length > 0 ? 20 : 0],
    ["unknown", 11],
    ["taught", 1],
  ] as const;
  return (chance: Chance): string => {
    switch (chance.weighted(kinds)) {
      case "item":
        return framed(spoken(chance.weighted(things), chance), chance);
      case "taught":
        return framed(chance.pick(TAUGHT).words, chance);
      case "fixed":
        return chance.weighted(FIXED);
      case "faq": {
        const entry = chance.weighted(questions);
        return chance.chance(0.4) ? entry.title : chance.pick([entry.title, ...entry.synonyms]);
      }
      case "unknown": {
        // A few subjects come up again and again.
        const subjects = UNKNOWN[city];
        return chance.pick(subjects[Math.floor(subjects.length * chance.next() ** 1.8)] ?? ["？"]);
      }
    }
  };
}
