/** Kana that one slip of the same key gives for each other: the rows of a flick keyboard, voiced ones with them. */
const KEYS = [
  "あいうえおぁぃぅぇぉ",
  "かきくけこがぎぐげご",
  "さしすせそざじずぜぞ",
  "たちつてとだぢづでどっ",
  "なにぬねの",
  "はひふへほばびぶべぼぱぴぷぺぽ",
  "まみむめも",
  "やゆよゃゅょ",
  "らりるれろ",
  "わをんゎー",
];
const bare = (kana: string): string => kana.normalize("NFD").charAt(0);
/** Key and bare kana of each. */
const kana = new Map(
  KEYS.flatMap((key, at) => [...key].map((letter) => [letter, { at, bare: bare(letter) }])),
);

const VOICE = 0.35;
const SAME_KEY = 0.8;
/** Nobody slips from one kanji to another: it is another thing. */
const NO_KANA = 1.6;

function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  const one = kana.get(a);
  const other = kana.get(b);
  if (one === undefined || other === undefined) return NO_KANA;
  if (one.bare === other.bare) return VOICE;
  return one.at === other.at ? SAME_KEY : 1;
}

/**
 * Slips that lead from one word to the other: one left out, put in, changed, or swapped with its neighbour counts 1, a
 * missed voice mark or a neighbour on the same key less. `most` or more is told as Infinity.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return Number.POSITIVE_INFINITY;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const x = a.charAt(i - 1);
      const y = b.charAt(j - 1);
      let cost = Math.min((old[j - 1] ?? 0) + swapCost(x, y), (old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && x === b.charAt(j - 2) && y === a.charAt(i - 2) && x !== y)
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best >= most) return Number.POSITIVE_INFINITY;
    older = old;
    old = row;
  }
  const total = old[b.length] ?? 0;
  return total < most ? total : Number.POSITIVE_INFINITY;
}
