import type { ReactNode } from "react";
import { FootBar } from "@/components/ui/foot-bar";
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
    <FootBar>
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
    </FootBar>
  );
}
