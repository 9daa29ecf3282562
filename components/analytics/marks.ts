import type { ChartMark } from "@/components/charts/types";
import type { Bucket, Mark } from "@/lib/analytics/view";
import { analyticsLabels as t } from "./labels";

export const bucketOf = (day: string, buckets: readonly Bucket[]): number =>
  buckets.findIndex((bucket) => bucket.from <= day && day <= bucket.to);

/** Broadcasts at their place on the axis; those of days that are not shown are left out. */
export const marksOf = (marks: readonly Mark[], buckets: readonly Bucket[], opens: boolean): ChartMark[] =>
  marks
    .map((mark) => ({
      at: bucketOf(mark.day, buckets),
      label: mark.title ?? t.hiddenMark,
      href: opens && mark.title !== null ? `/broadcasts/${mark.broadcastId}` : null,
    }))
    .filter((mark) => mark.at >= 0);
