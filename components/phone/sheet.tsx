"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";

type Props = { title: string; onClose: () => void; children: ReactNode; footer?: ReactNode };

/**
 * A panel that slides up inside one phone. What lies behind is made inert by the talk, so that the focus stays here
 * while the other phone stays usable; useSheet brings it back to where it was.
 */
export function Sheet({ title, onClose, children, footer }: Props) {
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.sheetHolder}>
      <button type="button" className={styles.sheetBackdrop} tabIndex={-1} aria-hidden onClick={onClose} />
      <div
        ref={panel}
        className={styles.sheet}
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          onClose();
        }}
      >
        <header className={styles.sheetHeader}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.iconButton} aria-label={t.close} onClick={onClose}>
            <X aria-hidden size={22} />
          </button>
        </header>
        <div className={styles.sheetBody}>{children}</div>
        {footer && <footer className={styles.sheetFooter}>{footer}</footer>}
      </div>
    </div>
  );
}
