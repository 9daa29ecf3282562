import { SPOKEN, type Spoken } from "@/db/enums";

/** `retired`: still named where it is used, no longer offered. */
export type Choice<K> = { key: K; label: string; retired?: boolean };
/** What a rule can be made of, with the names staff know it by. Plain data: pages send it to the browser. */
export type RuleChoices = {
  ageBands: Choice<number>[];
  genders: Choice<number>[];
  areas: Choice<number>[];
  interests: Choice<number>[];
  segments: Choice<string>[];
  broadcasts: Choice<string>[];
};

export const SPOKEN_LABELS: Record<Spoken, string> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "英語",
  zh: "中国語",
  ko: "韓国語",
};
export const SPOKEN_CHOICES: Choice<Spoken>[] = SPOKEN.map((key) => ({ key, label: SPOKEN_LABELS[key] }));

/** Words that cannot be taken for grammar stand bare, all others in quotation marks. */
const quoted = (label: string): string =>
  /^[\p{Script=Han}\p{Script=Katakana}ー・0-9A-Za-z]+$/u.test(label)
    ? label
    : `「${label.replaceAll("「", "『").replaceAll("」", "』")}」`;

/**
 * How a sentence calls each key: never the same for two of them, whatever they were named. A key that has no name any
 * more is called by its number.
 */
export function wordsFor<K extends string | number>(choices: readonly Choice<K>[], what: string) {
  const words = new Map<K, string>();
  const taken = new Set<string>();
  for (const { key, label } of choices) {
    if (words.has(key)) continue;
    let word = quoted(label);
    for (let n = 2; taken.has(word); n++) word = quoted(`${label}（${n}）`);
    taken.add(word);
    words.set(key, word);
  }
  return (key: K): string => {
    const known = words.get(key);
    if (known !== undefined) return known;
    let word = quoted(`名前のない${what} ${key}`);
    while (taken.has(word)) word = `「${word.slice(1, -1)}′」`;
    return word;
  };
}
