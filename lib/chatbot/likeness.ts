/** What a long question is about is said by then; the more letters, the longer each comparison. */
const LONGEST = 60;

type Pieces = { counts: Map<string, number>; size: number };

/** Pieces of two letters, with how often they come; a single letter, and an empty text, is its own piece. */
function piecesOf(folded: string): Pieces {
  const letters = [...folded].slice(0, LONGEST);
  const pieces =
    letters.length < 2 ? [letters.join("")] : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return { counts, size: pieces.length };
}

const shareOf = (shared: number, sizeA: number, sizeB: number): number => (2 * shared) / (sizeA + sizeB);

/** How much two folded questions (`foldQuestion`) have in common, 0 to 1 (1: all their pieces). */
export function likeness(a: string, b: string): number {
  const [ofA, ofB] = [piecesOf(a), piecesOf(b)];
  let shared = 0;
  for (const [piece, n] of ofA.counts) shared += Math.min(n, ofB.counts.get(piece) ?? 0);
  return shareOf(shared, ofA.size, ofB.size);
}

const ALIKE = 0.6;

/**
 * Questions that are alike, together; `folded` of each is `foldQuestion`'s. The order decides: each joins the first
 * group whose first question is like it, so the most asked come first. A question is not compared with one group after
 * the other: each of its pieces tells which groups have it, and what they share is summed up.
 */
export function groupByLikeness<T extends { folded: string }>(questions: readonly T[]): T[][] {
  const groups: { members: T[]; size: number }[] = [];
  const byPiece = new Map<string, { at: number; n: number }[]>();
  for (const question of questions) {
    const { counts, size } = piecesOf(question.folded);
    const shared = groups.map(() => 0);
    for (const [piece, n] of counts)
      for (const has of byPiece.get(piece) ?? []) shared[has.at] = (shared[has.at] ?? 0) + Math.min(n, has.n);
    const group = groups.find((one, at) => shareOf(shared[at] ?? 0, one.size, size) >= ALIKE);
    if (group) {
      group.members.push(question);
      continue;
    }
    for (const [piece, n] of counts) {
      const having = byPiece.get(piece);
      if (having) having.push({ at: groups.length, n });
      else byPiece.set(piece, [{ at: groups.length, n }]);
    }
    groups.push({ members: [question], size });
  }
  return groups.map((one) => one.members);
}
