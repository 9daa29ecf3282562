"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { uiLabels } from "@/components/ui/labels";
import { useToast } from "@/components/ui/toast";
import { useActionForm } from "@/components/ui/use-action-form";
import { changeStaffRolesAction } from "@/lib/auth/actions";
import type { StaffRow } from "@/lib/auth/queries";
import { staffLabels } from "./labels";
import { usePasswordGuard } from "./password-guard";
import { RolesField, type SectionChoice } from "./roles-field";

type Props = { person: StaffRow | null; sections: SectionChoice[]; onClose: () => void };

export function RolesDialog({ person, sections, onClose }: Props) {
  return (
    <Dialog
      open={person !== null}
      onOpenChange={(next) => !next && onClose()}
      title={person ? staffLabels.changeTitle(person.name) : ""}
    >
      {person && <RolesForm {...{ person, sections, onClose }} />}
    </Dialog>
  );
}

function RolesForm({ person, sections, onClose }: Props & { person: StaffRow }) {
  const toast = useToast();
  const hold = usePasswordGuard();
  const { formProps, pending, errors, fieldId } = useActionForm(
    changeStaffRolesAction,
    { id: "roles", blame: "roles" },
    () => {
      toast(staffLabels.changed(person.name), "success");
      onClose();
    },
    hold,
  );
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="staffId" value={person.id} />
      <div id={fieldId("roles")} tabIndex={-1}>
        <RolesField sections={sections} held={person.roles} />
      </div>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{uiLabels.cancel}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {staffLabels.changeSubmit}
        </Button>
      </div>
    </form>
  );
}
