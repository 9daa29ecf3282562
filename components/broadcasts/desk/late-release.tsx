"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { clock, longDate } from "@/lib/core/time";
import { releaseBroadcastAction } from "@/lib/delivery/actions";
import { deskLabels as t } from "../labels";
import { useDeed } from "./use-deed";

/** Its time passed unseen: whoever sends it all the same says why. */
export function LateRelease({ loaded, total }: { loaded: LoadedBroadcast; total: string }) {
  const { row } = loaded;
  const deed = useDeed();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const send = async () => {
    if (await deed.run("release", () => releaseBroadcastAction({ id: row.id, reason }))) setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t.lateSend}</Button>
      {open && (
        <Dialog
          open
          alert
          onOpenChange={setOpen}
          title={t.lateSendTitle(total)}
          footer={
            <>
              <Button onPress={() => setOpen(false)}>{uiLabels.cancel}</Button>
              <Button
                variant="primary"
                icon="send"
                pending={deed.pending !== null}
                disabled={reason.trim() === ""}
                onPress={() => void send()}
              >
                {t.send(total)}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-4">
            {row.dueAt && (
              <p className="leading-7">{t.lateDue(`${longDate(row.dueAt)} ${clock(row.dueAt)}`)}</p>
            )}
            <TextArea
              label={t.lateReason}
              description={t.lateReasonHelp}
              required
              rows={2}
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
      )}
    </>
  );
}
