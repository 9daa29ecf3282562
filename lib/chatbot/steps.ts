/** A long computation in short steps, so that whoever runs it can let others have their turn between two of them. */
export type Steps<T> = Generator<undefined, T>;

/** To the end without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Entries to take in before a pause: some milliseconds. */
export const STEP = 50;
