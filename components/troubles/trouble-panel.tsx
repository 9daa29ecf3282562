import type { ReactNode, RefObject } from "react";
import { Panel } from "@/components/ui/card";
import { troubleLabels } from "./labels";
import { NothingLeft } from "./nothing-left";

type Props = {
  /** From useStay: the list itself takes the focus when a row goes. */
  listRef: RefObject<HTMLElement | null>;
  title: string;
  why: string;
  empty: { title: string; why: string };
  rows: readonly unknown[];
  total: number;
  /** In place of the number. */
  actions?: ReactNode;
  /** The rows. */
  children: ReactNode;
};

/** One of the lists of what waits for a person. */
export function TroublePanel({ listRef, title, why, empty, rows, total, actions, children }: Props) {
  return (
    <Panel
      ref={listRef}
      tabIndex={-1}
      className="scroll-mt-20"
      aria-label={title}
      title={title}
      actions={actions ?? <span className="text-sm text-muted tabular">{troubleLabels.count(total)}</span>}
    >
      {rows.length === 0 ? (
        <NothingLeft total={total} {...empty} />
      ) : (
        <>
          <p className="text-sm leading-6 text-muted">{why}</p>
          <ul className="-mb-3 divide-y divide-line">{children}</ul>
        </>
      )}
    </Panel>
  );
}
