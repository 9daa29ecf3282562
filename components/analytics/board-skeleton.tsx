import { keyed } from "@/components/ui/keyed";
import { Skeleton } from "@/components/ui/skeleton";
import type { Tab } from "@/lib/analytics/search";
import { analyticsLabels as t } from "./labels";

/** How wide the first cards of a tab are: what comes takes the place of what stands here. */
const WIDTHS: Record<Tab, boolean[]> = {
  friends: [true, true, false, false],
  bot: [true, true, false, false],
  reports: [true, false, false, false],
  broadcasts: [true, true],
};

export function BoardSkeleton({ tab }: { tab: Tab }) {
  return (
    <div className="flex flex-col gap-5">
      <p role="status" className="sr-only">
        {t.loading}
      </p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5" aria-hidden>
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-24 w-full" />
        ))}
      </div>
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-2" aria-hidden>
        {keyed(WIDTHS[tab]).map(({ key, item: isWide }) => (
          <div key={key} className={isWide ? "xl:col-span-2" : ""}>
            <Skeleton className="h-112 w-full rounded-12" />
          </div>
        ))}
      </div>
    </div>
  );
}
