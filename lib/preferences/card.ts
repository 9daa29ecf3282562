import type { QuestionKey } from "@/db/enums";
import type {
  ButtonsMessage,
  FlexBox,
  FlexBubble,
  FlexMessage,
  FlexPart,
  PostbackAction,
} from "@/lib/conversations/message";
import { LIMITS } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { cutGraphemes, cutUnits } from "@/lib/core/text";
import { type Language, say } from "@/lib/scenarios/language";
import { bitsOf, type Choices, wants } from "./choices";
import { LANGUAGE_NAMES, PART_NAMES, WORDS } from "./messages";
import { askedOf, type Offer, type Question } from "./offer";
import { type Operation, operationData, type SingleKey } from "./operation";

/** What a card is drawn from. `offer` is the one of the moment. */
export type Scene = { offer: Offer; choices: Choices; language: Language; settingsUrl: string | null };

const INK = "#1a1a1c";
const MUTED = "#5c5c66";
const BLUE = "#0017c1";
/** Rows on one bubble: LINE takes 30 KB for it. */
const ROWS = 20;
/** A carousel has 12 bubbles and 50 KB. Cities with more areas are set on the page. */
const MOST_ROWS = 90;
/** More than these and their descriptions would not fit. */
const MOST_DESCRIBED = 20;

const tap = (
  operation: Exclude<Operation, { kind: "bind" }>,
  label: string,
  spoken = label,
): PostbackAction => ({
  type: "postback",
  label: cutGraphemes(label, 40),
  data: operationData(operation),
  displayText: cutUnits(spoken, LIMITS.displayText),
});

type Row = { label: string; note?: string; chosen: boolean; action: PostbackAction };

/** `plain`: without a frame, where there are so many rows that LINE's limit on a message's size is near. */
function rowBox({ label, note, chosen, action }: Row, plain: boolean): FlexBox {
  const name: FlexPart = {
    type: "text",
    text: label,
    wrap: true,
    color: INK,
    ...(chosen ? { weight: "bold" as const } : {}),
  };
  const small: FlexPart[] = note ? [{ type: "text", text: note, wrap: true, size: "xs", color: MUTED }] : [];
  return {
    type: "box",
    layout: "horizontal",
    action: { ...action, label: cutGraphemes(`${chosen ? "✓ " : ""}${label}`, 40) },
    paddingAll: "10px",
    ...(plain
      ? {}
      : {
          spacing: "sm" as const,
          alignItems: "center" as const,
          cornerRadius: "8px",
          borderWidth: "1px",
          borderColor: chosen ? BLUE : "#d8d8db",
        }),
    ...(chosen ? { backgroundColor: "#e8f1fe" } : {}),
    contents: [
      { type: "text", text: chosen ? "✓" : "　", flex: 0, weight: "bold", color: BLUE },
      small.length === 0
        ? { ...name, flex: 1 }
        : { type: "box", layout: "vertical", flex: 1, contents: [name, ...small] },
    ],
  };
}

type Button = { label: string; operation: Exclude<Operation, { kind: "bind" }>; primary?: boolean };
const footerOf = (buttons: Button[]): FlexBox => ({
  type: "box",
  layout: "vertical",
  spacing: "sm",
  contents: buttons.map(({ label, operation, primary }) => ({
    type: "button",
    height: "sm",
    action: tap(operation, label),
    ...(primary ? { style: "primary" as const, color: BLUE } : { style: "link" as const }),
  })),
});

function listCard(title: string, note: string | null, rows: Row[], buttons: Button[]): FlexMessage {
  const shown = rows.slice(0, MOST_ROWS);
  const pages = Math.max(1, Math.ceil(shown.length / ROWS));
  const perPage = Math.ceil(shown.length / pages);
  const bubbles = Array.from({ length: pages }, (_, page): FlexBubble => {
    const heading = pages > 1 ? `${title}（${page + 1}/${pages}）` : title;
    return {
      type: "bubble",
      body: {
        type: "box",
        layout: "vertical",
        spacing: "sm",
        contents: [
          { type: "text", text: heading, wrap: true, weight: "bold", size: "md", color: INK },
          ...(note
            ? [{ type: "text" as const, text: note, wrap: true, size: "sm" as const, color: MUTED }]
            : []),
          ...shown.slice(page * perPage, (page + 1) * perPage).map((row) => rowBox(row, pages > 1)),
        ],
      },
      footer: footerOf(buttons),
    };
  });
  const [only] = bubbles;
  return {
    type: "flex",
    altText: cutUnits(title, 400),
    contents: bubbles.length === 1 && only ? only : { type: "carousel", contents: bubbles },
  };
}

/** The answers to a question with one answer, beside 答えない. */
export function optionsOf(
  offer: Offer,
  key: SingleKey,
  language: Language,
): { value: number; label: string }[] {
  if (key === "language") return LANGUAGE_NAMES.map((label, value) => ({ value, label }));
  if (key === "area") return offer.areas.map(({ id, label }) => ({ value: id, label: say(label, language) }));
  return offer.traits[key].map(({ code, label }) => ({ value: code, label: say(label, language) }));
}

const chosenValue = (choices: Choices, key: SingleKey): number =>
  ({ age_band: choices.ageBand, gender: choices.gender, area: choices.areaId, language: choices.spoken })[
    key
  ];

