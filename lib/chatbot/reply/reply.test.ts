import { describe, expect, it } from "vitest";
import { SPOKEN } from "@/db/enums";
import type { LineMessage, QuickAction } from "@/lib/conversations/message";
import { readTap } from "@/lib/conversations/postback";
import { refusals } from "@/lib/conversations/testing/line-limits";
import { graphemes } from "@/lib/core/text";
import { presetBooks } from "@/lib/presets/books";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { musashino } from "@/lib/presets/musashino/city";
import type { Answer } from "../answer";
import type { BotEntry } from "../books/entry";
import type { Entry, Hit } from "../entry";
import { type Library, makeLibrary } from "../library";
import { SAYS } from "../messages";
import { type BotTap, readBotTap } from "../tap";
import { answerMessages } from "./answer";
import {
  askBack,
  gone,
  noneMeant,
  notFound,
  type Scene,
  smallTalk,
  sorry,
  thanks,
  topicList,
  topicPage,
  withFeedback,
} from "./reply";

const QUESTION = "01HZY5TQ9X7K2M4N6P8R0S1T3V";
const PICTURE = "0198d5f2-7c1e-7000-8000-000000000001";
const media = {
  [PICTURE]: { base: "https://city.example/media/x", width: 600, height: 2400, heightAt1040: 4160 },
};
const REPORT: QuickAction = { type: "postback", label: "市民レポート", data: "start=report" };

const libraryOf = (city: typeof kumamoto): Library => {
  const books = presetBooks(city, () => 1);
  const content = books.find(({ book }) => book === "faq")?.content;
  const entries = books.flatMap((book) => book.entries);
  return makeLibrary({ stamp: "", day: "2026-11-28", entries, content, media });
};

const FAMILY = "👨‍👩‍👧‍👦";
const long = (n: number) => ({ ja: FAMILY.repeat(n), en: "W".repeat(n), ko: "값".repeat(n) });
/** Each kind of answer at the limits of lib/chatbot/answer.ts. */
const EXTREME: Answer[] = [
  { kind: "text", text: { ja: "あ".repeat(2000), en: "W".repeat(2000) } },
  {
    kind: "card",
    title: long(80),
    text: long(1000),
    mediaId: PICTURE,
    buttons: Array.from({ length: 4 }, () => ({
      label: long(20),
      uri: `https://example.jp/${"a".repeat(981)}`,
    })),
  },
  { kind: "image", mediaId: PICTURE, text: { ja: "絵" } },
  { kind: "image", mediaId: "0198d5f2-7c1e-7000-8000-00000000dead", text: { ja: "絵" } },
  {
    kind: "location",
    text: { ja: "ここ" },
    title: { ja: "館".repeat(100) },
    address: { ja: "町".repeat(100) },
    point: { lat: 90, lng: -180 },
  },
  {
    kind: "link",
    text: long(1000),
    label: long(20),
    url: `https://example.jp/${"a".repeat(981)}`,
  },
  { kind: "scenario", text: long(1000), label: long(20), start: `${"a".repeat(40)}.${"b".repeat(40)}` },
];
const CROWDED: Library = makeLibrary({
  stamp: "",
  day: "2026-11-28",
  content: {
    topics: Array.from({ length: 12 }, (_, i) => ({ key: `t${i}`, label: long(20) })),
    phoneKey: null,
  },
  entries: Array.from({ length: 120 }, (_, i): BotEntry => {
    const answer = EXTREME[i % EXTREME.length];
    return {
      key: `${"鍵".repeat(56)}${i}`,
      kind: "faq",
      title: `${i}番目の、とても長いので一つのボタンには入りきらない質問の題名${FAMILY}`,
      reading: null,
      synonyms: [],
      category: `t${i % 4}`,
      note: null,
      answer,
      validFrom: null,
      validUntil: null,
      sectionId: null,
      reviewedOn: null,
    };
  }),
  media,
});

