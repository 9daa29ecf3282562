/** Said on the delivery channel when calls that have not begun should not be made. */
export const HALT = "halt";

/** `*`: words may have been missed, and the one to stop may have been among them. */
export const saysHalt = (lines: readonly string[]): boolean =>
  lines.some((line) => line === HALT || line === "*");
