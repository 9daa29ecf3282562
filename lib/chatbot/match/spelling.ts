import { foldWords } from "../fold";
import { SPELLING } from "./words/spelling";

const written = new Map<string, string>();
for (const line of SPELLING) {
  const [from = "", to = ""] = line.split(">");
  for (const word of from.trim().split(/\s+/)) written.set(foldWords(word), foldWords(to));
}
const longest = Math.max(...[...written.keys()].map((word) => word.length));
const firsts = new Set([...written.keys()].map((word) => word.charAt(0)));

/** Folded words in one spelling: 「ジャムの瓶」 as 「ジャムのびん」. Longer parts are looked for first. */
function foldSpelling(folded: string): string {
  let text = "";
  for (let at = 0; at < folded.length; ) {
    let taken = 1;
    let as = folded.charAt(at);
    if (firsts.has(as))
      for (let length = Math.min(longest, folded.length - at); length > 0; length -= 1) {
        const found = written.get(folded.slice(at, at + length));
        if (found === undefined) continue;
        [taken, as] = [length, found];
        break;
      }
    text += as;
    at += taken;
  }
  return text;
}

const SMALL = "ぁぃぅぇぉっゃゅょゎ";
const BIG = "あいうえおつやゆよわ";
const SOUNDS_ALIKE: Record<string, string> = { を: "お", ぢ: "じ", づ: "ず" };

/** Of folded words: in one spelling, without long marks, big for small kana, one kana a sound. What a typo is measured on. */
export const foldLoosely = (folded: string): string =>
  foldSpelling(folded)
    .replaceAll("ー", "")
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (c) => BIG.charAt(SMALL.indexOf(c)))
    .replace(/[をぢづ]/g, (c) => SOUNDS_ALIKE[c] ?? c) || folded;
