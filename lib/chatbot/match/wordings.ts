import { subjectsOf } from "../frame";
import { reworded } from "./general";
import { plainer } from "./modifiers";
import { foldLoosely } from "./spelling";

/**
 * One way to put what was asked. `trust` 0 to 1: how sure it is that it means the same. `isGeneral`: by a general
 * synonym. `isMeasured`: typos are looked for.
 */
export type Wording = {
  folded: string;
  loose: string;
  trust: number;
  isGeneral: boolean;
  isMeasured: boolean;
};

const MOST = 24;
/** What is longer is no name of a thing. */
const LONGEST_THING = 40;
const PLAINER = 0.97;

/** All ways to put a question, the most trusted first; none for one without letters. `asked`: without its frame. */
export function wordingsOf({ whole, asked }: { whole: string; asked: string }): Wording[] {
  const found = new Map<string, Wording>();
  const add = (folded: string, trust: number, isGeneral: boolean, isMeasured: boolean) => {
    if (folded === "" || (found.get(folded)?.trust ?? 0) >= trust) return;
    found.set(folded, { folded, loose: foldLoosely(folded), trust, isGeneral, isMeasured });
  };
  if (whole === "") return [];
  add(whole, 1, false, whole === asked);
  add(asked, 1, false, true);
  for (const subject of subjectsOf(whole)) add(subject, 1, false, false);
  for (const plain of plainer(asked)) add(plain, PLAINER, false, false);
  for (const { folded, trust } of [...found.values()]) {
    // The sentence around it was no other name of the thing.
    if (folded.length > LONGEST_THING || (folded === whole && whole !== asked)) continue;
    for (const other of reworded(folded)) add(other.words, trust * other.trust, true, false);
  }
  return [...found.values()].sort((a, b) => b.trust - a.trust).slice(0, MOST);
}
