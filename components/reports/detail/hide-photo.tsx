"use client";

import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { TextField } from "@/components/ui/text-field";
import { hidePhotoAction } from "@/lib/reports/actions";
import type { Case } from "./case";
import { photoLabels as t } from "./labels";
import { RefusalNotice } from "./refusal-notice";
import { useSave } from "./use-save";

/** Takes a photo out of sight, with a reason: a face, a number plate. */
export function HidePhoto({
  report,
  photoId,
  onHidden,
}: {
  report: Case;
  photoId: string;
  onHidden: () => void;
}) {
  const save = useSave(report.revision);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  return (
    <>
      <IconButton
        icon="eye-off"
        label={t.hide}
        className="!text-white data-hovered:!bg-white/20"
        onPress={() => setOpen(true)}
      />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={t.hide}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{uiLabels.cancel}</Button>
            <Button
              variant="danger"
              icon="eye-off"
              pending={save.pending}
              disabled={!reason.trim()}
              onPress={() =>
                save.save({ number: report.number, photoId, reason }, hidePhotoAction, {
                  say: t.hidden,
                  onDone: () => {
                    setOpen(false);
                    onHidden();
                  },
                })
              }
            >
              {t.hide}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <TextField
            label={t.hideReason}
            description={t.hideHelp}
            required
            value={reason}
            onChange={setReason}
          />
          <RefusalNotice save={save} />
        </div>
      </Dialog>
    </>
  );
}
