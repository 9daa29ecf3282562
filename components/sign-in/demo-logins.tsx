"use client";

import { Icon } from "@/components/ui/icon";
import { signInLabels } from "./labels";

export type DemoLogin = { email: string; post: string; password: string };

/** Demo mode only: who one can be. Choosing fills the form; nothing is sent. */
export function DemoLogins({
  logins,
  chosen,
  onChoose,
}: {
  logins: DemoLogin[];
  chosen: string;
  onChoose: (login: DemoLogin) => void;
}) {
  return (
    <section
      aria-labelledby="demo-logins"
      className="rounded-12 border border-dashed border-warning bg-warning-soft p-4"
    >
      <h2 id="demo-logins" className="flex items-center gap-2 text-base font-bold text-warning-ink">
        <Icon name="info" size={20} />
        {signInLabels.demoTitle}
      </h2>
      <p className="mt-1 text-sm leading-6">{signInLabels.demoText}</p>
      <ul className="mt-3 grid gap-1.5 min-[30rem]:grid-cols-2 md:grid-cols-1 lg:grid-cols-2">
        {logins.map((login) => (
          <li key={login.email}>
            <button
              type="button"
              aria-pressed={chosen === login.email}
              onClick={() => onChoose(login)}
              className="flex min-h-11 w-full items-center gap-3 rounded-8 border border-transparent bg-surface px-3 py-1.5 text-start hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-sm font-bold leading-5">{login.post}</span>
                <span className="block truncate text-xs leading-5 text-muted">{login.email}</span>
              </span>
              <Icon
                name={chosen === login.email ? "check" : "arrow-left"}
                size={16}
                className="text-muted max-md:rotate-90"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
