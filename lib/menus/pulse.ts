import type { JobRow, MenuPulse } from "./view";
import { isOpen } from "./view";

type State = { mode: string; seenAt: Date | null; seenError: string | null } | null;

/** What an open page compares, to know that it would look different now. */
export function pulseOf(
  state: State,
  jobs: readonly Pick<JobRow, "id" | "state" | "step" | "shownAt">[],
): MenuPulse {
  const newest = jobs[0];
  const mark = [
    state?.mode,
    state?.seenAt?.getTime(),
    state?.seenError,
    newest?.id,
    newest?.state,
    newest?.step,
    newest?.shownAt?.getTime(),
  ].join("/");
  return { mark, busy: newest !== undefined && isOpen(newest) };
}
