/** Pieces of two letters; a single letter is its own piece. */
const pieces = (folded: string): string[] => {
  const letters = [...folded];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};

/** How much two folded questions (`foldQuestion`) have in common, 0 to 1 (1: all their pieces). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const ofA = pieces(a);
  const left = new Map<string, number>();
  for (const piece of ofA) left.set(piece, (left.get(piece) ?? 0) + 1);
  const ofB = pieces(b);
  let shared = 0;
  for (const piece of ofB) {
    const n = left.get(piece) ?? 0;
    if (n > 0) {
      shared += 1;
      left.set(piece, n - 1);
    }
  }
  return ofA.length + ofB.length === 0 ? 0 : (2 * shared) / (ofA.length + ofB.length);
}

const ALIKE = 0.6;

/**
 * Questions that are alike, together; `folded` of each is `foldQuestion`'s. The order decides: each joins the first
 * group whose first question is like it, so the most asked come first. Only groups that share a piece are compared:
 * most of many questions share none.
 */
export function groupByLikeness<T extends { folded: string }>(questions: readonly T[]): T[][] {
  const groups: [T, ...T[]][] = [];
  const byPiece = new Map<string, number[]>();
  for (const question of questions) {
    // The whole text too: an empty one has no pieces.
    const own = new Set([question.folded, ...pieces(question.folded)]);
    const near = new Set([...own].flatMap((piece) => byPiece.get(piece) ?? []));
    const group = [...near]
      .sort((a, b) => a - b)
      .map((at) => groups[at])
      .find((one) => one !== undefined && likeness(one[0].folded, question.folded) >= ALIKE);
    if (group) {
      group.push(question);
      continue;
    }
    for (const piece of own) byPiece.set(piece, [...(byPiece.get(piece) ?? []), groups.length]);
    groups.push([question]);
  }
  return groups;
}
