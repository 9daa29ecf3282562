"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { entryLabels as t } from "./labels";
import type { EntryConflict } from "./use-entry";

type Props = { conflict: EntryConflict; onSettle: (which: "mine" | "theirs") => void };

/** Two people saved the same entry: nothing is lost, one of them decides. */
export function ConflictDialog({ conflict, onSettle }: Props) {
  const { theirs, by } = conflict;
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
      <DialogText>{t.conflictBody(by)}</DialogText>
      <h3 className="mt-4 text-sm font-bold">{t.conflictTheirs}</h3>
      <dl className="mt-1 max-h-60 overflow-y-auto rounded-8 border border-line bg-sunken p-3 text-sm leading-6 break-words whitespace-pre-wrap">
        <dt className="font-bold">{theirs.title}</dt>
        <dd>{theirs.synonyms.join("、")}</dd>
        <dd className="mt-2">{theirs.answer.text.ja}</dd>
      </dl>
    </Dialog>
  );
}
