import { SPOKEN } from "@/db/enums";
import { isoDate } from "@/lib/core/time";
import { type RuleChoices, SPOKEN_CHOICES, wordsFor } from "../choices";
import type { Rule } from "../rule";

/** Reads a sentence back into a rule, knowing the grammar only: what it means must be what the rule meant. */
export function readSentence(sentence: string, choices: RuleChoices): Rule {
  // Names in quotation marks first: whatever stands in them is no grammar.
  const names: string[] = [];
  const bare = sentence.replace(/「[^」]*」/g, (name) => {
    names.push(name);
    return `<${names.length - 1}>`;
  });
  const unquote = (word: string) => {
    const place = /^<(\d+)>$/.exec(word)?.[1];
    return place === undefined ? word : (names[Number(place)] ?? "");
  };
  return readPeople(bare, lookups(choices, unquote));
}

function lookups(choices: RuleChoices, unquote: (word: string) => string) {
  const special = (key: number, label: string) => ({ key, label });
  const find = <K extends string | number>(entries: { key: K; label: string }[]) => {
    const words = wordsFor(entries, "?");
    return (word: string): K => {
      const meant = unquote(word);
      const found = entries.filter(({ key }) => words(key) === meant || `「${words(key)}」` === meant);
      if (found.length !== 1 || !found[0]) throw new Error(`${word} names ${found.length}`);
      return found[0].key;
    };
  };
  return {
    age: find([special(0, "未回答"), ...choices.ageBands]),
    gender: find([special(0, "未回答"), ...choices.genders]),
    area: find([special(0, "未回答"), special(-1, "市外"), ...choices.areas]),
    interest: find(choices.interests),
    spoken: find(SPOKEN_CHOICES),
    segment: find(choices.segments),
    broadcast: find(choices.broadcasts),
  };
}
type Lookups = ReturnType<typeof lookups>;

function splitTop(text: string, by: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (let i = 0; i < text.length; ) {
    if (depth === 0 && text.startsWith(by, i)) {
      parts.push("");
      i += by.length;
      continue;
    }
    const char = text[i] ?? "";
    if ("［（".includes(char)) depth += 1;
    if ("］）".includes(char)) depth -= 1;
    parts[parts.length - 1] += char;
    i += 1;
  }
  return parts;
}

const unwrap = (text: string) => /^［(.*)］$/.exec(text)?.[1];
const readPart = (text: string, find: Lookups): Rule => readPeople(unwrap(text) ?? text, find);

function readPeople(text: string, find: Lookups): Rule {
  const either = splitTop(text, "、または、");
  if (either.length > 1) return { op: "any", rules: either.map((each) => readPart(each, find)) };
  if (text === "だれでもない人") return { op: "any", rules: [] };
  const excepted = /^(.*人)（(.*)を除く）$/.exec(text);
  const [main, without] = excepted ? splitException(text) : [text, null];
  const body = main.replace(/人$/, "");
  const wanted = body === "すべての" ? [] : splitTop(body, "、").map((each) => readModifier(each, find));
  const unwanted = (without === null ? [] : splitTop(without, "と、")).map(
    (each): Rule => ({ op: "not", rule: readPart(each, find) }),
  );
  return { op: "all", rules: [...wanted, ...unwanted] };
}

/** The outermost （…を除く） at the end. */
function splitException(text: string): [string, string] {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if ("］）".includes(text[i] ?? "")) depth += 1;
    if ("［（".includes(text[i] ?? "")) depth -= 1;
    if (depth === 0) return [text.slice(0, i), text.slice(i + 1, -"を除く）".length)];
  }
  throw new Error(`unbalanced: ${text}`);
}

const civil = (words: string): string => {
  const m = /^(?:令和(\d+|元)年|(\d+)年)(\d+)月(\d+)日/.exec(words);
  const year = m?.[2] ? Number(m[2]) : 2018 + (m?.[1] === "元" ? 1 : Number(m?.[1]));
  return isoDate(new Date(Date.UTC(year, Number(m?.[3]) - 1, Number(m?.[4]))));
};
const list = (text: string) => text.split("または");
const DATE = "((?:令和)?[\\d元]+年\\d+月\\d+日)\\([日月火水木金土]\\)";

function readModifier(text: string, find: Lookups): Rule {
  const group = /^(［.*］)に当てはまる$/.exec(text)?.[1];
  if (group) return readPart(group, find);
  const forms: [RegExp, (m: string[]) => Rule][] = [
    [/^性別が(.+)の$/, ([, a = ""]) => ({ op: "gender", codes: list(a).map(find.gender) })],
    [/^年代が(.+)の$/, ([, a = ""]) => ({ op: "age_band", codes: list(a).map(find.age) })],
    [/^地域が(.+)の$/, ([, a = ""]) => ({ op: "area", ids: list(a).map(find.area) })],
    [/^(.+)に住む$/, ([, a = ""]) => ({ op: "area", ids: list(a).map(find.area) })],
    [
      /^(.+)の(?:両方|すべて)に関心のある$/,
      ([, a = ""]) => ({ op: "interests", bits: a.split("と").map(find.interest), match: "all" }),
    ],
    [
      /^(.+)に関心のある$/,
      ([, a = ""]) => ({ op: "interests", bits: list(a).map(find.interest), match: "any" }),
    ],
    [
      /^(.+)で受け取る$/,
      ([, a = ""]) => ({ op: "spoken", spoken: SPOKEN.filter((s) => list(a).map(find.spoken).includes(s)) }),
    ],
    [/^友だちになった日を問わない$/, () => ({ op: "friend_since", from: null, until: null })],
    [
      new RegExp(`^${DATE}から${DATE}までに友だちになった$`),
      ([, a = "", b = ""]) => ({ op: "friend_since", from: civil(a), until: civil(b) }),
    ],
    [
      new RegExp(`^${DATE}以降に友だちになった$`),
      ([, a = ""]) => ({ op: "friend_since", from: civil(a), until: null }),
    ],
    [
      new RegExp(`^${DATE}までに友だちになった$`),
      ([, a = ""]) => ({ op: "friend_since", from: null, until: civil(a) }),
    ],
    [/^受信設定に答えた$/, () => ({ op: "answered" })],
    [/^通報したことのある$/, () => ({ op: "reported", withinDays: null })],
    [/^今日通報した$/, () => ({ op: "reported", withinDays: 0 })],
    [/^(\d+)日前から今日までに通報した$/, ([, a]) => ({ op: "reported", withinDays: Number(a) })],
    [/^配信(.+)を受け取った$/, ([, a = ""]) => ({ op: "received", broadcastId: find.broadcast(a) })],
    [/^対象(.+)に当てはまる$/, ([, a = ""]) => ({ op: "segment", segmentId: find.segment(a) })],
    [/^(.+)の$/, ([, a = ""]) => ({ op: "age_band", codes: list(a).map(find.age) })],
  ];
  for (const [form, read] of forms) {
    const found = form.exec(text);
    if (found) return read([...found]);
  }
  throw new Error(`not understood: ${text}`);
}
