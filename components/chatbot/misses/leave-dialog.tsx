"use client";

import { useState } from "react";
import { useBookDeed } from "@/components/chatbot/use-book-deed";
import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { leaveMissesAction } from "@/lib/chatbot/misses/actions";
import { REASON_MAX } from "@/lib/chatbot/misses/limits";
import { REASONS, missLabels as t } from "./labels";

type Props = { sample: string; folded: string[]; onClose: () => void };

/** Nothing is to be done, and why: a common reason by one press, or one's own words. */
export function LeaveDialog({ sample, folded, onClose }: Props) {
  const toast = useToast();
  const deed = useBookDeed();
  const [reason, setReason] = useState("");
  const press = async () => {
    if (!(await deed.run(() => leaveMissesAction({ folded, reason })))) return;
    toast(t.left(folded.length), "success");
    onClose();
  };
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t.leaveTitle(sample)}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button
            variant="primary"
            pending={deed.pending}
            disabled={reason.trim() === "" || reason.length > REASON_MAX}
            onPress={() => void press()}
          >
            {t.leaveConfirm(folded.length)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DialogText>{t.leaveHelp(folded.length)}</DialogText>
        <div className="flex flex-wrap gap-2">
          {REASONS.map((one) => (
            <Button key={one} size="sm" onPress={() => setReason(one)}>
              {one}
            </Button>
          ))}
        </div>
        <TextArea
          label={t.reason}
          description={t.reasonHelp}
          required
          rows={2}
          max={REASON_MAX}
          value={reason}
          onChange={setReason}
        />
        {deed.problem && (
          <Notice tone="danger" live="alert">
            {deed.problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
