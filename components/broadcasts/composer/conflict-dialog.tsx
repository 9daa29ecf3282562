"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { keyed } from "@/components/ui/keyed";
import { blockLines } from "@/lib/broadcasts/diff";
import { clock } from "@/lib/core/time";
import { composerLabels as t } from "../labels";
import type { Conflict } from "./use-draft";

/** Two people saved the same draft: nothing is lost, one of them decides. */
export function ConflictDialog(props: { conflict: Conflict; onSettle: (which: "mine" | "theirs") => void }) {
  const { conflict, onSettle } = props;
  return (
    <Dialog
      open
      alert
      onOpenChange={() => {}}
      title={t.conflictTitle}
      footer={
        <>
          <Button onPress={() => onSettle("theirs")}>{t.takeTheirs}</Button>
          <Button variant="primary" onPress={() => onSettle("mine")}>
            {t.keepMine}
          </Button>
        </>
      }
    >
      <DialogText>{t.conflictBody(conflict.by ?? "", clock(new Date(conflict.savedAt)))}</DialogText>
      <h3 className="mt-4 text-sm font-bold">{t.theirs}</h3>
      <div className="mt-1 max-h-60 overflow-y-auto rounded-8 border border-line bg-sunken p-3 text-sm leading-6 whitespace-pre-wrap">
        {conflict.theirs.title}
        {keyed(conflict.theirs.content.variants.ja).map(({ key, item }) => (
          <p key={key} className="mt-2">
            {blockLines(item)}
          </p>
        ))}
      </div>
    </Dialog>
  );
}
