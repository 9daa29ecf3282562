import type { IconName } from "@/components/ui/icon";
import type { ReportEntry } from "@/lib/reports/view";

type EntryLook = "resident" | "public" | "internal";

/** From a resident, to a resident, or among staff: told apart by colour, by sign, by shape of the mark, and by word. */
export const lookOf = (entry: Pick<ReportEntry, "actorKind" | "visibility">): EntryLook => {
  if (entry.actorKind === "friend") return "resident";
  return entry.visibility === "public" ? "public" : "internal";
};

export const ENTRY_LOOK: Record<EntryLook, { icon: IconName; mark: string; badge: string; box: string }> = {
  resident: {
    icon: "user",
    mark: "rounded-full bg-success text-white dark:text-black",
    badge: "bg-success-soft text-success-ink",
    box: "border-success bg-surface",
  },
  public: {
    icon: "send",
    mark: "rounded-8 bg-accent text-on-accent",
    badge: "bg-accent-soft text-link",
    box: "border-accent bg-accent-soft",
  },
  internal: {
    icon: "lock",
    mark: "rounded-4 border border-dashed border-control bg-surface text-muted",
    badge: "bg-sunken text-muted",
    box: "border-dashed border-control bg-sunken",
  },
};
