import { cx } from "./class-names";
import { uiLabels } from "./labels";

/** A grey place of the size of what comes. Give it a height and a width. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={cx("block animate-[breathe_1.6s_ease-in-out_infinite] rounded-6 bg-sunken", className)}
  />
);

/** Lines of text to come, announced once. */
export function SkeletonLines({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <div role="status" className={cx("flex flex-col gap-2", className)}>
      <span className="sr-only">{uiLabels.loading}</span>
      {Array.from({ length: lines }, (_, i) => (
        <Skeleton key={`line-${i.toString()}`} className={cx("h-5", i === lines - 1 ? "w-2/3" : "w-full")} />
      ))}
    </div>
  );
}
