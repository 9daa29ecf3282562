import { cleanText } from "./text";

/** What stands in the place of what was taken out. No letter, so that it plays no part in any comparison. */
export const MASK = "●●●";

/** Cannot be seen, and would hide a number from a pattern. U+200D stays: it holds emoji together. */
const UNSEEN = /[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]/g;
const NUMERAL = "[0-9〇一二三四五六七八九十百]{1,6}";
/** What makes two numbers with a stroke between them a quantity or a time, not a plot of land. */
const QUANTITY = "[歳才か月ヶヵ年日時分秒週枚個本袋円%人名回台階度号線倍番袋cmkgl%]";

/**
 * Each takes out what it matches. How far one may reach is bounded: anything may come here.
 */
const PATTERNS: RegExp[] = [
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g,
  // Nine digits and more with strokes between them, and seven and more without: phone, card, My Number, account.
  /\+?\d(?:[ ()ー−‐‑–.-]{0,2}\d){8,30}/g,
  /\d{7,40}/g,
  /(?<![\d-])\d{2,4}-\d{4}(?![\d-])/g,
  // What follows 丁目; the 丁目 alone only names a neighbourhood, as questions about collection days do.
  new RegExp(
    `(?<=丁目)[ のー−-]?${NUMERAL}(?:番地?|[のー−-])?(?:[ のー−-]?${NUMERAL})?(?:号室?|番地?)?(?![月日年時分])`,
    "g",
  ),
  new RegExp(`${NUMERAL}番地(?:の?${NUMERAL})?(?:号室?)?`, "g"),
  new RegExp(`${NUMERAL}番(?:の)?${NUMERAL}号?`, "g"),
  new RegExp(`${NUMERAL}号室`, "g"),
  /(?<=[\p{sc=Han}\p{sc=Katakana}ー々])\d{1,4}[ー−‐-]\d{1,4}[ー−‐-]\d{1,4}(?:[ー−‐-]\d{1,4})?/gu,
  new RegExp(
    `(?<=[\\p{sc=Han}\\p{sc=Katakana}々])\\d{1,4}[ー−‐-]\\d{1,4}(?![\\dー−‐-])(?!\\s?${QUANTITY})`,
    "gu",
  ),
  // Names, where the words around say that one comes.
  /(?<=(?:私|わたし|わたくし|僕)は ?)[^、。,.!?\n]{1,20}?(?=と(?:申|もう)し|と(?:言|い)います)/gu,
  /(?<=(?:名前|氏名|なまえ)(?:は|:) ?)[^、。,.!?\n]{1,20}?(?=です|でございます|と(?:申|もう)し|と(?:言|い)います|$)/gmu,
  /[^、。,.!?\n●]{1,20}(?=と(?:申|もう)します)/gu,
  /(?<=(?:my name is|i am called) )\p{L}[\p{L}'-]{0,30}(?: \p{Lu}[\p{L}'-]{0,30})?/giu,
  /(?<=我(?:的名字)?叫 ?)\p{sc=Han}{2,4}/gu,
  /(?<=(?:제|내) ?이름은 ?)\p{sc=Hangul}{2,5}?(?=입니다|이에요|예요|이고|$)/gmu,
];

/**
 * A resident's words without phone numbers, mail addresses, long numbers, house numbers and the names they give
 * themselves, in NFKC. What it cannot tell (a name in the middle of a sentence) stays.
 */
export function maskPersonal(text: string): string {
  // Cleaned last: of some signs NFKC makes a space.
  const plain = cleanText(text.replace(UNSEEN, "").normalize("NFKC"));
  return PATTERNS.reduce((rest, pattern) => rest.replace(pattern, MASK), plain);
}
