import { describe, expect, it } from "vitest";
import { answerSchema } from "@/lib/chatbot/answer";
import type { Entry } from "@/lib/chatbot/entry";
import { faqContent } from "@/lib/chatbot/faq/content";
import { hiddenEntries } from "@/lib/chatbot/match/hidden";
import { graphemes } from "@/lib/core/text";
import { fold } from "@/lib/scenarios/fold";
import type { LocalText } from "@/lib/scenarios/schema";
import { DEMO_MARK } from "./answers";
import { kumamoto } from "./kumamoto/city";
import { lifelines } from "./lifelines";
import { musashino } from "./musashino/city";
import type { PresetFaq } from "./types";

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const URGENT_TOPICS = ["disaster", "infection", "children", "procedures", "garbage"];
const languages = ["ja", "easy", "en", "zh", "ko"] as const;

const twice = (list: string[]) => list.filter((one, i) => list.indexOf(one) !== i);
const names = (entry: PresetFaq) => [entry.title, ...entry.synonyms];

/** Every wording of an answer, button labels included. */
const wordings = ({ answer }: PresetFaq): LocalText[] => [
  answer.text,
  ...(answer.kind === "card" ? [answer.title, ...answer.buttons.map((button) => button.label)] : []),
  ...(answer.kind === "link" || answer.kind === "scenario" ? [answer.label] : []),
];
const addresses = ({ answer }: PresetFaq): string[] => {
  if (answer.kind === "card") return answer.buttons.map((button) => button.uri);
  return answer.kind === "link" ? [answer.url] : [];
};

