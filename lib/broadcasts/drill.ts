import type { Block } from "./block";

/** What stands at the head of everything a drill says. */
export const DRILL_MARK = "【訓練】";

/** The same words as a drill says them; never marked twice. */
export const drillHead = (text: string): string =>
  text.startsWith(DRILL_MARK) ? text : `${DRILL_MARK}${text}`;

/** Pictures have no words that could carry the mark: it goes before them as a message of its own. */
export const isMarkApart = (blocks: readonly Block[]): boolean =>
  blocks.length > 0 && blocks.every((one) => one.kind === "image" || one.kind === "imagemap");
