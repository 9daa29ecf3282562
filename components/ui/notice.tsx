import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";

type NoticeTone = "info" | "success" | "warning" | "danger";

const LOOK: Record<NoticeTone, { icon: IconName; box: string; glyph: string }> = {
  info: { icon: "info", box: "bg-info-soft border-l-info", glyph: "text-info-ink" },
  success: { icon: "circle-check", box: "bg-success-soft border-l-success", glyph: "text-success-ink" },
  warning: { icon: "triangle-alert", box: "bg-warning-soft border-l-warning", glyph: "text-warning-ink" },
  danger: { icon: "circle-alert", box: "bg-danger-soft border-l-danger", glyph: "text-danger-ink" },
};

export type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Appears while the page is open: `status` is read when there is time, `alert` at once. */
  live?: "status" | "alert";
  className?: string;
};

/** Something to know, beside what it is about. */
export function Notice({ tone = "info", title, children, action, live, className }: NoticeProps) {
  const look = LOOK[tone];
  return (
    <div
      role={live}
      className={cx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-8 border border-transparent border-l-4 px-4 py-3",
        look.box,
        className,
      )}
    >
      <Icon name={look.icon} className={cx("mt-0.5", look.glyph)} />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className="font-bold leading-6">{title}</p>}
        {children && <div className="text-base leading-6">{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** A notice over the whole width, above everything. */
export function Banner({
  tone = "warning",
  children,
  action,
  live,
}: Omit<NoticeProps, "title" | "className">) {
  const look = LOOK[tone];
  return (
    <div
      role={live}
      className={cx(
        "flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 text-sm leading-5 md:px-6",
        look.box,
      )}
    >
      <Icon name={look.icon} size={16} className={look.glyph} />
      <div className="min-w-0 flex-1 basis-48 font-medium">{children}</div>
      {action}
    </div>
  );
}
