"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { staffLabels } from "./labels";

export type ShownLink = { name: string; address: string };

/** A one-time link, shown this once: only its hash is kept. */
export function LinkDialog({ link, onClose }: { link: ShownLink | null; onClose: () => void }) {
  const toast = useToast();
  const copy = (address: string) =>
    navigator.clipboard.writeText(address).then(
      () => toast(staffLabels.copied, "success"),
      () => toast(staffLabels.notCopied, "danger"),
    );
  return (
    <Dialog
      open={link !== null}
      onOpenChange={(open) => !open && onClose()}
      alert
      title={link ? staffLabels.linkTitle(link.name) : ""}
      footer={
        <>
          <Button onPress={onClose}>{staffLabels.close}</Button>
          <Button variant="primary" icon="copy" onPress={() => link && copy(link.address)}>
            {staffLabels.copy}
          </Button>
        </>
      }
    >
      <div className="mb-4">
        <DialogText>{staffLabels.linkText}</DialogText>
      </div>
      {link && (
        <TextField
          label={staffLabels.linkField}
          value={link.address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </Dialog>
  );
}
