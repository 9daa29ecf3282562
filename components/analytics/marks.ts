import type { ChartMark } from "@/components/charts/types";
import { lastPlace } from "@/lib/analytics/timeline";
import type { Bucket, Mark } from "@/lib/analytics/view";
import { analyticsLabels as t } from "./labels";

/** -1: in none. */
export function bucketOf(day: string, buckets: readonly Bucket[]): number {
  const at = lastPlace(buckets.length, (i) => (buckets[i]?.from ?? "") <= day);
  return day <= (buckets[at]?.to ?? "") ? at : -1;
}

/** Broadcasts at their place on the axis; those of days that are not shown are left out. */
export const marksOf = (marks: readonly Mark[], buckets: readonly Bucket[], opens: boolean): ChartMark[] =>
  marks
    .map((mark) => ({
      at: bucketOf(mark.day, buckets),
      label: mark.title ?? t.hiddenMark,
      href: opens && mark.title !== null ? `/broadcasts/${mark.broadcastId}` : null,
    }))
    .filter((mark) => mark.at >= 0);
