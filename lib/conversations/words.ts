import { cleanText, graphemes } from "@/lib/core/text";
import type { StepOf } from "@/lib/scenarios/schema";
import { SENTENCES, words } from "./messages";
import { ask, type Scene, type Turn, tell } from "./turn";
import { withAnswer } from "./walk";

/** Room for combining marks and emoji: UTF-16 units a grapheme cluster may take on average. */
const UNITS_PER_GRAPHEME = 4;

/** Looks like a phone number or a mail address: the notice asked not to write them. Staff see them masked. */
const CONTACT = /(?:\+?\d[\s()ー−-]?){9,}\d|[\w.+-]+@[\w-]+\.[\w.-]+/;

const looksPersonal = (text: string): boolean => CONTACT.test(text.normalize("NFKC"));

/** The resident's own words. */
export function typedWords(scene: Scene, step: StepOf<"text">, typed: string, messageId: string): Turn {
  const text = cleanText(typed);
  if (text === "") return tell(scene, SENTENCES.emptyText);
  if (text.length > step.maxLength * UNITS_PER_GRAPHEME || graphemes(text) > step.maxLength) {
    return tell(scene, SENTENCES.tooLong, { max: step.maxLength });
  }
  const draft = withAnswer(scene.draft, step.id, { kind: "text", text, messageIds: [messageId] });
  return looksPersonal(text) ? ask(draft, words(SENTENCES.personal, scene.language)) : ask(draft);
}
