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
 * group whose first question is like it, so the most asked come first.
 */
export function groupByLikeness<T extends { folded: string }>(questions: readonly T[]): T[][] {
  const groups: [T, ...T[]][] = [];
  for (const question of questions) {
    const group = groups.find(([first]) => likeness(first.folded, question.folded) >= ALIKE);
    if (group) group.push(question);
    else groups.push([question]);
  }
  return groups;
}
