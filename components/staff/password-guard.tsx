"use client";

import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { PasswordField } from "@/components/sign-in/password-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { uiLabels } from "@/components/ui/labels";
import { useActionForm } from "@/components/ui/use-action-form";
import { confirmPasswordAction } from "@/lib/auth/actions";
import { staffLabels } from "./labels";

type Answer = { ok: true } | { ok: false; reason: string };
/** Does something that may ask for the password first; then it is done once more, without a word to its caller. */
type Guard = <A extends Answer>(act: () => Promise<A>) => Promise<A>;

const GuardContext = createContext<Guard>((act) => act());
export const usePasswordGuard = (): Guard => use(GuardContext);

/** Asks for the person's own password when the server wants it before an account is changed (lib/auth/proof.ts). */
export function PasswordGuard({ email, children }: { email: string; children: ReactNode }) {
  const [asking, setAsking] = useState<{ settle: (given: boolean) => void } | null>(null);
  const guard = useCallback<Guard>(async (act) => {
    const answer = await act();
    if (answer.ok || answer.reason !== "password-needed") return answer;
    const given = await new Promise<boolean>((settle) => setAsking({ settle }));
    setAsking(null);
    return given ? act() : answer;
  }, []);
  return (
    <GuardContext value={guard}>
      {children}
      <Dialog
        open={asking !== null}
        onOpenChange={(open) => !open && asking?.settle(false)}
        title={staffLabels.proofTitle}
        size="sm"
        alert
      >
        {asking && <ProofForm email={email} onGiven={asking.settle} />}
      </Dialog>
    </GuardContext>
  );
}

function ProofForm({ email, onGiven }: { email: string; onGiven: (given: boolean) => void }) {
  const { formProps, pending, errors, fieldId, errorOf } = useActionForm(
    confirmPasswordAction,
    { id: "proof", blame: "password" },
    () => onGiven(true),
  );
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <ErrorSummary errors={errors} />
      <p className="leading-7">{staffLabels.proofText}</p>
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
        <Button onPress={() => onGiven(false)}>{uiLabels.cancel}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {staffLabels.proofSubmit}
        </Button>
      </div>
    </form>
  );
}
