/** A list of radio buttons is marked as a whole, a select on what is round its button. */
const WRONG =
  '[aria-invalid="true"]:not([role="radiogroup"]), [role="radiogroup"][aria-invalid="true"] input, [data-invalid] button';

/** The first field that has to be put right gets the focus, once it is marked. */
export const focusFirstWrong = (within: HTMLElement | null): void => {
  requestAnimationFrame(() => within?.querySelector<HTMLElement>(WRONG)?.focus());
};
