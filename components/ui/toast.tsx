"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { IconButton } from "./button";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";
import { uiLabels } from "./labels";

export type ToastTone = "neutral" | "success" | "danger";
type ToastItem = { id: number; text: string; tone: ToastTone };

const LOOK: Record<ToastTone, { icon: IconName; glyph: string }> = {
  neutral: { icon: "info", glyph: "text-muted" },
  success: { icon: "circle-check", glyph: "text-success-ink" },
  danger: { icon: "circle-alert", glyph: "text-danger-ink" },
};
const SHOWN_MS = 8_000;

const ToastContext = createContext<(text: string, tone?: ToastTone) => void>(() => {});

/** Says quietly that something was done. What must not be missed belongs in a Notice on the page. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<ToastItem[]>([]);
  const nextId = useRef(1);
  const show = useCallback((text: string, tone: ToastTone = "neutral") => {
    const id = nextId.current++;
    setItems((now) => [...now.slice(-2), { id, text, tone }]);
  }, []);
  const close = useCallback((id: number) => setItems((now) => now.filter((item) => item.id !== id)), []);
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <section
        aria-label={uiLabels.notices}
        // React Aria's mark: a dialog that closes just now hides the rest of the page, but not what was done.
        data-react-aria-top-layer="true"
        className="pointer-events-none print:hidden fixed inset-x-4 bottom-36 z-60 flex justify-center md:bottom-28 md:justify-end"
      >
        <div role="status" className="w-full max-w-sm">
          <ul className="flex flex-col gap-2">
            {items.map((item) => (
              <ToastCard key={item.id} item={item} onClose={close} />
            ))}
          </ul>
        </div>
      </section>
    </ToastContext>
  );
}

function ToastCard({ item, onClose }: { item: ToastItem; onClose: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onClose(item.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, item.id, onClose]);
  const look = LOOK[item.tone];
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex items-start gap-3 rounded-8 border border-line bg-raised py-2 pr-1 pl-4 shadow-overlay animate-[rise-in_160ms_ease-out]"
    >
      <Icon name={look.icon} className={cx("mt-1.5", look.glyph)} />
      <span className="min-w-0 flex-1 py-1 leading-6">{item.text}</span>
      <IconButton
        icon="x"
        size="sm"
        label={uiLabels.close}
        onPress={() => onClose(item.id)}
        placement="top"
      />
    </li>
  );
}
