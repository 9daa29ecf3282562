const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** What LINE counts for most texts. */
export const utf16Length = (text: string): number => text.length;

/** What LINE counts for labels, postback and message action texts, template titles and texts, rich menu names. */
export function graphemeLength(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
