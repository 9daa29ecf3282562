import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False until the page's scripts run: what is typed into a field before that would be lost, so a form in which much is
 * written stays `inert` for this moment.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
