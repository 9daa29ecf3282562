import { cx } from "./class-names";

/** A grey place of the size of what comes. Give it a height and a width. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={cx("block animate-[breathe_1.6s_ease-in-out_infinite] rounded-6 bg-sunken", className)}
  />
);
