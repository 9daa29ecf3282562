"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { scheduleLabels, deskLabels as t } from "../labels";

type Props = {
  title: string;
  body: string;
  /** Names the act and its number: 「12,345人に配信する」. */
  confirm: string;
  danger?: boolean;
  everyone: boolean;
  accountName: string;
  /** It would ring phones at night, or its time is over: why it must. */
  asksWhy?: "quiet" | "late" | undefined;
  onClose: () => void;
  /** Null when it worked, else what to say. */
  onConfirm: (given: { typed: string; reason: string }) => Promise<string | null>;
};

const same = (a: string, b: string) => a.normalize("NFKC").trim() === b.normalize("NFKC").trim();

/** The last question before residents hear of it. Everybody at once wants the account's name typed. */
export function ConfirmSend(props: Props) {
  const { title, body, confirm, danger, everyone, accountName, asksWhy, onClose, onConfirm } = props;
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ready = (!everyone || same(typed, accountName)) && (!asksWhy || reason.trim() !== "");
  const press = async () => {
    setPending(true);
    setProblem(await onConfirm({ typed, reason }));
    setPending(false);
  };
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{uiLabels.cancel}</Button>
          <Button
            variant={danger ? "danger" : "primary"}
            icon="send"
            pending={pending}
            disabled={!ready}
            onPress={() => void press()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DialogText>{body}</DialogText>
        {everyone && (
          <TextField
            label={t.typedLabel}
            description={t.typed(accountName)}
            required
            autoComplete="off"
            value={typed}
            onChange={setTyped}
          />
        )}
        {asksWhy && (
          <TextArea
            label={asksWhy === "late" ? t.lateReason : scheduleLabels.quiet}
            description={asksWhy === "late" ? t.lateReasonHelp : scheduleLabels.quietHelp}
            required
            rows={2}
            value={reason}
            onChange={setReason}
          />
        )}
        {problem && (
          <Notice tone="danger" live="alert">
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
