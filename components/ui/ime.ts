import type { KeyboardEvent } from "react";

/**
 * Is a Japanese input method composing? Enter then confirms the conversion and must not submit. Safari reports the
 * closing Enter with keyCode 229 after the composition has ended, so both are asked.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;

/** Stops the Enter of a composition before a form or a list takes it as its own. */
export function holdCompositionEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && isComposing(event)) event.stopPropagation();
}