describe.each([kumamoto, musashino])("what the bot of $profile.name answers on its first day", (city) => {
  const { content, entries } = city.bot;
  const topics = content.topics.map((topic) => topic.key);

  it("has a book of about 60 entries, of both kinds and every kind of answer that needs no picture", () => {
    expect(faqContent.parse(content)).toEqual(content);
    expect(entries.length).toBeGreaterThanOrEqual(55);
    expect(entries.length).toBeLessThanOrEqual(70);
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set(["faq", "keyword"]));
    expect(new Set(entries.map((entry) => entry.answer.kind))).toEqual(
      new Set(["text", "card", "location", "link", "scenario"]),
    );
  });

  it("has topics that fit on buttons, each with five entries or more", () => {
    expect(twice(topics)).toEqual([]);
    for (const { key, label } of content.topics) {
      for (const wording of Object.values(label)) expect(graphemes(wording), wording).toBeLessThanOrEqual(20);
      expect(entries.filter((entry) => entry.topic === key).length, key).toBeGreaterThanOrEqual(5);
    }
    for (const entry of entries) expect(topics, entry.key).toContain(entry.topic);
  });

  it("names keys, sections, scenarios and phones that are there", () => {
    const sections = city.sections.map((section) => section.key);
    const starts = city.scenarios.flatMap((scenario) => [
      scenario.key,
      ...(scenario.shortcuts ?? []).map((shortcut) => `${scenario.key}.${shortcut.key}`),
    ]);
    expect(twice(entries.map((entry) => entry.key))).toEqual([]);
    for (const { key, sectionKey, answer } of entries) {
      expect(key).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
      if (sectionKey) expect(sections, key).toContain(sectionKey);
      if (answer.kind === "scenario") expect(starts, key).toContain(answer.start);
    }
    expect(city.profile.phones.map((phone) => phone.key)).toContain(content.phoneKey);
  });

  it.each(entries.map((entry) => [entry.key, entry] as const))("%s is an answer LINE takes", (_, entry) => {
    expect(answerSchema.parse(entry.answer)).toEqual(entry.answer);
    expect(entry.synonyms.length).toBeGreaterThanOrEqual(3);
    expect(entry.synonyms.length).toBeLessThanOrEqual(10);
    for (const words of names(entry)) expect(fold(words), words).not.toBe("");
    expect(entry.reviewedOn).toMatch(DAY);
    expect(entry.reviewedOn.startsWith("2026-")).toBe(true);
    for (const day of [entry.validFrom, entry.validUntil]) if (day) expect(day).toMatch(DAY);
    if (entry.validFrom && entry.validUntil) expect(entry.validFrom < entry.validUntil).toBe(true);
    // A title that kana cannot be read from has its reading, in hiragana.
    if (/\p{Script=Han}/u.test(entry.title)) expect(entry.reading, entry.title).not.toBeNull();
    if (entry.reading) expect(entry.reading).toMatch(/^[ぁ-ゖー]+$/);
  });

  it("hides none of its words behind another entry, a report's trigger or a word of 受信設定", () => {
    expect(twice(entries.flatMap((entry) => names(entry).map(fold)))).toEqual([]);
    const taken = new Set(
      [
        ...city.scenarios.flatMap((scenario) => [
          ...scenario.triggers,
          ...(scenario.shortcuts ?? []).flatMap((shortcut) => shortcut.triggers),
        ]),
        ...["受信設定", "設定", "配信停止", "配信を止める", "受信拒否", "番号"],
      ].map(fold),
    );
    expect(entries.flatMap(names).filter((words) => taken.has(fold(words)))).toEqual([]);
  });

  it("brings each entry by each of its words, beside the whole garbage dictionary", () => {
    const items = (city.garbage?.items ?? []).map((item): Entry => ({ ...item, kind: "garbage" }));
    const hidden = hiddenEntries([...entries, ...items]);
    const ours = hidden.filter(({ entry, by }) => entry.kind !== "garbage" || by.kind !== "garbage");
    expect(ours.map(({ entry, words, by }) => `${entry.key}: ${words} → ${by.key}`)).toEqual([]);
  });

  it("says in every wording that it is a demo, and gives only the demo's numbers and addresses", () => {
    const numbers = new Set(
      [...city.profile.phones.map((phone) => phone.number), ...city.sections.map((one) => one.phone)].filter(
        (number) => number !== null,
      ),
    );
    for (const entry of entries) {
      for (const language of languages) {
        const wording = entry.answer.text[language];
        if (wording !== undefined) expect(wording.endsWith(`\n${DEMO_MARK[language]}`)).toBe(true);
      }
      const said = wordings(entry).flatMap((text) => Object.values(text));
      for (const number of said.flatMap((text) => text.match(/0\d{1,4}-\d{1,4}-\d{3,4}/g) ?? [])) {
        expect(numbers, entry.key).toContain(number);
      }
      for (const uri of addresses(entry)) {
        if (uri.startsWith("tel:")) expect(numbers, entry.key).toContain(uri.slice(4));
        else expect(new URL(uri).host).toBe("www.example.jp");
      }
    }
  });

  it("points at places inside the city", () => {
    const { south, west, north, east } = city.profile.bounds;
    const found = entries.flatMap(({ key, answer }) =>
      answer.kind === "location" ? [{ key, ...answer.point }] : [],
    );
    expect(found.length).toBeGreaterThanOrEqual(5);
    for (const { key, lat, lng } of found) {
      expect(lat > south && lat < north && lng > west && lng < east, key).toBe(true);
    }
  });

  it("says what matters most in plain Japanese and English too, and disasters in all five languages", () => {
    const spoken = (language: keyof LocalText, topic?: string) =>
      entries.filter((one) => (!topic || one.topic === topic) && one.answer.text[language] !== undefined);
    const urgent = entries.filter((entry) => URGENT_TOPICS.includes(entry.topic));
    const inBoth = urgent.filter(({ answer }) => answer.text.easy && answer.text.en);
    expect(inBoth.length).toBeGreaterThanOrEqual(30);
    expect(spoken("zh", "disaster").length).toBeGreaterThanOrEqual(5);
    expect(spoken("ko").map((entry) => entry.key)).toEqual(spoken("zh").map((entry) => entry.key));
    // Buttons speak the languages of their answer.
    for (const entry of entries) {
      for (const text of wordings(entry)) {
        if (entry.answer.text.en) expect(text.en, `${entry.key}: ${text.ja}`).toBeDefined();
        if (entry.answer.text.easy) expect(text.easy, `${entry.key}: ${text.ja}`).toBeDefined();
      }
    }
  });

  it("has seasons: some entries end, one is over and one is to come or runs", () => {
    const seasonal = entries.filter((entry) => entry.validUntil !== undefined);
    expect(seasonal.length).toBeGreaterThanOrEqual(2);
    expect(seasonal.some((entry) => (entry.validUntil ?? "") < "2026-11-01")).toBe(true);
    expect(seasonal.some((entry) => (entry.validUntil ?? "") >= "2027-01-01")).toBe(true);
  });
});

it("the two cities answer in their own words, but for what is the same all over Japan", () => {
  const common = lifelines("", "").map((entry) => entry.key);
  const own = (city: typeof kumamoto) => city.bot.entries.filter((entry) => !common.includes(entry.key));
  const answers = (city: typeof kumamoto) => new Set(own(city).map((entry) => entry.answer.text.ja));
  const shared = [...answers(kumamoto)].filter((words) => answers(musashino).has(words));
  expect(shared).toEqual([]);
});
