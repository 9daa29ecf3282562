"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { publishBookAction } from "@/lib/chatbot/books/actions";
import { NOTE_MAX } from "@/lib/chatbot/books/schema";
import { type BookState, countChanges } from "@/lib/chatbot/books/state";
import { countWords, bookLabels as t } from "./labels";
import { useBookDeed } from "./use-book-deed";

type Props = {
  state: BookState;
  /** What to look at once more before residents read it; said, not forbidden. */
  warnings?: readonly string[];
  onClose: () => void;
};

/** The last look before residents get the draft's answers. Nothing is published that was changed unseen. */
export function PublishDialog({ state, warnings = [], onClose }: Props) {
  const { book, live, draft } = state;
  const toast = useToast();
  const [note, setNote] = useState(draft?.note ?? "");
  const deed = useBookDeed();
  if (!draft) return null;
  const words = countWords(draft.counts, book);
  const press = async () => {
    const seen = { seenAt: draft.updatedAt.toISOString(), liveId: live?.id ?? null };
    if (!(await deed.run(() => publishBookAction({ book, ...seen, note })))) return;
    toast(t.published(words), "success");
    onClose();
  };
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t.publishTitle(book)}
      footer={
        <>
          <Button onPress={onClose}>{uiLabels.cancel}</Button>
          <Button variant="primary" icon="send" pending={deed.pending} onPress={() => void press()}>
            {t.publishCount(countChanges(draft.counts))}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DialogText>{t.publishBody(words)}</DialogText>
        {draft.isBehind && <Notice tone="warning">{t.behind}</Notice>}
        {warnings.map((warning) => (
          <Notice key={warning} tone="warning">
            {warning}
          </Notice>
        ))}
        <TextArea
          label={t.note}
          description={t.noteHelp}
          optional
          rows={2}
          max={NOTE_MAX}
          value={note}
          onChange={setNote}
        />
        <p className="text-sm leading-6 text-muted">{t.publishUndo}</p>
        {deed.problem && (
          <Notice tone="danger" live="alert">
            {deed.problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