/** One question. `walk`: one of several, each of which can be passed over. */
export function questionCard(scene: Scene, question: Question, walk: boolean): FlexMessage {
  const { offer, choices, language } = scene;
  const { key } = question;
  const asked = askedOf(offer);
  const place = asked.findIndex((one) => one.key === key) + 1;
  const prompt = say(question.prompt, language);
  const title = walk && place > 0 ? `${prompt}（${place}/${asked.length}）` : prompt;
  const note = question.note && say(question.note, language);
  if (key === "interests") return interestsCard(scene, title, note, walk);
  const none = { value: 0, label: say(WORDS.noAnswer, language) };
  const options = optionsOf(offer, key, language);
  const chosen = chosenValue(choices, key);
  const rows = [...options, ...(key === "language" || walk ? [] : [none])].map(({ value, label }) => ({
    label,
    chosen: value === chosen && (value !== 0 || key === "language"),
    action: tap({ kind: "set", question: key, value, walk }, label),
  }));
  const leave: Button = walk
    ? { label: say(WORDS.skip, language), operation: { kind: "skip", question: key } }
    : { label: say(WORDS.back, language), operation: { kind: "open" } };
  return listCard(title, note, rows, [leave]);
}

function interestsCard(scene: Scene, title: string, note: string | null, walk: boolean): FlexMessage {
  const { offer, choices, language } = scene;
  const described = offer.interests.length <= MOST_DESCRIBED;
  const rows = offer.interests.map((one): Row => {
    const chosen = wants(choices, one.bit);
    const label = say(one.label, language);
    const spoken = words(chosen ? WORDS.leave : WORDS.take, language, { label });
    return {
      label,
      chosen,
      ...(described && one.description ? { note: say(one.description, language) } : {}),
      action: tap({ kind: "interest", bit: one.bit, on: !chosen, walk }, label, spoken),
    };
  });
  return listCard(title, note, rows, [
    { label: say(WORDS.done, language), operation: { kind: "done", walk }, primary: true },
  ]);
}

/** The answer to a question in words. */
export function answerWords({ offer, choices, language }: Scene, key: QuestionKey): string {
  if (key === "interests") {
    const chosen = new Set(bitsOf(choices.interests));
    const labels = offer.interests
      .filter((one) => chosen.has(one.bit))
      .map((one) => say(one.label, language));
    return labels.length > 0 ? labels.join(language === "en" ? ", " : "、") : say(WORDS.none, language);
  }
  const value = chosenValue(choices, key);
  const option = optionsOf(offer, key, language).find((one) => one.value === value);
  return option?.label ?? say(WORDS.notAnswered, language);
}

/** All settings with their answers, the way to the page, and the way to stop everything. */
export function summaryCard(scene: Scene): FlexMessage {
  const { offer, choices, language, settingsUrl } = scene;
  const change = say(WORDS.change, language);
  const rows = askedOf(offer).map(({ key }): FlexBox => {
    const name = say(PART_NAMES[key], language);
    return {
      type: "box",
      layout: "horizontal",
      action: tap({ kind: "ask", question: key }, `${name}：${change}`),
      paddingAll: "8px",
      spacing: "sm",
      alignItems: "center",
      contents: [
        { type: "text", text: name, flex: 2, size: "sm", wrap: true, color: MUTED },
        { type: "text", text: cutUnits(answerWords(scene, key), 300), flex: 4, wrap: true, color: INK },
        { type: "text", text: change, flex: 0, size: "sm", color: BLUE, align: "end" },
      ],
    };
  });
  const isStopped = choices.stopped === 1;
  const footer = footerOf([
    isStopped
      ? { label: say(WORDS.resume, language), operation: { kind: "resume" }, primary: true }
      : { label: say(WORDS.stop, language), operation: { kind: "stop" } },
  ]);
  if (settingsUrl) {
    footer.contents.unshift({
      type: "button",
      height: "sm",
      style: "secondary",
      action: { type: "uri", label: cutGraphemes(say(WORDS.page, language), 40), uri: settingsUrl },
    });
  }
  const title = say(WORDS.title, language);
  const notice: FlexPart[] = isStopped
    ? [{ type: "text", text: say(WORDS.isStopped, language), wrap: true, weight: "bold", color: "#a30000" }]
    : [];
  return {
    type: "flex",
    altText: title,
    contents: {
      type: "bubble",
      body: {
        type: "box",
        layout: "vertical",
        spacing: "sm",
        contents: [
          { type: "text", text: title, weight: "bold", size: "lg", color: INK },
          ...notice,
          { type: "text", text: say(WORDS.tapToChange, language), wrap: true, size: "sm", color: MUTED },
          { type: "separator", margin: "md" },
          ...rows,
        ],
      },
      footer,
    },
  };
}

/** One sentence with one or two buttons that stay in the talk. */
export function sentenceCard(
  text: string,
  buttons: { label: string; operation: Exclude<Operation, { kind: "bind" }> }[],
): ButtonsMessage {
  return {
    type: "template",
    altText: cutUnits(text, LIMITS.altText),
    template: {
      type: "buttons",
      text: cutGraphemes(text, LIMITS.buttonsText),
      actions: buttons.map(({ label, operation }) => tap(operation, cutGraphemes(label, LIMITS.label))),
    },
  };
}
