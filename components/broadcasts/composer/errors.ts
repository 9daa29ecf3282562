import type { Spoken } from "@/db/enums";
import type { Problem, ProblemCode } from "@/lib/broadcasts/check";
import { problemWords } from "../labels";

/** What one meets while simply not being done yet; said only when approval is asked for. */
const LATER: readonly ProblemCode[] = ["empty", "alt-missing", "media-missing", "too-few"];

export type ErrorOf = (field: string) => string | undefined;

/** The words for a field of one block: what is wrong already at once, what is merely missing when asked for. */
export const errorsOf =
  (problems: readonly Problem[], at: { spoken: Spoken; block: number }, asked: boolean): ErrorOf =>
  (field) => {
    const found = problems.find(
      (p) =>
        p.spoken === at.spoken &&
        p.block === at.block &&
        p.field === field &&
        (asked || !LATER.includes(p.code)),
    );
    return found && problemWords(found);
  };
