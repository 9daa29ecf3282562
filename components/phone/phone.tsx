"use client";
import { useMemo } from "react";
import { TalkLook, type TalkTheme, type TextSize } from "@/components/line-preview/look";
import { pictureAddress } from "@/lib/sandbox-client/picture";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { ResidentPicker } from "./resident-picker";
import { StatusBar } from "./status-bar";
import { OWN_PICTURE } from "./talk-rows";
import { TalkScreen } from "./talk-screen";
import type { Town } from "./town";

export type PhoneProps = {
  /** A or B: which of the two phones. */
  slot: string;
  residentId: string | null;
  onChoose: (id: string | null) => void;
  town: Town;
  theme: TalkTheme;
  textSize: TextSize;
};

/** One phone: a frame on wide screens, the whole screen on narrow ones. */
export function Phone({ slot, residentId, onChoose, town, theme, textSize }: PhoneProps) {
  const { publicOrigin, liffLink } = town;
  const look = useMemo(() => {
    const own = ownHost(publicOrigin);
    const webAddress = (href: string) =>
      href === liffLink && residentId ? `/settings?as=${encodeURIComponent(residentId)}` : own(href);
    return { theme, textSize, imageSource, webAddress };
  }, [theme, textSize, publicOrigin, liffLink, residentId]);
  return (
    <section className={styles.device} aria-label={t.phoneName(slot)} data-phone={slot}>
      <TalkLook {...look} className={styles.glass}>
        <StatusBar />
        {residentId ? (
          <TalkScreen key={residentId} residentId={residentId} town={town} onLeave={() => onChoose(null)} />
        ) : (
          <ResidentPicker onChoose={onChoose} />
        )}
        <span className={styles.homeBar} aria-hidden />
      </TalkLook>
    </section>
  );
}

/** Pictures come through our own routes: the browser never asks another host. */
function imageSource(url: string): string | null {
  if (url.startsWith(OWN_PICTURE)) {
    return pictureAddress({ kind: "content", messageId: url.slice(OWN_PICTURE.length) });
  }
  return /^https:\/\//i.test(url) ? pictureAddress({ kind: "media", url }) : null;
}

/** In a demo the public host is this machine: its links open here. */
const ownHost = (publicOrigin: string | null) => (href: string) =>
  publicOrigin && (href === publicOrigin || href.startsWith(`${publicOrigin}/`))
    ? href.slice(publicOrigin.length) || "/"
    : href;
