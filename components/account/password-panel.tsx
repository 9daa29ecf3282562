"use client";

import { useState } from "react";
import { PasswordField } from "@/components/sign-in/password-field";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { useActionForm } from "@/components/ui/use-action-form";
import { changePasswordAction } from "@/lib/auth/actions";
import { accountLabels } from "./labels";

export function PasswordPanel({ email }: { email: string }) {
  const [times, setTimes] = useState(0);
  const [done, setDone] = useState<string | null>(null);
  return (
    <Panel title={accountLabels.passwordTitle}>
      {done && (
        <Notice tone="success" live="status" className="mb-4">
          {done}
        </Notice>
      )}
      {/* A new form each time it has been saved: empty fields, no old errors. */}
      <PasswordForm
        key={times}
        email={email}
        onDone={(ended) => {
          setDone(accountLabels.changed(ended));
          setTimes(times + 1);
        }}
      />
    </Panel>
  );
}

function PasswordForm({ email, onDone }: { email: string; onDone: (ended: number) => void }) {
  const { formProps, pending, errors, fieldId, errorOf } = useActionForm(
    changePasswordAction,
    { id: "password", blame: "current" },
    (answer) => onDone(answer.value.ended),
  );
  return (
    <form {...formProps} className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={errors} />
      <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        id={fieldId("current")}
        name="current"
        label={accountLabels.current}
        error={errorOf("current")}
        autoComplete="current-password"
      />
      <PasswordField
        id={fieldId("password")}
        name="password"
        label={accountLabels.next}
        description={accountLabels.nextHint}
        error={errorOf("password")}
        autoComplete="new-password"
      />
      <PasswordField
        id={fieldId("again")}
        name="again"
        label={accountLabels.again}
        error={errorOf("again")}
        autoComplete="new-password"
      />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {accountLabels.change}
        </Button>
      </div>
    </form>
  );
}
