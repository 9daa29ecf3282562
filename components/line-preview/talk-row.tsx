"use client";
import type { ReactNode } from "react";
import { LineBubble, type Side } from "./bubble";
import { previewLabels as t } from "./labels";
import styles from "./talk.module.css";

type Props = {
  message: unknown;
  side: Side;
  /** Of the message, where it is known. */
  lang?: string;
  /** 23:40 */
  time?: string;
  read?: boolean;
  /** The account's name and mark, on the first of a run of its messages. */
  sender?: { name: string; mark: ReactNode };
  /** Something beside the bubble: the menu of one's own message. */
  aside?: ReactNode;
};

/** One line of a talk: mark and name, bubble, time and 既読. */
export function TalkRow({ message, side, lang, time, read = false, sender, aside }: Props) {
  return (
    <div className={styles.row} data-side={side}>
      {side === "account" && (
        <span className={styles.mark} aria-hidden>
          {sender?.mark}
        </span>
      )}
      <div className={styles.rowBody}>
        {sender && <span className={styles.senderName}>{sender.name}</span>}
        <div lang={lang} className={styles.rowLine}>
          <LineBubble message={message} side={side} />
          {(time || read) && (
            <span className={styles.stamp}>
              {read && <span>{t.read}</span>}
              {time && <time>{time}</time>}
            </span>
          )}
          {aside}
        </div>
      </div>
    </div>
  );
}

/** A line of the talk itself: the day, “取り消しました”, “ブロックしました”. */
export function SystemLine({ children }: { children: ReactNode }) {
  return (
    <p className={styles.systemLine}>
      <span>{children}</span>
    </p>
  );
}
