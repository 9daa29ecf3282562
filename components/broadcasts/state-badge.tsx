import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { BroadcastKind, BroadcastState } from "@/db/enums";
import { KIND_LABELS, STATE_LABELS } from "./labels";

const LOOK: Record<BroadcastState, { tone: BadgeTone; icon: IconName }> = {
  draft: { tone: "neutral", icon: "pencil" },
  submitted: { tone: "warning", icon: "clock" },
  returned: { tone: "danger", icon: "undo" },
  approved: { tone: "info", icon: "check" },
  scheduled: { tone: "info", icon: "calendar" },
  late: { tone: "danger", icon: "triangle-alert" },
  held: { tone: "accent", icon: "clock" },
  sending: { tone: "accent", icon: "send" },
  paused: { tone: "warning", icon: "minus" },
  sent: { tone: "success", icon: "circle-check" },
  partly_failed: { tone: "danger", icon: "circle-alert" },
  stopped: { tone: "warning", icon: "ban" },
  cancelled: { tone: "neutral", icon: "circle-slash" },
};

export function StateBadge({ state, size }: { state: BroadcastState; size?: "md" | "sm" }) {
  return (
    <Badge tone={LOOK[state].tone} icon={LOOK[state].icon} size={size}>
      {STATE_LABELS[state]}
    </Badge>
  );
}

/** Drills have a colour of their own everywhere; routine ones need no word. */
export function KindBadge({ kind, size }: { kind: BroadcastKind; size?: "md" | "sm" }) {
  if (kind === "routine") return null;
  if (kind === "emergency")
    return (
      <Badge tone="danger" icon="siren" size={size}>
        {KIND_LABELS.emergency}
      </Badge>
    );
  return (
    <Badge colors="bg-status-checking-soft text-status-checking-ink" icon="flag" size={size}>
      {KIND_LABELS.drill}
    </Badge>
  );
}
