"use client";

import { type ReactNode, useState } from "react";
import { Button as RacButton } from "react-aria-components";
import { cx } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import type { Role } from "@/db/enums";
import { ACCOUNT_ROW } from "./account-row";
import { shellLabels } from "./labels";
import { THEME_COOKIE, THEMES, type Theme } from "./theme";

const THEME_ICON: Record<Theme, IconName> = { system: "monitor", light: "sun", dark: "moon" };
const YEAR_SECONDS = 31_536_000;

/** Takes effect at once and is kept for a year on this browser. */
function applyTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // The Cookie Store API is not in every browser that staff have.
  const kept = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  Reflect.set(document, "cookie", kept);
}

export type AccountMenuProps = {
  name: string;
  email: string;
  roles: Role[];
  theme: Theme;
  /** A form or link that ends the session, styled as in account-row.ts. */
  signOut: ReactNode;
  /** At the foot of the side bar: opens upwards and shows the name. */
  wide?: boolean;
};

export function AccountMenu({ name, email, roles, theme, signOut, wide }: AccountMenuProps) {
  const [chosen, setChosen] = useState(theme);
  return (
    <Popover
      label={shellLabels.account}
      placement={wide ? "top start" : "bottom end"}
      trigger={
        <RacButton
          aria-label={`${shellLabels.account}: ${name}`}
          className={cx(
            "flex min-h-11 items-center gap-2.5 rounded-8 text-start data-hovered:bg-hover",
            wide ? "w-full px-2" : "px-1",
          )}
        >
          <span className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-bold text-link">
            {name.slice(0, 1)}
          </span>
          {wide && (
            <span className="min-w-0 flex-1 leading-tight">
              <span className="line-clamp-2 text-sm font-bold leading-5">{name}</span>
              <span className="block truncate text-xs text-muted">{roleWords(roles)}</span>
            </span>
          )}
          {wide && <Icon name="chevron-up" size={16} className="text-muted" />}
        </RacButton>
      }
    >
      {(close) => (
        <div className="flex w-64 flex-col gap-3">
          <div className="leading-6">
            <p className="font-bold">{name}</p>
            <p className="text-sm text-muted">{email}</p>
            <p className="text-sm text-muted">{roleWords(roles)}</p>
          </div>
          <fieldset className="border-t border-line pt-3">
            <legend className="float-left mb-1 w-full text-sm font-bold text-muted">
              {shellLabels.theme}
            </legend>
            {THEMES.map((option) => (
              <label
                key={option}
                className="relative clear-both flex min-h-10 cursor-pointer items-center gap-2.5 rounded-6 px-2 -mx-2 hover:bg-hover has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
              >
                <input
                  type="radio"
                  name="theme"
                  value={option}
                  checked={chosen === option}
                  onChange={() => {
                    setChosen(option);
                    applyTheme(option);
                  }}
                  className="sr-only"
                />
                <Icon name={THEME_ICON[option]} size={20} className="text-muted" />
                <span className="flex-1">{shellLabels.themes[option]}</span>
                <Icon name="check" size={16} className={chosen === option ? "text-link" : "invisible"} />
              </label>
            ))}
          </fieldset>
          <div className="border-t border-line pt-2 *:-mx-2">
            <Link
              href="/account"
              onClick={close}
              className={cx(ACCOUNT_ROW, "w-auto gap-2.5 px-2 no-underline")}
            >
              <Icon name="user" className="text-muted" />
              {shellLabels.ownAccount}
            </Link>
            {signOut}
          </div>
        </div>
      )}
    </Popover>
  );
}

const roleWords = (roles: Role[]): string => roles.map((role) => shellLabels.roles[role]).join("・");
