"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { uiLabels } from "@/components/ui/labels";
import { TextField } from "@/components/ui/text-field";
import { useActionForm } from "@/components/ui/use-action-form";
import { inviteStaffAction } from "@/lib/auth/actions";
import { staffLabels } from "./labels";
import { usePasswordGuard } from "./password-guard";
import { RolesField, type SectionChoice } from "./roles-field";

type Props = {
  open: boolean;
  sections: SectionChoice[];
  onClose: () => void;
  onInvited: (name: string, link: string) => void;
};

export function InviteDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={staffLabels.inviteTitle} size="md">
      <InviteForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function InviteForm({ sections, onClose, onInvited }: Omit<Props, "open">) {
  const name = useRef<HTMLInputElement>(null);
  const hold = usePasswordGuard();
  const { formProps, pending, errors, fieldId, errorOf } = useActionForm(
    inviteStaffAction,
    { id: "invite", blame: "email" },
    (answer) => onInvited(name.current?.value ?? "", answer.value.link),
    hold,
  );
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <ErrorSummary errors={errors} />
      <TextField
        ref={name}
        id={fieldId("name")}
        name="name"
        label={staffLabels.name}
        description={staffLabels.nameHint}
        required
        error={errorOf("name")}
        autoComplete="off"
      />
      <TextField
        id={fieldId("email")}
        name="email"
        label={staffLabels.email}
        required
        error={errorOf("email")}
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <RolesField sections={sections} held={[]} error={errorOf("roles")} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{uiLabels.cancel}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {staffLabels.inviteSubmit}
        </Button>
      </div>
    </form>
  );
}
