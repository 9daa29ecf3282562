"use client";
import { ArrowDown } from "lucide-react";
import { memo, type Ref, useEffect, useImperativeHandle, useMemo } from "react";
import { SystemLine, TalkRow } from "@/components/line-preview/talk-row";
import type { TalkItem } from "@/lib/sandbox-client/schema";
import { AccountMark } from "./account-mark";
import { phoneLabels as t } from "./labels";
import { MessageMenu } from "./message-menu";
import styles from "./phone.module.css";
import { type TalkRowData, talkRows } from "./talk-rows";
import { useStayAtEnd } from "./use-stay-at-end";

/** A region that scrolls takes the focus, so that the keyboard can scroll it. */
const SCROLLABLE = { tabIndex: 0 };

export type TalkLogHandle = { focus: () => void };
type Props = {
  items: TalkItem[];
  accountName: string;
  typing: boolean;
  loading: boolean;
  onUnsend: (messageId: string) => void;
  onCopy: (text: string) => void;
  ref: Ref<TalkLogHandle>;
};

/** The talk. Scrolled up, a button tells of what came below. */
export function TalkLog({ items, typing, loading, ref, ...rest }: Props) {
  const rows = useMemo(() => talkRows(items), [items]);
  const last = items.at(-1);
  const { scroller, content, unseen, toEnd, onScroll } = useStayAtEnd(
    last?.seq ?? 0,
    last?.from === "resident",
  );
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }));
  useEffect(() => {
    const box = scroller.current;
    box?.addEventListener("contextmenu", openMenu);
    return () => box?.removeEventListener("contextmenu", openMenu);
  }, [scroller]);
  useEffect(() => {
    const focused = document.activeElement;
    if (unseen && focused !== scroller.current && scroller.current?.contains(focused))
      focused?.scrollIntoView({ block: "nearest" });
  }, [unseen, scroller]);

  return (
    <div className={styles.logHolder}>
      <div
        ref={scroller}
        className={styles.log}
        role="log"
        aria-label={t.talk}
        {...SCROLLABLE}
        onScroll={onScroll}
      >
        <div ref={content} className={styles.logContent}>
          {rows.length === 0 && !loading && <SystemLine>{t.noMessages}</SystemLine>}
          {rows.map((row) => (
            <LogRow key={row.key} row={row} {...rest} />
          ))}
          {typing && (
            <p className={styles.typing} role="status">
              <span className={styles.srOnly}>{t.typing}</span>
              <i aria-hidden />
              <i aria-hidden />
              <i aria-hidden />
            </p>
          )}
        </div>
      </div>
      {unseen && (
        <button type="button" className={styles.newBelow} onClick={toEnd}>
          <ArrowDown aria-hidden size={16} />
          {t.newBelow}
        </button>
      )}
    </div>
  );
}

type RowProps = Pick<Props, "accountName" | "onUnsend" | "onCopy"> & { row: TalkRowData };

const LogRow = memo(function LogRow({ row, accountName, onUnsend, onCopy }: RowProps) {
  if (row.kind !== "message") return <SystemLine>{row.text}</SystemLine>;
  const { messageId } = row;
  const own = row.side === "resident" && messageId !== null;
  return (
    <div className={styles.logRow} data-message-id={messageId ?? undefined}>
      <TalkRow
        message={row.message}
        side={row.side}
        time={row.time}
        read={row.read}
        sender={row.startsRun ? { name: accountName, mark: <AccountMark /> } : undefined}
        aside={own && <MessageMenu text={row.text} onUnsend={() => onUnsend(messageId)} onCopy={onCopy} />}
      />
    </div>
  );
});

/** A long press (or the right button) on one's own message opens its menu; links and pictures keep the browser's. */
function openMenu(event: Event) {
  if (!(event.target instanceof Element) || event.target.closest("a, img")) return;
  const button = event.target.closest("[data-message-id]")?.querySelector<HTMLElement>("[data-message-menu]");
  if (!button) return;
  event.preventDefault();
  button.click();
}
