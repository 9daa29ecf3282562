import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Shell } from "@/lib/today/view";
import { AccountMenu } from "./account-menu";
import { ACCOUNT_ROW } from "./account-row";
import { Brand, DemoBadge } from "./brand";
import { ChannelWatch } from "./channel-watch";
import { shellLabels } from "./labels";
import { MenuWatch } from "./menu-watch";
import { NavLinks } from "./nav-links";
import type { NavItem } from "./navigation";
import { SystemWatch } from "./system-watch";
import { TabBar } from "./tab-bar";
import type { Theme } from "./theme";

/** The frame of every console page: side bar from 1024 px, top and bottom bars below. */
export function ConsoleShell({
  shell,
  items,
  theme,
  signOut,
  children,
}: {
  shell: Shell;
  items: NavItem[];
  theme: Theme;
  signOut: ReactNode;
  children: ReactNode;
}) {
  const account = { ...shell.staff, theme, signOut };
  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      <a
        href="#main"
        className="sr-only rounded-8 bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60"
      >
        {shellLabels.skip}
      </a>
      <div className="sticky top-0 z-30 hidden h-dvh w-52 shrink-0 flex-col gap-4 border-r border-line bg-surface p-3 lg:flex print:hidden">
        <header className="flex flex-col gap-2 px-1 pt-1">
          <Brand cityName={shell.cityName} />
          {shell.demo && (
            <span>
              <DemoBadge />
            </span>
          )}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <NavLinks items={items} />
        </div>
        {shell.sandbox && <SandboxLink />}
        <AccountMenu {...account} wide />
      </div>
      <header className="sticky top-0 z-30 flex min-h-14 items-center justify-between gap-3 border-b border-line bg-surface px-4 lg:hidden print:hidden">
        <Brand cityName={shell.cityName} />
        <span className="flex items-center gap-2">
          {shell.demo && <DemoBadge />}
          <AccountMenu {...account} />
        </span>
      </header>
      <div className="flex min-w-0 flex-1 flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] lg:pb-0 print:pb-0">
        <SystemWatch workerStopped={shell.workerStopped} />
        <MenuWatch mode={shell.menuMode} />
        {shell.channelTrouble !== null && <ChannelWatch trouble={shell.channelTrouble} />}
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
      <TabBar items={items}>{shell.sandbox && <SandboxLink />}</TabBar>
    </div>
  );
}

const SandboxLink = () => (
  <a
    href="/sandbox"
    target="_blank"
    rel="noreferrer"
    className={`${ACCOUNT_ROW} gap-3 px-3 text-muted no-underline`}
  >
    <Icon name="smartphone" />
    <span className="flex-1">{shellLabels.sandbox}</span>
    <Icon name="external-link" size={16} />
  </a>
);
