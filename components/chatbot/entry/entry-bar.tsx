import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { entryLabels as t } from "./labels";

type Props = {
  isDirty: boolean;
  /** So much has to be put right before it can be saved. */
  wrong: number;
  refusal: string | null;
  children: ReactNode;
};

/** Always in sight: whether it is saved, what is wrong, and the next step. */
export function EntryBar({ isDirty, wrong, refusal, children }: Props) {
  return (
    <div
      data-foot-bar
      className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-line bg-raised px-4 py-3 max-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] md:-mx-8 md:px-8 xl:col-span-2"
    >
      <span role="status" className="mr-auto flex items-center gap-1.5 text-sm text-muted">
        <Icon name={isDirty ? "pencil" : "check"} size={16} />
        {isDirty ? t.dirty : t.clean}
      </span>
      {wrong > 0 && (
        <span role="alert" className="text-sm font-bold text-danger-ink md:text-base">
          {t.problems(wrong)}
        </span>
      )}
      {refusal && (
        <span role="alert" className="basis-full text-danger-ink">
          {refusal}
        </span>
      )}
      {children}
    </div>
  );
}
