"use client";

import { useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { garbageLabels as t } from "./labels";

type Answer = { ok: true } | { ok: false; message: string };
type Props = { name: string; body?: string; remove: () => Promise<Answer>; onClose: () => void };

/** Asks before something goes from the draft; residents lose it only when that is published. */
export function RemoveDialog({ name, body = t.removeBody, remove, onClose }: Props) {
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const press = () =>
    start(async () => {
      const answer = await remove().catch((): Answer => ({ ok: false, message: uiLabels.notSent }));
      if (!answer.ok) return setProblem(answer.message);
      toast(t.deleted, "success");
      onClose();
    });
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={t.removeTitle(name)}
      confirm={t.remove}
      pending={pending}
      onConfirm={press}
    >
      <p className="leading-7">{body}</p>
      {problem && (
        <Notice tone="danger" live="alert" className="mt-3">
          {problem}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
