import { foldQuestion, foldWords } from "../fold";
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

/** All ways to put a text, the most trusted first; none for a text without letters. */
export function wordingsOf(text: string): Wording[] {
  const whole = foldWords(text).slice(0, 200);
  const asked = foldQuestion(text);
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
  for (const base of [...found.values()])
    if (base.folded.length <= LONGEST_THING)
      for (const { words, trust } of reworded(base.folded)) add(words, base.trust * trust, true, false);
  return [...found.values()].sort((a, b) => b.trust - a.trust).slice(0, MOST);
}
