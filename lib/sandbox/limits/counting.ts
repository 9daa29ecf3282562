const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** What LINE counts for most texts. */
export const utf16Length = (text: string): number => text.length;

/** Letters that never join with their neighbours: ASCII, kana and ideographs without combining marks, full-width forms. */
const APART = /^[ -~\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;

/** What LINE counts for labels, postback and message action texts, template titles and texts, rich menu names. */
export function graphemeLength(text: string): number {
  // Telling clusters apart takes a hundred times longer.
  if (APART.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
