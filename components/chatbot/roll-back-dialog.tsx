"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import type { Book } from "@/db/enums";
import { compareWithLiveAction, rollBackBookAction } from "@/lib/chatbot/books/actions";
import { NOTE_MAX } from "@/lib/chatbot/books/schema";
import type { ChangeCounts } from "@/lib/chatbot/books/state";
import { countWords, bookLabels as t } from "./labels";
import { useBookDeed } from "./use-book-deed";

type Props = { book: Book; target: { id: number; number: number }; liveId: number; onClose: () => void };

/** Back to an older version, with what that changes for residents. */
export function RollBackDialog({ book, target, liveId, onClose }: Props) {
  const toast = useToast();
  const [counts, setCounts] = useState<ChangeCounts | null>(null);
  const [note, setNote] = useState("");
  const [failed, setFailed] = useState(false);
  const deed = useBookDeed();
  useEffect(() => {
    let over = false;
    void compareWithLiveAction({ book, versionId: target.id })
      .catch(() => null)
      .then((answer) => {
        if (over) return;
        if (answer?.ok) setCounts(answer.value);
        else setFailed(true);
      });
    return () => {
      over = true;
    };
  }, [book, target.id]);
  const press = async () => {
    const wanted = { book, versionId: target.id, liveId, note };
    if (!(await deed.run(() => rollBackBookAction(wanted)))) return;
    toast(t.rolledBack(target.number), "success");
    onClose();
  };
  const problem = deed.problem ?? (failed ? t.offline : null);
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t.rollBackTitle(target.number)}
      footer={
        <>
          <Button onPress={onClose}>{uiLabels.cancel}</Button>
          <Button
            variant="primary"
            icon="undo"
            pending={deed.pending}
            disabled={counts === null}
            onPress={() => void press()}
          >
            {t.rollBackOf(target.number)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p role="status" className="leading-7">
          {counts ? t.rollBackBody(countWords(counts, book)) : t.counting}
        </p>
        <DialogText>{t.rollBackKept}</DialogText>
        <TextArea
          label={t.note}
          description={t.noteHelp}
          optional
          rows={2}
          max={NOTE_MAX}
          value={note}
          onChange={setNote}
        />
        {problem && (
          <Notice tone="danger" live="alert">
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
