/**
 * A resident's words as we keep them: NUL and lone surrogates cannot be stored as text in PostgreSQL, other control
 * characters do nothing but harm on a screen. Line breaks stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Cc}/gu, (c) => (c === "\n" || c === "\t" ? c : ""))
    .trim();
}

/** What searching compares: NFKC, lower case, single spaces. */
export const searchKey = (text: string): string =>
  cleanText(text).normalize("NFKC").toLowerCase().replace(/\s+/g, " ");

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Length in grapheme clusters: LINE's unit for labels and template texts. */
export const graphemes = (text: string): number => [...segmenter.segment(text)].length;

/** The first `max` grapheme clusters, with … when something was cut. Never splits a surrogate pair. */
export function cutGraphemes(text: string, max: number): string {
  const parts: string[] = [];
  // Stops at the first one too many: telling clusters apart takes far longer than reading on would be worth.
  for (const { segment } of segmenter.segment(text)) {
    if (parts.length >= max) return `${parts.slice(0, Math.max(0, max - 1)).join("")}…`;
    parts.push(segment);
  }
  return text;
}

/** The longest start of `text` of at most `max` UTF-16 units that does not split a grapheme: LINE's unit for texts. */
export function cutUnits(text: string, max: number): string {
  if (text.length <= max) return text;
  let out = "";
  for (const { segment } of segmenter.segment(text)) {
    if (out.length + segment.length > max - 1) break;
    out += segment;
  }
  return `${out}…`;
}

/** Without these characters at its end. A regular expression for it looks again from each of them: quadratic. */
export function withoutTail(text: string, tail: string): string {
  let end = text.length;
  while (end > 0 && tail.includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}
