import { LIMITS, type LineMessage, textMessage } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { type Language, say } from "@/lib/scenarios/language";
import { questionCard, type Scene, sentenceCard, summaryCard } from "./card";
import { type Change, interestPart } from "./choices";
import { WORDS } from "./messages";
import { askedOf, type Offer, questionAfter } from "./offer";
import type { Operation, SingleKey } from "./operation";

/** What an operation changes, and whether the resident has gone through 受信設定 with it. */
export type Plan = { changes: Change[]; isAnswer: boolean; isRefused: boolean };

const NOTHING: Plan = { changes: [], isAnswer: false, isRefused: false };
const REFUSED: Plan = { changes: [], isAnswer: false, isRefused: true };
const change = (...changes: Change[]): Plan => ({ changes, isAnswer: true, isRefused: false });

/** Is that one of the answers there are? 0, no answer, always is. */
export function isOffered(offer: Offer, key: SingleKey, value: number): boolean {
  if (key === "language") return value >= 0 && value <= 4;
  if (value === 0) return true;
  if (key === "area") return offer.areas.some((area) => area.id === value);
  return offer.traits[key].some((option) => option.code === value);
}

/** Decided by the event alone and what was offered at its time: the order in which events arrive plays no part. */
export function planOf(operation: Operation, offer: Offer): Plan {
  switch (operation.kind) {
    case "set": {
      const { question, value } = operation;
      if (!isOffered(offer, question, value)) return REFUSED;
      return change({ part: question === "language" ? "spoken" : question, value });
    }
    case "interest": {
      // One that is over can still be taken out.
      const isThere = offer.interests.some((one) => one.bit === operation.bit);
      if (operation.on && !isThere) return REFUSED;
      return change({ part: interestPart(operation.bit), value: operation.on ? 1 : 0 });
    }
    case "stop":
      return { ...NOTHING, changes: [{ part: "stopped", value: 1 }] };
    case "resume":
      return { ...NOTHING, changes: [{ part: "stopped", value: 0 }] };
    case "done":
      return { ...NOTHING, isAnswer: true };
    case "skip":
      return { ...NOTHING, isAnswer: questionAfter(offer, operation.question) === null };
    default:
      return NOTHING;
  }
}

function ask(scene: Scene, key: Parameters<typeof questionAfter>[1], walk: boolean): LineMessage[] {
  const question = scene.offer.questions.find((one) => one.key === key);
  return question ? [questionCard(scene, question, walk)] : [summaryCard(scene)];
}

/** The next question, or the end of the way through. */
function goOn(scene: Scene, after: Parameters<typeof questionAfter>[1]): LineMessage[] {
  const next = questionAfter(scene.offer, after);
  return next
    ? [questionCard(scene, next, true)]
    : [textMessage(say(WORDS.finished, scene.language)), summaryCard(scene)];
}

const stopNotice = ({ language }: Scene): LineMessage =>
  sentenceCard(say(WORDS.stopped, language), [
    { label: say(WORDS.resume, language), operation: { kind: "resume" } },
  ]);

/** What is said after an operation, from how things stand now. At most two messages. */
export function answerTo(
  operation: Exclude<Operation, { kind: "bind" | "code" }>,
  scene: Scene,
  plan: Plan,
): LineMessage[] {
  const { language } = scene;
  const isStopped = scene.choices.stopped === 1;
  const over = plan.isRefused ? [textMessage(say(WORDS.over, language))] : [];
  switch (operation.kind) {
    case "open":
      return [summaryCard(scene)];
    case "ask":
      return ask(scene, operation.question, false);
    case "skip":
      return goOn(scene, operation.question);
    case "set":
      if (plan.isRefused) return [...over, ...ask(scene, operation.question, operation.walk)];
      if (operation.walk) return goOn(scene, operation.question);
      return [textMessage(say(WORDS.saved, language)), summaryCard(scene)];
    case "interest":
      return [...over, ...ask(scene, "interests", operation.walk)];
    case "done":
      return operation.walk
        ? goOn(scene, "interests")
        : [textMessage(say(WORDS.saved, language)), summaryCard(scene)];
    case "ask-stop":
      return [
        sentenceCard(say(WORDS.askStop, language), [
          { label: say(WORDS.stop, language), operation: { kind: "stop" } },
          { label: say(WORDS.keep, language), operation: { kind: "open" } },
        ]),
      ];
    case "stop":
      return isStopped ? [stopNotice(scene)] : [summaryCard(scene)];
    case "resume":
      return isStopped
        ? [summaryCard(scene)]
        : [textMessage(say(WORDS.resumed, language)), summaryCard(scene)];
  }
}

/** Only the last message's buttons are seen. */
const withoutQuick = ({ quickReply: _, ...message }: LineMessage): LineMessage => message;

/** Who stopped everything, left and is back: what they chose stands, and they hear of it in the greeting. */
export function welcomeBack(scene: Scene, greeting: LineMessage[]): LineMessage[] {
  const quickReply = greeting.at(-1)?.quickReply;
  return [...greeting.map(withoutQuick), { ...summaryCard(scene), ...(quickReply ? { quickReply } : {}) }];
}

/** A new friend is asked at once, after the greeting. */
export function welcome(scene: Scene, account: string): LineMessage[] {
  const { language } = scene;
  const asked = askedOf(scene.offer);
  const [first] = asked;
  if (!first) return [];
  return [
    textMessage(words(WORDS.greeting, language, { account })),
    textMessage(words(WORDS.intro, language, { n: asked.length })),
    questionCard(scene, first, true),
  ];
}

/** The answer, then the question of a report that is still open. */
export function beforeReport(
  answer: LineMessage[],
  report: LineMessage[],
  language: Language,
): LineMessage[] {
  if (report.length === 0) return answer;
  const before = answer.map(withoutQuick);
  return [...before, textMessage(say(WORDS.backToReport, language)), ...report].slice(-LIMITS.messages);
}
