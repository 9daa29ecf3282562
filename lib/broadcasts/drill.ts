/** What stands at the head of everything a drill says. */
export const DRILL_MARK = "【訓練】";

/** The same words as a drill says them; never marked twice. */
export const drillHead = (text: string): string =>
  text.startsWith(DRILL_MARK) ? text : `${DRILL_MARK}${text}`;
