"use client";
import { createContext, type ReactNode, use } from "react";
import type { TalkAction } from "./action";
import styles from "./talk.module.css";

export type TalkTheme = "light" | "dark";
export type TextSize = "normal" | "large" | "extra";

/** How a talk is drawn. Without `onAction` everything is a picture: buttons are drawn but cannot be pressed. */
export type Look = {
  theme: TalkTheme;
  textSize: TextSize;
  onAction?: (action: TalkAction) => void;
  /** A web link was opened; the browser follows it by itself. */
  onOpen?: (uri: string) => void;
  /** Where the browser may load a picture that a message names; null: it is not shown. */
  imageSource: (url: string) => string | null;
  /** Where a web link leads; a demo sends the city's public host to this machine. */
  webAddress: (href: string) => string;
};

/** Only https, as LINE itself; the page's own policy decides which hosts. */
const httpsOnly = (url: string) => (/^https:\/\//i.test(url) ? url : null);

const LookContext = createContext<Look>({
  theme: "light",
  textSize: "normal",
  imageSource: httpsOnly,
  webAddress: (href) => href,
});
export const useLook = () => use(LookContext);

/** Sets colours and letter size for the bubbles inside; what is not given stays as outside. */
export function TalkLook({
  children,
  className,
  ...given
}: Partial<Look> & { children: ReactNode; className?: string }) {
  const outer = useLook();
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const look: Look = { ...outer, ...set };
  return (
    <LookContext value={look}>
      <div className={[styles.look, className].join(" ")} data-theme={look.theme} data-text={look.textSize}>
        {children}
      </div>
    </LookContext>
  );
}
