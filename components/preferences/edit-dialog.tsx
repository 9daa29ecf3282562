"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { focusFirstWrong } from "@/components/ui/first-wrong";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { useLeaving } from "@/components/ui/use-leaving";
import { preferencesLabels as t } from "./labels";

type Answer = { ok: true } | { ok: false; message: string; fields?: Record<string, string[]> };

type Props = {
  title: string;
  onClose: () => void;
  /** What is said when it was saved. */
  saved?: string;
  /** Sends what the form holds. */
  save: (form: FormData) => Promise<Answer>;
  children: (errorOf: (name: string) => string | undefined, mend: (name: string) => void) => ReactNode;
};

/** A form in a dialog: what was typed stays when it is refused, and the dialog closes when it was saved. */
export function EditDialog({ title, onClose, saved = t.saved, save, children }: Props) {
  const id = useId();
  const toast = useToast();
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);
  const [pending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const leaving = useLeaving(form, onClose);
  // What was put right since is not called wrong any more. Typing tells by itself, what is chosen has to say so.
  const [mended, setMended] = useState<readonly string[]>([]);
  const errorOf = (name: string) => (mended.includes(name) ? undefined : refusal?.fields?.[name]?.[0]);
  const mend = (name: string) => setMended((before) => (before.includes(name) ? before : [...before, name]));
  useEffect(() => {
    if (refusal) focusFirstWrong(form.current);
  }, [refusal]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const unread = event.currentTarget.querySelector<HTMLElement>("[data-unread] input");
    if (unread) return unread.focus();
    const typed = new FormData(event.currentTarget);
    start(async () => {
      const answer = await save(typed).catch((): Answer => ({ ok: false, message: uiLabels.notSent }));
      if (!answer.ok) {
        setMended([]);
        setRefusal(answer);
        return;
      }
      toast(saved, "success");
      onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && leaving.leave()}
      title={title}
      size="md"
      footer={
        leaving.asks ? (
          <>
            <p role="alert" className="mr-auto self-center font-bold">
              {uiLabels.unsaved}
            </p>
            <Button onPress={onClose}>{uiLabels.leaveUnsaved}</Button>
            <Button variant="primary" autoFocus onPress={leaving.stay}>
              {uiLabels.stay}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={leaving.leave}>{t.cancel}</Button>
            <Button variant="primary" type="submit" form={id} pending={pending}>
              {t.save}
            </Button>
          </>
        )
      }
    >
      <form
        ref={form}
        id={id}
        onSubmit={send}
        onChange={({ target }) => "name" in target && mend(String(target.name))}
        noValidate
        className="flex flex-col gap-5"
      >
        {refusal && (
          <Notice tone="danger" live="alert">
            {refusal.message}
          </Notice>
        )}
        {children(errorOf, mend)}
      </form>
    </Dialog>
  );
}
