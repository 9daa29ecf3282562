/** Questions that one decision settles: those of a group that somebody looks at. */
export const MOST_MISSES = 50;
/** Longer reasons belong in a document. */
export const REASON_MAX = 200;
