"use client";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useActionForm } from "@/components/ui/use-action-form";
import { welcomeAction } from "@/lib/auth/actions";
import { signInLabels } from "./labels";
import { PasswordField } from "./password-field";

export function WelcomeForm({ token, email }: { token: string; email: string }) {
  const { formProps, pending, errors, fieldId, errorOf } = useActionForm(welcomeAction, {
    id: "welcome",
    blame: "password",
  });
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="token" value={token} />
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        id={fieldId("password")}
        name="password"
        label={signInLabels.newPassword}
        description={signInLabels.newPasswordHint}
        error={errorOf("password")}
        autoComplete="new-password"
      />
      <PasswordField
        id={fieldId("again")}
        name="again"
        label={signInLabels.again}
        error={errorOf("again")}
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" pending={pending} className="mt-1 w-full">
        {signInLabels.welcomeSubmit}
      </Button>
    </form>
  );
}
