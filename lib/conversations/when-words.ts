export const UNKNOWN =
  /^(わからない|分からない|わかりません|分かりません|不明|覚えていない|おぼえていない|忘れた|いつからか.*|unknown|idk|(i )?don'?t know|not sure|不知道|모름|모르겠어요)$/;
export const NOW = /^(今|いま|たった今|たったいま|ただいま|ただ今|今すぐ|現在|now|现在|現在|지금)$/;

/** Words for a day, as days before today. Longer words stand before those they contain. */
export const DAYS: [RegExp, number][] = [
  [/さきおととい|一昨々日/, 3],
  [/おととい|一昨日|おとつい|前天|그저께/, 2],
  [/昨日|きのう|昨夜|昨晩|ゆうべ|夕べ|昨朝|前日|yesterday|昨天|어제/, 1],
  [/今日|きょう|本日|今朝|けさ|今晩|今夜|今夕|さっき|先ほど|さきほど|today|今天|오늘/, 0],
];

/** Parts of the day: how they turn the hour of a twelve-hour clock. */
export const PARTS: [RegExp, (hour: number) => number][] = [
  [/午前|朝|けさ|未明|明け方|早朝|深夜|真夜中|夜中|\bam\b/, (h) => (h === 12 ? 0 : h)],
  [/夕方|夕|晩|夜|ゆうべ/, (h) => (h >= 4 && h <= 12 ? h + 12 : h)],
  [/午後|\bpm\b/, (h) => (h < 12 ? h + 12 : h)],
  [/昼|ひる/, (h) => (h < 6 ? h + 12 : h)],
];

/** Typed words as the patterns here read them: width, case and katakana make no difference. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[。、!]/g, "")
    .trim();
