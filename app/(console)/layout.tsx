import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SessionWatch } from "@/components/account/session-watch";
import { ConsoleShell } from "@/components/shell/console-shell";
import { navItems } from "@/components/shell/navigation";
import { SignOutForm } from "@/components/shell/sign-out-form";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { loadShell } from "@/lib/today/loaders";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const shell = await loadShell();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <ConsoleShell shell={shell} items={navItems(shell.permissions)} theme={theme} signOut={<SignOutForm />}>
      <SessionWatch />
      {children}
    </ConsoleShell>
  );
}
