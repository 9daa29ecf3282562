import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { clock } from "@/lib/core/time";
import { composerLabels } from "../labels";
import type { SaveState } from "./use-draft";

const t = composerLabels.save;

/** Where saving stands: quiet while all is well. */
export function SaveMark({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
  const bad = save.kind === "offline" || save.kind === "refused";
  const words =
    save.kind === "saved"
      ? t.saved(clock(new Date(save.at)))
      : save.kind === "refused"
        ? save.message
        : t[save.kind];
  return (
    <span
      role="status"
      className={`mr-auto flex items-center gap-1.5 text-sm tabular ${bad ? "font-bold text-danger-ink" : "text-muted"}`}
    >
      {save.kind === "saved" && <Icon name="check" size={16} />}
      {bad && <Icon name="circle-alert" size={16} />}
      {words}
      {save.kind === "offline" && (
        <Button size="sm" onPress={onRetry}>
          {t.retry}
        </Button>
      )}
    </span>
  );
}
