"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";

type Suggestion = { original: string | null; suggest: (number: string) => void; take: () => void };

const SuggestionContext = createContext<Suggestion>({ original: null, suggest: () => {}, take: () => {} });
export const useSuggestion = () => use(SuggestionContext);

export const DESK_ID = "desk";

/** Carries 「これの重複にする」 from the list of nearby reports to the form. */
export function SuggestionProvider({ children }: { children: ReactNode }) {
  const [original, setOriginal] = useState<string | null>(null);
  const suggest = useCallback((number: string) => {
    setOriginal(number);
    const desk = document.getElementById(DESK_ID);
    desk?.scrollIntoView({ block: "start" });
    desk?.focus({ preventScroll: true });
  }, []);
  const take = useCallback(() => setOriginal(null), []);
  const value = useMemo(() => ({ original, suggest, take }), [original, suggest, take]);
  return <SuggestionContext value={value}>{children}</SuggestionContext>;
}
