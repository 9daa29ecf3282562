"use client";

import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { preferencesLabels as t } from "./labels";

type Answer = { ok: true } | { ok: false; message: string; fields?: Record<string, string[]> };

type Props = {
  title: string;
  onClose: () => void;
  /** What is said when it was saved. */
  saved?: string;
  /** Sends what the form holds. */
  save: (form: FormData) => Promise<Answer>;
  children: (errorOf: (name: string) => string | undefined) => ReactNode;
};

/** A form in a dialog: what was typed stays when it is refused, and the dialog closes when it was saved. */
export function EditDialog({ title, onClose, saved = t.saved, save, children }: Props) {
  const id = useId();
  const toast = useToast();
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);
  const [pending, start] = useTransition();
  const errorOf = (name: string) => refusal?.fields?.[name]?.[0];
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const answer = await save(form).catch((): Answer => ({ ok: false, message: uiLabels.notSent }));
      if (!answer.ok) {
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
      onOpenChange={(open) => !open && onClose()}
      title={title}
      size="md"
      footer={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button variant="primary" type="submit" form={id} pending={pending}>
            {t.save}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={send} noValidate className="flex flex-col gap-5">
        {refusal && (
          <Notice tone="danger" live="alert">
            {refusal.message}
          </Notice>
        )}
        {children(errorOf)}
      </form>
    </Dialog>
  );
}
