import type { CityProfile } from "@/lib/city/profile";
import {
  LIMITS,
  type LineMessage,
  type QuickAction,
  textMessage,
  type UriAction,
  withQuick,
} from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { cutUnits, graphemes } from "@/lib/core/text";
import { type Language, say } from "@/lib/scenarios/language";
import type { Hit } from "../entry";
import type { Library } from "../library";
import { SAYS, SMALL_TALK } from "../messages";
import type { Noise } from "../noise";
import { type BotTap, isTappable, refOf } from "../tap";
import { type Card, card, quick, quickTap, tapAction } from "./card";
import { type CategoryNames, offerLine, offerName, offersOf } from "./offers";

/** What the bot's words are made from. `starts`: buttons that begin a report, the most general one first. */
export type Scene = {
  library: Library;
  city: CityProfile;
  language: Language;
  starts: QuickAction[];
};

/** Questions of a topic on one bubble. */
const PAGE = 8;
/** `choose` of a verdict has at most ten; one place is for 「この中にない」. */
const MOST_CHOICES = 12;

/** The counter that a resident may ring instead, with its hours; null: the city has no phone. */
function phoneOf({ library, city, language }: Scene): { action: UriAction; hours: string } | null {
  const phone = city.phones.find((one) => one.key === library.phoneKey) ?? city.phones[0];
  if (!phone) return null;
  const name = say(phone.label, language);
  return {
    action: {
      type: "uri",
      label: `${say(SAYS.call, language)} ${phone.number} ${name}`,
      uri: `tel:${phone.number.replaceAll("-", "")}`,
    },
    hours: `${name} ${phone.number}（${say(phone.hours, language)}）`,
  };
}

/** The topics, and one way to report: what LINE has room for under a message. */
function waysOn({ library, language, starts }: Scene): QuickAction[] {
  const topics = library.topics.map(({ key, label }) =>
    quickTap({ kind: "topic", topic: key, page: 0 }, say(label, language)),
  );
  return quick(...topics.slice(0, 12), ...starts.slice(0, 1));
}

const withWays = <M extends LineMessage>(scene: Scene, message: M): M => {
  const ways = waysOn(scene);
  return ways.length > 0 ? withQuick(message, ways) : message;
};

/** A card that says what to do when the bot is no help: take one of these, ring, or look through the topics. */
function helpCard(
  scene: Scene,
  { text, ...more }: Pick<Card, "title" | "heading" | "rows"> & { text: string },
) {
  const phone = phoneOf(scene);
  const made = card({
    ...more,
    text: phone ? `${text}\n\n${phone.hours}` : text,
    buttons: phone ? [phone.action] : [],
  });
  return withWays(scene, made);
}

const NO_NAMES: CategoryNames = new Map();

/** Offered, never answered: the nearest ones, each under the question's own id. */
export function notFound(
  scene: Scene,
  nearest: readonly Hit[],
  question: string,
  names: CategoryNames = NO_NAMES,
): LineMessage[] {
  const { language, library } = scene;
  const rows = offersOf(library, nearest, names)
    .slice(0, 3)
    .map((offer) => ({
      tap: { kind: "choose" as const, question, entry: offer.ref },
      text: offerName(offer),
    }));
  return [
    helpCard(scene, {
      title: say(SAYS.notFound, language),
      text: say(SAYS.notFoundText, language),
      ...(rows.length > 0 ? { heading: say(SAYS.nearest, language), rows } : {}),
    }),
  ];
}

/**
 * Asked back, of one alone by its name. Names that a button has no room for are written out above it, numbered; so are
 * things of one title, whose buttons say what tells them apart.
 */
