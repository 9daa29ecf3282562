"use client";

import { moment } from "@/components/staff/date-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { uiLabels } from "@/components/ui/labels";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { useActionForm } from "@/components/ui/use-action-form";
import { DISMISSAL_REASONS } from "@/lib/inbox/dismissal";
import type { ParkedEvent } from "@/lib/inbox/queries";
import { dismissEventAction } from "@/lib/troubles/actions";
import { troubleLabels } from "./labels";

type Props = { event: ParkedEvent | null; now: Date; onClose: () => void; onDone: () => void };

export function DismissDialog({ event, now, onClose, onDone }: Props) {
  const about =
    event && troubleLabels.aboutEvent(troubleLabels.eventKinds[event.kind], moment(event.receivedAt, now));
  return (
    <Dialog
      open={event !== null}
      onOpenChange={(next) => !next && onClose()}
      title={about && troubleLabels.dismissTitle(about)}
      size="sm"
      alert
    >
      {event && <DismissForm event={event} onClose={onClose} onDone={onDone} />}
    </Dialog>
  );
}

function DismissForm({ event, onClose, onDone }: Omit<Props, "now"> & { event: ParkedEvent }) {
  const toast = useToast();
  const { formProps, pending, errors, errorOf, fieldId } = useActionForm(
    dismissEventAction,
    { id: "dismiss", blame: "reason" },
    () => {
      toast(troubleLabels.dismissed, "success");
      onDone();
    },
  );
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <ErrorSummary errors={errors} />
      <p>{troubleLabels.dismissText}</p>
      <input type="hidden" name="id" value={event.id} />
      <div id={fieldId("reason")} tabIndex={-1}>
        <RadioGroup name="reason" label={troubleLabels.dismissReason} error={errorOf("reason")} required>
          {DISMISSAL_REASONS.map((reason) => (
            <Radio key={reason} value={reason}>
              {troubleLabels.reasons[reason]}
            </Radio>
          ))}
        </RadioGroup>
      </div>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{uiLabels.cancel}</Button>
        <Button type="submit" variant="danger" pending={pending}>
          {troubleLabels.dismissConfirm}
        </Button>
      </div>
    </form>
  );
}
