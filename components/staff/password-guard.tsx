"use client";

import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { PasswordField } from "@/components/sign-in/password-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogText } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { uiLabels } from "@/components/ui/labels";
import { useActionForm } from "@/components/ui/use-action-form";
import { confirmPasswordAction } from "@/lib/auth/actions";
import { staffLabels } from "./labels";

type Answer = { ok: true } | { ok: false; reason: string };
/** True when the answer says that the password is wanted first: then it is asked for, and `again` tries once more. */
type Hold = (answer: Answer, again: () => void) => boolean;

const HoldContext = createContext<Hold>(() => false);
export const usePasswordGuard = (): Hold => use(HoldContext);

/**
 * Asks for the person's own password when the server wants it before an account is changed (lib/auth/proof.ts). Nothing
 * waits in the meantime: a transition left open would keep this dialog's own form pending.
 */
export function PasswordGuard({ email, children }: { email: string; children: ReactNode }) {
  const [asking, setAsking] = useState<{ again: () => void } | null>(null);
  const hold = useCallback<Hold>((answer, again) => {
    if (answer.ok || answer.reason !== "password-needed") return false;
    setAsking({ again });
    return true;
  }, []);
  const close = () => setAsking(null);
  return (
    <HoldContext value={hold}>
      {children}
      <Dialog
        open={asking !== null}
        onOpenChange={(open) => !open && close()}
        title={staffLabels.proofTitle}
        size="sm"
        alert
      >
        {asking && (
          <ProofForm
            email={email}
            onCancel={close}
            onGiven={() => {
              close();
              asking.again();
            }}
          />
        )}
      </Dialog>
    </HoldContext>
  );
}

type FormProps = { email: string; onCancel: () => void; onGiven: () => void };

function ProofForm({ email, onCancel, onGiven }: FormProps) {
  const { formProps, pending, errors, fieldId, errorOf } = useActionForm(
    confirmPasswordAction,
    { id: "proof", blame: "password" },
    onGiven,
  );
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <ErrorSummary errors={errors} />
      <DialogText>{staffLabels.proofText}</DialogText>
      <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        id={fieldId("password")}
        name="password"
        label={staffLabels.proofField}
        error={errorOf("password")}
        autoComplete="current-password"
        autoFocus
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onCancel}>{uiLabels.cancel}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {staffLabels.proofSubmit}
        </Button>
      </div>
    </form>
  );
}
