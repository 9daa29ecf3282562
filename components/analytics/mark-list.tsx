import { flagsOf } from "@/components/charts/time-geometry";
import { TextLink } from "@/components/ui/link-button";
import type { Bucket, Mark } from "@/lib/analytics/view";
import { analyticsLabels as t } from "./labels";
import { bucketOf, marksOf } from "./marks";
import { dayWords, reachWords } from "./words";

/** The flags of a drawing, with their numbers, in words. */
export function MarkList({ marks, buckets, opens }: { marks: Mark[]; buckets: Bucket[]; opens: boolean }) {
  const shown = marks.filter((mark) => bucketOf(mark.day, buckets) >= 0);
  if (shown.length === 0) return null;
  const flags = flagsOf(marksOf(shown, buckets, opens));
  const numbers = new Map(flags.map((flag) => [flag.at, flag.number]));
  return (
    <details className="analytics-marks mb-2 text-sm">
      <summary className="min-h-8 cursor-pointer py-1 leading-6">{t.marks(shown.length)}</summary>
      <ul className="flex max-h-60 flex-col gap-1 overflow-auto py-1 pl-1 print:max-h-none print:overflow-visible">
        {shown.map((mark) => {
          const words = t.markLine(dayWords(mark.day), mark.title ?? t.hiddenMark, reachWords(mark.reach));
          return (
            <li key={mark.broadcastId} className="flex gap-2 leading-6">
              <span className="w-8 shrink-0 text-end text-muted tabular">
                ▼{numbers.get(bucketOf(mark.day, buckets))}
              </span>
              {opens && mark.title !== null ? (
                <TextLink href={`/broadcasts/${mark.broadcastId}`}>{words}</TextLink>
              ) : (
                <span>{words}</span>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
