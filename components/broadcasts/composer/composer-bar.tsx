import type { ReactNode } from "react";
import { composerLabels as t } from "../labels";
import { SaveMark } from "./save-mark";
import type { SaveState } from "./use-draft";

type Props = {
  save: SaveState;
  onRetry: () => void;
  /** So much has to be put right before it can go on. */
  wrong: number;
  refusal: string | null;
  children: ReactNode;
};

/** Always in sight: where saving stands, what is wrong, and the next step. */
export function ComposerBar({ save, onRetry, wrong, refusal, children }: Props) {
  return (
    <div
      data-foot-bar
      className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-line bg-raised px-4 py-3 max-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] md:-mx-8 md:px-8 xl:col-span-2"
    >
      <SaveMark save={save} onRetry={onRetry} />
      {wrong > 0 && (
        <span role="alert" className="text-sm font-bold text-danger-ink md:text-base">
          {t.problems(wrong)}
        </span>
      )}
      {refusal && (
        <span role="alert" className="basis-full text-danger-ink md:basis-auto">
          {refusal}
        </span>
      )}
      <span aria-hidden className="basis-full md:hidden" />
      {children}
    </div>
  );
}
