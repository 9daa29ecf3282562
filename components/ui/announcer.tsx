"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

const AnnouncerContext = createContext<(text: string) => void>(() => {});

/** Says to those who hear the page what others see happen: where a moved row now stands. Nothing is shown. */
export const useAnnounce = () => useContext(AnnouncerContext);

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ id: 0, text: "" });
  const say = useCallback((text: string) => setSaid((now) => ({ id: now.id + 1, text })), []);
  return (
    <AnnouncerContext value={say}>
      {children}
      {/* The mark keeps it heard while a dialog hides the rest of the page. */}
      <div role="status" data-live-announcer="true" className="sr-only">
        {/* A new element each time, so that the same words are read twice. */}
        <span key={said.id}>{said.text}</span>
      </div>
    </AnnouncerContext>
  );
}
