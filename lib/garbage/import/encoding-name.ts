/** Encodings that a file may have, in the order in which staff choose among them. */
export const ENCODINGS = ["utf-8", "cp932", "euc-jp", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];