const hit = (entry: Entry): Hit => ({
  entry,
  score: 0.5,
  reason: { field: "title", words: entry.title, how: "part" },
});
const hitsOf = (library: Library, n: number) =>
  [...library.known.values()].slice(0, n).map(({ entry }) => hit(entry));

/** Every postback there is on a reply. */
const postbacks = (messages: readonly LineMessage[]): string[] =>
  [...JSON.stringify(messages).matchAll(/"data":("(?:[^"\\]|\\.)*")/g)].map(
    ([, data = '""']) => JSON.parse(data) as string,
  );
const taps = (messages: readonly LineMessage[]): BotTap[] =>
  postbacks(messages)
    .map((data) => readBotTap(data))
    .filter((tap) => tap !== null);
const labels = (message: LineMessage | undefined) =>
  message?.quickReply?.items.map(({ action }) => action.label) ?? [];

const LIBRARIES: [string, Library, typeof kumamoto][] = [
  ["kumamoto", libraryOf(kumamoto), kumamoto],
  ["musashino", libraryOf(musashino), musashino],
  ["a crowded city", CROWDED, kumamoto],
];

describe.each(LIBRARIES)("%s", (_name, library, { profile }) => {
  it.each(SPOKEN)("everything it says in %s is what LINE takes, every button is read back", (language) => {
    const scene: Scene = { library, city: profile, language, starts: [REPORT, REPORT] };
    const replies: LineMessage[][] = [
      notFound(scene, hitsOf(library, 3), QUESTION),
      notFound(scene, [], QUESTION),
      ...[1, 2, 5, 10, 20].map((n) => askBack(scene, hitsOf(library, n), QUESTION)),
      ...(["hello", "thanks", "word", "nothing"] as const).map((noise) => smallTalk(scene, noise)),
      thanks(scene),
      sorry(scene),
      noneMeant(scene),
      gone(scene),
      topicList(scene),
      ...library.topics.flatMap(({ key }) => [0, 1, 999].map((page) => topicPage(scene, key, page))),
      topicPage(scene, "no-topic", 0),
      ...[...library.known.values()].flatMap(({ answer }) =>
        answer ? [withFeedback(scene, answerMessages(answer, language, media), QUESTION)] : [],
      ),
    ];
    for (const messages of replies) {
      expect(refusals(messages)).toEqual([]);
      for (const data of postbacks(messages)) expect(readBotTap(data) ?? readTap(data), data).not.toBeNull();
    }
  });
});

