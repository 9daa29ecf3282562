import { cleanText, graphemes } from "@/lib/core/text";
import type { StepOf } from "@/lib/scenarios/schema";
import { SENTENCES, words } from "./messages";
import { ask, type Scene, type Turn, tell } from "./turn";
import { withAnswer } from "./walk";

/** Room for combining marks and emoji: UTF-16 units a grapheme cluster may take on average. */
const UNITS_PER_GRAPHEME = 4;
/** No step asks for more (lib/scenarios/schema.ts). */
const LONGEST_WORDS = 1_000;

/** Looks like a phone number or a mail address: the notice asked not to write them. Staff see them masked. */
const CONTACT = /(?:\+?\d[\s()ー−-]?){9,}\d|[\w.+-]+@[\w-]+\.[\w.-]+/;

const looksPersonal = (text: string): boolean => CONTACT.test(text.normalize("NFKC"));

/** How long words are for a step's `maxLength`: grapheme clusters, more for what is mostly combining marks. */
export function lengthOfWords(typed: string): number {
  const text = cleanText(typed);
  const most = Math.ceil(text.length / UNITS_PER_GRAPHEME);
  // Counting grapheme clusters takes a millisecond per thousand: not for what is too long for any step.
  return most > LONGEST_WORDS ? most : Math.max(graphemes(text), most);
}

/** The resident's own words. */
export function typedWords(scene: Scene, step: StepOf<"text">, typed: string, messageId: string): Turn {
  const text = cleanText(typed);
  if (text === "") return tell(scene, SENTENCES.emptyText);
  if (lengthOfWords(text) > step.maxLength) {
    return tell(scene, SENTENCES.tooLong, { max: step.maxLength });
  }
  const draft = withAnswer(scene.draft, step.id, { kind: "text", text, messageIds: [messageId] });
  return looksPersonal(text) ? ask(draft, words(SENTENCES.personal, scene.language)) : ask(draft);
}