export function askBack(
  { language, library }: Scene,
  hits: readonly Hit[],
  question: string,
  names: CategoryNames = NO_NAMES,
): LineMessage[] {
  const shown = offersOf(library, hits, names).slice(0, MOST_CHOICES);
  const isLong = shown.some((offer) => graphemes(offerName(offer)) > LIMITS.label);
  const isOneTitle = shown.every(({ title }) => title === shown[0]?.title);
  const choices = shown.map((offer, i): QuickAction => {
    const tap: BotTap = { kind: "choose", question, entry: offer.ref };
    const name = offerName(offer);
    const { data, displayText } = tapAction(tap, name);
    const words =
      isLong && shown.length > 1 ? `${i + 1} ${(isOneTitle && offer.apart?.words) || name}` : name;
    const [label = ""] = quick(quickTap(tap, words)).map((one) => one.label);
    return { type: "postback", label, data, ...(displayText ? { displayText } : {}) };
  });
  const isListed = isLong || shown.some(({ apart }) => apart !== null);
  const [only, second] = shown;
  const isOne = only !== undefined && second === undefined;
  const sentence = isOne
    ? words(SAYS.isItThis, language, { title: cutUnits(only.title, 300) })
    : say(SAYS.ambiguous, language);
  const list =
    isListed && !isOne ? `\n\n${shown.map((offer, i) => `${i + 1}. ${offerLine(offer)}`).join("\n")}` : "";
  return [
    textMessage(
      `${sentence}${list}`,
      quick(
        ...choices,
        quickTap({ kind: "none", question }, say(isOne ? SAYS.notThis : SAYS.noneOfThese, language)),
      ),
    ),
  ];
}

/** An answer with the question whether it helped under its last message. */
export function withFeedback({ language }: Scene, messages: LineMessage[], question: string): LineMessage[] {
  const last = messages.at(-1);
  if (!last) return messages;
  const asked = quick(
    quickTap({ kind: "helpful", question, yes: true }, say(SAYS.helpful, language)),
    quickTap({ kind: "helpful", question, yes: false }, say(SAYS.unhelpful, language)),
    ...(last.quickReply?.items.map((item) => item.action) ?? []),
    quickTap({ kind: "topics" }, say(SAYS.topics, language)),
  );
  return [...messages.slice(0, -1), withQuick(last, asked)];
}

export const smallTalk = (scene: Scene, noise: Noise): LineMessage[] => [
  withWays(scene, textMessage(say(SMALL_TALK[noise], scene.language))),
];

export const thanks = (scene: Scene): LineMessage[] => [
  withWays(scene, textMessage(say(SAYS.thanksForWord, scene.language))),
];

export const sorry = (scene: Scene): LineMessage[] => [
  helpCard(scene, { text: say(SAYS.sorry, scene.language) }),
];

export const noneMeant = (scene: Scene): LineMessage[] => [
  helpCard(scene, { text: say(SAYS.noneText, scene.language) }),
];

export const gone = (scene: Scene): LineMessage[] => [
  withWays(scene, textMessage(say(SAYS.gone, scene.language))),
];

export const topicList = (scene: Scene): LineMessage[] => [
  withWays(
    scene,
    textMessage(say(scene.library.topics.length > 0 ? SAYS.topicsText : SAYS.noTopics, scene.language)),
  ),
];

/** One page of a topic's questions; a page past the end is the last one. */
export function topicPage(scene: Scene, key: string, page: number): LineMessage[] {
  const { language, library } = scene;
  const topic = library.topics.find((one) => one.key === key);
  const refs = topic?.entries.filter(({ entry }) => isTappable(refOf(entry))) ?? [];
  if (!topic || refs.length === 0) return gone(scene);
  const pages = Math.ceil(refs.length / PAGE);
  const at = Math.min(page, pages - 1);
  const turn = (to: number, label: string) => tapAction({ kind: "topic", topic: key, page: to }, label);
  const name = say(topic.label, language);
  const made = card({
    title: pages > 1 ? `${name}（${at + 1}/${pages}）` : name,
    rows: refs
      .slice(at * PAGE, (at + 1) * PAGE)
      .map(({ entry }) => ({ tap: { kind: "read", entry: refOf(entry) }, text: entry.title })),
    buttons: [
      ...(at + 1 < pages ? [turn(at + 1, say(SAYS.next, language))] : []),
      ...(at > 0 ? [turn(at - 1, say(SAYS.previous, language))] : []),
    ],
  });
  return [withWays(scene, made)];
}