describe("what is said", () => {
  const library = libraryOf(kumamoto);
  const scene: Scene = { library, city: kumamoto.profile, language: "ja", starts: [REPORT] };

  it("when nothing was found: the three nearest, the counter's phone, the topics and the way to report", () => {
    const nearest = hitsOf(library, 5);
    const messages = notFound(scene, nearest, QUESTION);
    expect(taps(messages).filter((tap) => tap.kind === "choose")).toEqual(
      nearest
        .slice(0, 3)
        .map(({ entry }) => ({ kind: "choose", question: QUESTION, entry: `f:${entry.key}` })),
    );
    const { phoneKey } = kumamoto.bot.content;
    const phone = kumamoto.profile.phones.find(({ key }) => key === phoneKey);
    expect(phone?.number).toBeDefined();
    expect(JSON.stringify(messages)).toContain(`tel:${phone?.number.replaceAll("-", "")}`);
    expect(labels(messages.at(-1))).toEqual([
      ...kumamoto.bot.content.topics.map(({ label }) => label.ja),
      "市民レポート",
    ]);
  });

  it("rings the phone that the book names", () => {
    const other = { ...scene, library: { ...library, phoneKey: "water" } };
    expect(JSON.stringify(sorry(other))).toContain("096-000-0004");
    const first = { ...scene, library: { ...library, phoneKey: null } };
    expect(JSON.stringify(sorry(first))).toContain("096-000-0001");
    const none = { ...scene, city: { ...kumamoto.profile, phones: [] } };
    expect(JSON.stringify(sorry(none))).not.toContain("tel:");
    expect(refusals(sorry(none))).toEqual([]);
  });

  it("when several are meant: one button each and 「この中にない」; long titles are written out", () => {
    const short = askBack(scene, [...hitsOf(library, 3)], QUESTION);
    expect(taps(short).map((tap) => tap.kind)).toEqual(["choose", "choose", "choose", "none"]);
    const [long] = askBack({ ...scene, library: CROWDED }, hitsOf(CROWDED, 10), QUESTION);
    expect(labels(long)).toHaveLength(11);
    expect(new Set(labels(long)).size).toBe(11);
    for (const { entry } of hitsOf(CROWDED, 10)) expect(JSON.stringify(long)).toContain(entry.title);
    const spoken = long?.quickReply?.items[0]?.action;
    expect(spoken && "displayText" in spoken && spoken.displayText).toBe(hitsOf(CROWDED, 1)[0]?.entry.title);
  });

  it("when only one is near, it is named", () => {
    const [one] = askBack(scene, hitsOf(library, 1), QUESTION);
    expect(one).toMatchObject({ type: "text", text: "「119番・110番」のことですか。" });
    expect(labels(one)).toEqual(["119番・110番", "ちがいます"]);
  });

  it("a topic page by page, each question once", () => {
    const inside = { ...scene, library: CROWDED };
    const read = [0, 1, 2, 3].flatMap((page) =>
      taps(topicPage(inside, "t0", page)).filter((tap) => tap.kind === "read"),
    );
    expect(read).toHaveLength(30);
    expect(new Set(read.map((tap) => "entry" in tap && tap.entry)).size).toBe(30);
    expect(topicPage(inside, "t0", 99)).toEqual(topicPage(inside, "t0", 3));
  });

  it("asks under the last message of an answer whether it helped, beside the buttons it has", () => {
    const own: QuickAction = { type: "postback", label: "地区", data: "b=g.areas" };
    const messages: LineMessage[] = [
      { type: "text", text: "a" },
      { type: "text", text: "b", quickReply: { items: [{ type: "action", action: own }] } },
    ];
    const asked = withFeedback(scene, messages, QUESTION);
    expect(asked[0]?.quickReply).toBeUndefined();
    expect(labels(asked[1])).toEqual([SAYS.helpful.ja, SAYS.unhelpful.ja, "地区", SAYS.topics.ja]);
    expect(taps(asked)).toEqual([
      { kind: "helpful", question: QUESTION, yes: true },
      { kind: "helpful", question: QUESTION, yes: false },
      { kind: "topics" },
    ]);
  });

  it.each([
    ["ja", "日本語"],
    ["easy", "やさしい"],
    ["en", "English"],
    ["zh", "English"],
    ["ko", "English"],
  ] as const)(
    "an answer without the resident's language, %s, is given in the nearest there is",
    (language, words) => {
      const text = { ja: "日本語", easy: "やさしい", en: "English" };
      expect(answerMessages({ kind: "text", text }, language, {})).toEqual([{ type: "text", text: words }]);
    },
  );

  it("a picture and a place, with their words", () => {
    const place = { kind: "image", mediaId: PICTURE, text: { ja: "地図" } } as const;
    expect(answerMessages(place, "ja", media)).toEqual([
      {
        type: "image",
        originalContentUrl: "https://city.example/media/x/original.jpg",
        previewImageUrl: "https://city.example/media/x/preview.jpg",
      },
      { type: "text", text: "地図" },
    ]);
    const there = answerMessages(EXTREME[4] as Answer, "ja", media);
    expect(there.map((message) => message.type)).toEqual(["text", "location"]);
  });

  it("every word on a button fits it in every language", () => {
    for (const key of ["noneOfThese", "helpful", "unhelpful", "topics", "next", "previous"] as const)
      for (const wording of Object.values(SAYS[key])) expect(graphemes(wording)).toBeLessThanOrEqual(20);
  });
});
