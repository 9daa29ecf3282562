import { checkWait, LATE_MS } from "../state";

/** In `paused_reason`: it stood still for longer than a due one may be late, and does not go on by itself. */
export const STALLED = "stalled";

type Standing = Parameters<typeof checkWait>[0] & {
  pausedReason: string | null;
  /** When it last got on, or was let go. */
  progressAt: Date | null;
};

/**
 * May what stands still go on? A short stop asks nothing; after a long one it is asked what is asked of anything that
 * waited. Once stalled, an answer about what was in doubt is no sign that it gets on.
 */
export function checkResume(
  standing: Standing,
  given: { isNight: boolean; now: Date },
): ReturnType<typeof checkWait> {
  const { progressAt, pausedReason } = standing;
  const isShort = progressAt !== null && given.now.getTime() - progressAt.getTime() < LATE_MS;
  return isShort && pausedReason !== STALLED ? null : checkWait(standing, given);
}
