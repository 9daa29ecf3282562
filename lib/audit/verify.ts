import { type ChainEntry, type Link, linkHash, type Seal } from "./chain";

/** A head of the chain as it was written down outside the database. `chain` is the hash of seal 1. */
export type Anchor = Link & { chain: string };

export type BreachReason =
  | "missing-seal"
  | "broken-link"
  | "missing-entry"
  | "changed-entry"
  | "rewritten"
  | "truncated"
  | "other-chain";
/** The first row where the chain does not hold. `entryId` null: the row itself is gone. */
export type Breach = { reason: BreachReason; seq: number; entryId: number | null };

/** Is this seal the right one after `previous`? `entry` null: the sealed entry is not there any more. */
export function checkSeal(previous: Link, seal: Seal, entry: ChainEntry | null): Breach | null {
  const breach = (reason: BreachReason, seq = seal.seq): Breach => ({ reason, seq, entryId: seal.entryId });
  if (seal.seq !== previous.seq + 1) return { reason: "missing-seal", seq: previous.seq + 1, entryId: null };
  if (!entry) return breach("missing-entry");
  if (seal.previousHash !== previous.hash) return breach("broken-link");
  if (linkHash(previous.hash, seal.seq, entry) !== seal.hash) return breach("changed-entry");
  return null;
}

/** Heads written down outside, against the chain inside. `foreign` ones belong to another chain. */
export type AnchorBook = { bySeq: Map<number, string>; last: number; foreign: number };

export function bookOf(anchors: readonly Anchor[], firstHash: string | null): AnchorBook {
  const own = anchors.filter((a) => a.chain === firstHash);
  return {
    bySeq: new Map(own.map((a) => [a.seq, a.hash])),
    last: own.reduce((most, a) => Math.max(most, a.seq), 0),
    foreign: anchors.length - own.length,
  };
}

/** A whole chain that was computed anew is consistent in itself: only the outside knows better. */
export function checkAnchor(book: AnchorBook, seal: Seal): Breach | null {
  const known = book.bySeq.get(seal.seq);
  return known === undefined || known === seal.hash
    ? null
    : { reason: "rewritten", seq: seal.seq, entryId: seal.entryId };
}

/** The chain ends before a head that was written down outside: its tail was cut off. */
export const checkEnd = (book: AnchorBook, head: Link): Breach | null =>
  book.last > head.seq ? { reason: "truncated", seq: head.seq + 1, entryId: null } : null;

/**
 * Heads of a chain that is not here: the whole trail was written anew, or the database was made anew and the old file
 * of heads left in its place. Only a person can tell the two apart.
 */
export const checkOthers = (book: AnchorBook): Breach | null =>
  book.foreign > 0 ? { reason: "other-chain", seq: 1, entryId: null } : null;

export type Verdict = {
  breach: Breach | null;
  /** Seals that were found in order. */
  sealed: number;
  /** Committed entries without a seal, and the oldest of them. */
  unsealed: number;
  oldestUnsealedAt: Date | null;
  head: Link;
  /** Heads written down outside: of this chain, and of others. Zero own ones: a cut tail would not be noticed. */
  anchors: { own: number; foreign: number };
};
