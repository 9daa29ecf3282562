import type { ReactNode } from "react";
import { FootBar } from "@/components/ui/foot-bar";
import { Icon } from "@/components/ui/icon";
import { entryLabels as t } from "./labels";

type Props = {
  /** Nothing of it was ever saved. */
  isNew: boolean;
  isDirty: boolean;
  /** So much has to be put right before it can be saved. */
  wrong: number;
  refusal: string | null;
  children: ReactNode;
};

/** Always in sight: whether it is saved, what is wrong, and the next step. */
export function EntryBar({ isNew, isDirty, wrong, refusal, children }: Props) {
  return (
    <FootBar>
      <span role="status" className="mr-auto flex items-center gap-1.5 text-sm text-muted">
        <Icon name={isDirty || isNew ? "pencil" : "check"} size={16} />
        {isDirty ? t.dirty : isNew ? t.fresh : t.clean}
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
    </FootBar>
  );
}
