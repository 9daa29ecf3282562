/** Typed words as the patterns here read them: width, case and katakana make no difference. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[。!]/g, "")
    // 2、3日前 are two numbers; only at an end the comma says nothing.
    .replace(/、/g, ",")
    .replace(/^[, ]+|[, ]+$/g, "");

const DIGITS = "〇一二三四五六七八九";
const UNITS = "時(?!的)|分|日|週|月(?!曜)|年|[ゖかゕけヶ箇]月";

/** 二十三 as 23; 二三 without a ten are two numbers, as in 二三日前. */
function kanjiNumber(kanji: string): string {
  const ten = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(kanji);
  if (ten)
    return String((DIGITS.indexOf(ten[1] || "一") || 1) * 10 + Math.max(0, DIGITS.indexOf(ten[2] || "〇")));
  return [...kanji].map((one) => (one === "十" ? "10" : String(DIGITS.indexOf(one)))).join(",");
}

const KANJI = new RegExp(
  `[〇一二三四五六七八九十]+(?=(?:[,~・-]|から|か)?[〇一二三四五六七八九十]* ?(?:${UNITS}))`,
  "g",
);

/** What other languages, hiragana and looser writing say, in the words that the patterns are made of. */
const SAME: [RegExp, string][] = [
  [/[〜∼]/g, "~"],
  [/[‐‑–—−]|(?<=\d)ー(?=\d)/g, "-"],
  [/[’‘]/g, "'"],
  [/ ?([:~]) ?/g, "$1"],
  [/(?<=\d) ?([/-]) ?(?=\d)/g, "$1"],
  [/(?<=\d) (?=[年月日時分週])/g, ""],
  [/(?<![a-z])half an hour ago/g, "30分前"],
  [/(?<![a-z])an? (?=(?:hour|week|day|minute)s? ago)/g, "1 "],
  [/(\d) ?(?:minutes?|mins?) ago/g, "$1分前"],
  [/(\d) ?(?:hours?|hrs?|h) ago/g, "$1時間前"],
  [/(\d) ?days? ago/g, "$1日前"],
  [/(\d) ?weeks? ago/g, "$1週間前"],
  ...["ふつか", "みっか", "よっか", "いつか", "むいか", "なのか", "ようか", "ここのか", "とおか"].map(
    (word, i): [RegExp, string] => [new RegExp(`${word} ?(?:まえ|前)`, "g"), `${i + 2}日前`],
  ),
  [/(\d) ?か(?=まえ)/g, "$1日"],
  [/(\d) ?[个個]?(?:小时|小時|시간|じかん)/g, "$1時間"],
  [/(\d) ?(?:分钟|分鐘|분|ふん|ぷん)/g, "$1分"],
  [/(\d) ?(?:天(?=前)|일)/g, "$1日"],
  [/(\d) ?(?:周(?=前)|주일?)/g, "$1週"],
  [/(\d) ?월/g, "$1月"],
  [/(\d) ?(?:[点點]|시|じ)/g, "$1時"],
  [/時間 ?반/g, "時間半"],
  [/零時/g, "0時"],
  [/(?:丸|まる)?1日(?:中|じゅう)/g, ""],
  [/時 ?(?:반|はん)/g, "時半"],
  [/(?<=[分間日週] ?)(?:まえ|전)/g, "前"],
  [/(?<=[分間日週]) (?=前)/g, ""],
  [/(?:今日|本日|今|いま)から ?(?=約|だいたい|およそ|\d)/g, ""],
  // So that the word after them is seen to begin.
  [/(おととい|おとつい|きのう|きょう)(?=[ぁ-ん])/g, "$1 "],
];

export function unified(words: string): string {
  const counted = words.replace(KANJI, kanjiNumber);
  return SAME.reduce((text, [pattern, word]) => text.replace(pattern, word), counted);
}

/** Reads with the rules in turn. Each takes out what it understood, so that nothing is read twice; `rest` is the rest. */
export type Rule<T> = [pattern: RegExp, read: (groups: (string | undefined)[]) => T];
export function take<T>(words: string, rules: Rule<T>[]): { found: T[]; rest: string } {
  const found: T[] = [];
  const rest = rules.reduce(
    (text, [pattern, read]) =>
      text.replace(pattern, (...groups) => {
        found.push(read(groups));
        return "_";
      }),
    words,
  );
  return { found, rest };
}
