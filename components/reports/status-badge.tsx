import { Badge } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { ReportStatus } from "@/db/enums";
import { STATUS_LABELS } from "./labels";

/** Colour, shape and word of each status. `solid` is the same hue as a fill, for pins, dots and bars. */
export const STATUS_LOOK: Record<
  ReportStatus,
  { icon: IconName; soft: string; solid: string; cssColor: string }
> = {
  received: {
    icon: "inbox",
    soft: "bg-status-received-soft text-status-received-ink",
    solid: "bg-status-received",
    cssColor: "var(--status-received)",
  },
  checking: {
    icon: "eye",
    soft: "bg-status-checking-soft text-status-checking-ink",
    solid: "bg-status-checking",
    cssColor: "var(--status-checking)",
  },
  working: {
    icon: "wrench",
    soft: "bg-status-working-soft text-status-working-ink",
    solid: "bg-status-working",
    cssColor: "var(--status-working)",
  },
  done: {
    icon: "circle-check",
    soft: "bg-status-done-soft text-status-done-ink",
    solid: "bg-status-done",
    cssColor: "var(--status-done)",
  },
  not_needed: {
    icon: "circle-slash",
    soft: "bg-status-not-needed-soft text-status-not-needed-ink",
    solid: "bg-status-not-needed",
    cssColor: "var(--status-not-needed)",
  },
  referred: {
    icon: "forward",
    soft: "bg-status-referred-soft text-status-referred-ink",
    solid: "bg-status-referred",
    cssColor: "var(--status-referred)",
  },
  duplicate: {
    icon: "copy",
    soft: "bg-status-duplicate-soft text-status-duplicate-ink",
    solid: "bg-status-duplicate",
    cssColor: "var(--status-duplicate)",
  },
};

export function StatusBadge({
  status,
  size,
  className,
}: {
  status: ReportStatus;
  size?: "md" | "sm";
  className?: string;
}) {
  const look = STATUS_LOOK[status];
  return (
    <Badge icon={look.icon} colors={look.soft} size={size} className={className}>
      {STATUS_LABELS[status]}
    </Badge>
  );
}
