"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";
import { useActionForm } from "@/components/ui/use-action-form";
import { signInAction } from "@/lib/auth/actions";
import type { DemoLogin } from "./demo-logins";
import { DemoLogins } from "./demo-logins";
import { signInLabels } from "./labels";
import { PasswordField } from "./password-field";

/** Plain text, not type=email: browsers refuse the ＠ that a Japanese keyboard types; the server understands it. */
export function SignInForm({ next, demo }: { next: string; demo: DemoLogin[] }) {
  const { formProps, pending, errors, fieldId, errorOf } = useActionForm(signInAction, {
    id: "sign-in",
    blame: "password",
  });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const form = useRef<HTMLFormElement>(null);
  // What was typed or filled in before the scripts ran would be overwritten by the first render.
  useLayoutEffect(() => {
    const typed = new FormData(form.current ?? undefined);
    setEmail(String(typed.get("email") ?? ""));
    setPassword(String(typed.get("password") ?? ""));
  }, []);
  return (
    <div className={demo.length > 0 ? "grid items-start gap-8 md:grid-cols-[2fr_3fr] md:gap-10" : ""}>
      <form {...formProps} ref={form} className="flex flex-col gap-5">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          id={fieldId("email")}
          name="email"
          label={signInLabels.email}
          value={email}
          onChange={setEmail}
          error={errorOf("email")}
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          id={fieldId("password")}
          name="password"
          label={signInLabels.password}
          value={password}
          onChange={setPassword}
          error={errorOf("password")}
          autoComplete="current-password"
        />
        <Button type="submit" variant="primary" pending={pending} className="mt-1 w-full">
          {signInLabels.submit}
        </Button>
        <p className="text-sm leading-6 text-muted">{signInLabels.forgotten}</p>
      </form>
      {demo.length > 0 && (
        <DemoLogins
          logins={demo}
          chosen={email}
          onChoose={(login) => {
            setEmail(login.email);
            setPassword(login.password);
          }}
        />
      )}
    </div>
  );
}
