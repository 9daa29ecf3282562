import { cleanText } from "./text";

/** What stands in the place of what was taken out. No letter, so that it plays no part in any comparison. */
export const MASK = "●●●";

/** Cannot be seen, and would hide a number from a pattern. U+200D stays: it holds emoji together. */
const UNSEEN = /[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]/g;
const NUMERAL = "[0-9〇一二三四五六七八九十百]{1,6}";
/** What makes two numbers with a stroke between them a quantity or a time, not a plot of land. */
const QUANTITY = "[歳才か月ヶヵ年日時分秒週枚個本袋円%人名回台階度号線倍番袋cmkgl%]";
/** Whatever people take for a stroke. */
const STROKE = "[ー−‐‑–—―─-]";
/** What may stand within one number. Not ×: that makes a size; nor the mask: what is taken out stays as it is. */
const GAP = String.raw`(?:(?![●×])[\s\p{P}\p{S}ー]){0,4}`;
const KANJI_DIGIT = "[〇零一二三四五六七八九]";
const LETTER = String.raw`[\p{L}\p{M}\p{N}_-]`;
const AT = "(?:@|アットマーク|[(<[] ?(?:at|アット(?:マーク)?) ?[)>\\]])";
/** A last label in Latin letters ends there: 「に送って」 may follow without a space. */
const DOMAIN = String.raw`(?:${LETTER}{1,63}\.){1,6}(?:[\w-]{2,63}|${LETTER}{1,63})`;
const YEAR = String.raw`(?:19|20)\d\d`;
const TWO_YEARS = String.raw`${YEAR}\D{1,4}${YEAR}(?!\d)`;
const MONTH = "(?:1[0-2]|0?[1-9])";
const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const YMD = `${YEAR}[-/.]${MONTH}[-/.]${DAY}`;
const CLOCK = String.raw`(?:2[0-4]|[01]?\d):[0-5]\d`;
const BEFORE_PLACE = String.raw`(?<=[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー々]\s{0,2})`;
const NAME = String.raw`(?:[\p{sc=Han}々]{2,8}(?: [\p{sc=Han}々]{1,4})?|[\p{sc=Katakana}ー]{2,12}(?:[ ・][\p{sc=Katakana}ー]{2,12})?|\p{sc=Hiragana}{2,10})`;

/** Dates and times one after the other, perhaps with a short number behind them: many digits, and nobody's. */
const CALENDAR = new RegExp(
  String.raw`^(?:(?:${YMD}|${MONTH}/${DAY}|${CLOCK})(?!\d)${GAP}){1,16}\d{0,3}$`,
  "u",
);

/**
 * Each takes out what it matches. How far one may reach is bounded: anything may come here.
 */
const PATTERNS: RegExp[] = [
  new RegExp(String.raw`(?:[\w.+-]{1,64}|[^\x00-\x7f\s\p{P}\p{S}]{1,20}) {0,3}${AT} {0,3}${DOMAIN}`, "giu"),
  // Nine digits and more with anything between them, and seven and more without: phone, card, My Number, account.
  new RegExp(String.raw`\+?\d(?:${GAP}\d){8,30}`, "gu"),
  new RegExp(`${KANJI_DIGIT}(?:${GAP}${KANJI_DIGIT}){8,30}`, "gu"),
  /\d{7,40}/g,
  // A local number or a postal code, but not 2025-2026.
  new RegExp(
    String.raw`(?<![\d-])(?!${TWO_YEARS})(?:\d{2,4} {0,2}${STROKE} {0,2}\d{4}|\d{3,4}[ /・_]{1,3}\d{4})(?![\d-]| ?[年円])`,
    "g",
  ),
  // What follows 丁目; the 丁目 alone only names a neighbourhood, as questions about collection days do.
  new RegExp(
    `(?<=丁目)(?:[ の]|${STROKE})?${NUMERAL}(?:番地?|の|${STROKE})?(?:(?:[ の]|${STROKE})?${NUMERAL})?(?:号室?|番地?)?(?![月日年時分])`,
    "g",
  ),
  new RegExp(`${NUMERAL}番地(?:の?${NUMERAL})?(?:号室?)?`, "g"),
  new RegExp(`${NUMERAL}番(?:の)?${NUMERAL}号?`, "g"),
  new RegExp(`${NUMERAL}号室`, "g"),
  // Three or four numbers after a word are a plot of land, unless they are a date.
  new RegExp(
    String.raw`${BEFORE_PLACE}(?!${YMD}(?!\d))\d{1,4}(?: ?(?:の|${STROKE}) ?\d{1,4}){2,3}(?!\d)`,
    "gu",
  ),
  new RegExp(
    String.raw`(?<=[\p{sc=Han}々] ?|\p{sc=Katakana})\d{1,4}${STROKE}\d{1,4}(?!\d|${STROKE})(?!\s?${QUANTITY})`,
    "gu",
  ),
  // In Latin letters the numbers may come first: 1-2-3 Sakuramachi, Room 203.
  new RegExp(
    String.raw`(?<![\d-])(?!${YMD}(?!\d))\d{1,4}(?:-\d{1,4}){2,3}(?=,? ?\p{Lu}\p{Ll})|(?<=\p{Ll},? )(?!${YMD}(?!\d))\d{1,4}(?:-\d{1,4}){2,3}(?![\d-])`,
    "gu",
  ),
  /(?<![\d-])\d{1,4}-\d{1,4}(?=,? ?\p{Lu}\p{L}{0,20}(?:machi|cho|chome|hon|ku|shi)\b)|(?<=(?:machi|cho|chome|hon),? )\d{1,4}-\d{1,4}(?![\d-])/gu,
  /(?<=\b(?:room|apt\.?) ?#? ?)\d{2,4}(?!\d)/giu,
  // Names, where the words around say that one comes.
  /(?<=(?:私|わたし|わたくし|僕)は ?)[^、。,.!?\n]{1,20}?(?=と(?:申|もう)し|と(?:言|い)います)/gu,
  /(?<=(?:名前|氏名|なまえ)(?:は|:) ?)[^、。,.!?\n]{1,20}?(?=です|でございます|と(?:申|もう)し|と(?:言|い)います|$)/gmu,
  /[^、。,.!?\n●]{1,20}(?=と(?:申|もう)します)/gu,
  // 何といいますか asks for a word; only what begins a sentence and could be a name is one.
  new RegExp(
    String.raw`(?<=^|[、。,.!? ]|まして|ちは|んは|です|ます)${NAME}(?<!なん|何)(?=と(?:言|い)います(?:$|[。.!?、,\s]|が))`,
    "gmu",
  ),
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
  return PATTERNS.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => (CALENDAR.test(found) ? found : MASK)),
    plain,
  );
}
