import { cleanText } from "@/lib/core/text";
import { withoutFrame } from "./frame";

/** A question longer than this is judged by its beginning. UTF-16 units, so that it also fits a database key. */
const LONGEST = 200;

const KATAKANA = /[ァ-ヶヽヾ]/g;
const LONG_MARK = /(?<=[ぁ-ゖー])[-‐‑‒–—―−─━~〜ー]+/gu;
/** Marks, spaces, pictures and whatever cannot be seen; the long mark and 々 are letters. */
const NO_LETTER = /[\p{P}\p{S}\p{Z}\p{C}]/gu;
const KANJI_DIGITS = "〇一二三四五六七八九";
const VU: Record<string, string> = { ゔぁ: "ば", ゔぃ: "び", ゔぇ: "べ", ゔぉ: "ぼ", ゔ: "ぶ" };

/** Without a half of a surrogate pair at the end. */
const cut = (text: string): string =>
  text.length <= LONGEST ? text : text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "");

const toHiragana = (text: string): string =>
  text.replace(KATAKANA, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

/**
 * Words as the matcher compares them: ﾍﾟｯﾄ, ペット and ぺっと are the same, so are 単3 and 単三, ヴ and ブ. Neither case,
 * width, spaces nor punctuation are left. May be empty.
 */
export const foldWords = (text: string): string =>
  toHiragana(
    cleanText(text)
      // Voiced marks that stand alone, as some keyboards leave them, join the kana before them.
      .replace(/[\u309B\uFF9E]/g, "\u3099")
      .replace(/[\u309C\uFF9F]/g, "\u309A")
      .normalize("NFKC")
      .toLowerCase(),
  )
    .replace(/ゔ[ぁぃぇぉ]?/g, (c) => VU[c] ?? c)
    .replace(LONG_MARK, "ー")
    .replace(NO_LETTER, "")
    .replace(/[〇一二三四五六七八九]/g, (c) => String(KANJI_DIGITS.indexOf(c)));

/**
 * What the likeness of two questions is judged by, and what one that found nothing is kept under: the folded words
 * without the sentence around them (「スマホの捨て方」 and 「ｽﾏﾎは何ごみ？」 are the same). Empty only for an empty text.
 */
export function foldQuestion(text: string): string {
  const folded = foldWords(cut(cleanText(text)));
  return cut(withoutFrame(folded) || folded || cleanText(text).normalize("NFKC"));
}
