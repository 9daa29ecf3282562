/**
 * What staff have to know of a row. `unusable`: it is not taken. `merged`: it says what another row says. `look`: taken,
 * but perhaps not as meant. `line` counts from 1 in the file; null: the file as a whole.
 */
export type Problem = {
  file: string;
  line: number | null;
  level: "unusable" | "merged" | "look";
  text: string;
};

/** Rows reconcile: `rows = kept + merged + unusable`. */
export type Tally = { rows: number; kept: number; merged: number; unusable: number };
