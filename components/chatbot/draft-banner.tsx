"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { discardDraftAction } from "@/lib/chatbot/books/actions";
import { type BookState, countChanges } from "@/lib/chatbot/books/state";
import { countWords, bookLabels as t } from "./labels";
import { PublishDialog } from "./publish-dialog";
import { useBookDeed } from "./use-book-deed";

type Props = {
  state: BookState;
  mayPublish: boolean;
  mayDiscard: boolean;
  /** Where the difference from what is live is shown; null: it is on this very page. */
  differenceHref: string | null;
  warnings?: readonly string[];
};

/** Says that there is a draft, what is in it and by whom, with the next step beside it. Nothing without a draft. */
export function DraftBanner({ state, mayPublish, mayDiscard, differenceHref, warnings }: Props) {
  const { book, draft } = state;
  const toast = useToast();
  const [open, setOpen] = useState<"publish" | "discard" | null>(null);
  const deed = useBookDeed();
  if (!draft) return null;
  const changes = countChanges(draft.counts);
  const words = countWords(draft.counts, book);
  const discard = async () => {
    const seenAt = draft.updatedAt.toISOString();
    if (!(await deed.run(() => discardDraftAction({ book, seenAt })))) return;
    toast(t.discarded, "success");
    setOpen(null);
  };
  return (
    <>
      <Notice
        tone={draft.isBehind ? "warning" : "info"}
        title={t.draftTitle(changes)}
        action={
          <div className="flex flex-wrap items-center gap-2">
            {differenceHref && changes > 0 && (
              <LinkButton href={differenceHref} size="sm">
                {t.seeDifference}
              </LinkButton>
            )}
            {mayDiscard && (
              <Button size="sm" icon="trash-2" onPress={() => setOpen("discard")}>
                {t.discard}
              </Button>
            )}
            {mayPublish && changes > 0 && (
              <Button size="sm" variant="primary" icon="send" onPress={() => setOpen("publish")}>
                {t.publish}
              </Button>
            )}
          </div>
        }
      >
        <span className="block text-sm leading-6">
          {changes > 0 && `${words}。`}
          {draft.by.length > 0 && t.draftBy(draft.by)}
          {draft.note && <span className="block break-words">{t.draftNote(draft.note)}</span>}
          {draft.isBehind && <span className="block">{t.behind}</span>}
          {!mayPublish && changes > 0 && <span className="block">{t.askPublisher}</span>}
        </span>
      </Notice>
      {open === "publish" && (
        <PublishDialog state={state} warnings={warnings} onClose={() => setOpen(null)} />
      )}
      {open === "discard" && (
        <ConfirmDialog
          open
          danger
          onOpenChange={() => setOpen(null)}
          title={t.discardTitle(book)}
          confirm={t.discardConfirm(changes)}
          pending={deed.pending}
          onConfirm={() => void discard()}
        >
          <p className="leading-7">{changes > 0 ? t.discardBody(words) : t.discardNothing}</p>
          {deed.problem && (
            <Notice tone="danger" live="alert" className="mt-3">
              {deed.problem}
            </Notice>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
