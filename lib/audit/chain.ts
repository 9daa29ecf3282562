import { createHash } from "node:crypto";

/** The hash chain over audit entries. Pure. Each seal's hash covers the entry, its place and the seal before. */

/** An entry as the chain sees it. `at` is UTC with microseconds, as PostgreSQL prints it: nothing is rounded away. */
export type ChainEntry = {
  id: number;
  at: string;
  actorKind: string;
  actorId: number | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  fields: string[];
};
export type Link = { seq: number; hash: string };
export type Seal = Link & { entryId: number; previousHash: string };

/** Before the first seal. */
export const CHAIN_START: Link = { seq: 0, hash: "0".repeat(64) };

export function linkHash(previousHash: string, seq: number, entry: ChainEntry): string {
  const { id, at, actorKind, actorId, action, subjectKind, subjectId, fields } = entry;
  const text = JSON.stringify([
    seq,
    previousHash,
    id,
    at,
    actorKind,
    actorId,
    action,
    subjectKind,
    subjectId,
    fields,
  ]);
  return createHash("sha256").update(text).digest("hex");
}

/** The next seal after `head`. The chain's order is the order of sealing, not of ids: ids can commit out of order. */
export function sealAfter(head: Link, entry: ChainEntry): Seal {
  const seq = head.seq + 1;
  return { seq, entryId: entry.id, previousHash: head.hash, hash: linkHash(head.hash, seq, entry) };
}
