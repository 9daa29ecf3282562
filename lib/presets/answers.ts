import type { Answer } from "@/lib/chatbot/answer";
import type { LocalText } from "@/lib/scenarios/schema";
import { words } from "./parts";
import type { PresetFaq } from "./types";

/** Below every answer: what a demo says is never taken for the city's word. */
export const DEMO_MARK = {
  ja: "〔架空のデモです〕",
  easy: "〔これは デモです〕",
  en: "(A fictional demo)",
  zh: "（虚构的演示内容）",
  ko: "(가상의 데모입니다)",
} as const;

const OTHERS = ["easy", "en", "zh", "ko"] as const;

function marked(text: LocalText): LocalText {
  const all: LocalText = { ja: `${text.ja}\n${DEMO_MARK.ja}` };
  for (const language of OTHERS) {
    const wording = text[language];
    if (wording) all[language] = `${wording}\n${DEMO_MARK[language]}`;
  }
  return all;
}

type Button = { label: LocalText; uri: string };

/** Pages of the demo city: a host that belongs to nobody. */
export const pagesOf =
  (city: string) =>
  (path: string): string =>
    `https://www.example.jp/${city}/${path}`;

export const open = (
  uri: string,
  label: LocalText = words("くわしく見る", "See more", "くわしく 見る"),
): Button => ({
  label,
  uri,
});

/** A number to tap; only the demo's own, so that nobody is rung by chance. */
export const call = (number: string, label: LocalText = words("電話する", "Call", "でんわする")): Button => ({
  label,
  uri: `tel:${number}`,
});

export const say = (text: LocalText): Answer => ({ kind: "text", text: marked(text) });

export const card = (title: LocalText, text: LocalText, buttons: Button[]): Answer => ({
  kind: "card",
  title,
  text: marked(text),
  mediaId: null,
  buttons,
});

export const link = (text: LocalText, button: Button): Answer => ({
  kind: "link",
  text: marked(text),
  label: button.label,
  url: button.uri,
});

export const at = (text: LocalText, title: LocalText, address: string, lat: number, lng: number): Answer => ({
  kind: "location",
  text: marked(text),
  title,
  address: words(address),
  point: { lat, lng },
});

/** Begins a report; `start` as in the menu. */
export const begin = (text: LocalText, start: string, label: LocalText): Answer => ({
  kind: "scenario",
  text: marked(text),
  label,
  start,
});

type Draft = {
  title: string;
  reading?: string;
  /** Other wordings, with 「、」 between them. */
  also: string;
  answer: Answer;
  section: string | null;
  reviewed: string;
  from?: string;
  until?: string;
};

type Topicless = Omit<PresetFaq, "topic">;

const entry =
  (kind: PresetFaq["kind"]) =>
  (key: string, draft: Draft): Topicless => ({
    key,
    kind,
    title: draft.title,
    reading: draft.reading ?? null,
    synonyms: draft.also.split("、"),
    answer: draft.answer,
    sectionKey: draft.section,
    reviewedOn: draft.reviewed,
    ...(draft.from ? { validFrom: draft.from } : {}),
    ...(draft.until ? { validUntil: draft.until } : {}),
  });

/** A question as a resident would put it. */
export const question = entry("faq");
/** A short word with a fixed answer. */
export const keyword = entry("keyword");

export const topic = (key: string, entries: Topicless[]): PresetFaq[] =>
  entries.map((one) => ({ ...one, topic: key }));
