import type { IconName } from "@/components/ui/icon";
import type { Permission } from "@/lib/auth/permission";
import { shellLabels } from "./labels";

type NavEntry = { key: string; href: string; label: string; icon: IconName; permission: Permission };

/** The console's sections, in order. Add an entry when its page exists; the first four fit the phone's tab bar. */
const NAVIGATION: readonly NavEntry[] = [
  { key: "today", href: "/", label: shellLabels.nav.today, icon: "house", permission: "console.enter" },
  {
    key: "reports",
    href: "/reports",
    label: shellLabels.nav.reports,
    icon: "map-pin",
    permission: "report.view",
  },
  {
    key: "broadcasts",
    href: "/broadcasts",
    label: shellLabels.nav.broadcasts,
    icon: "megaphone",
    permission: "broadcast.view",
  },
  {
    key: "segments",
    href: "/segments",
    label: shellLabels.nav.segments,
    icon: "users",
    permission: "broadcast.view",
  },
  { key: "bot", href: "/bot", label: shellLabels.nav.bot, icon: "bot", permission: "bot.view" },
  {
    key: "garbage",
    href: "/garbage",
    label: shellLabels.nav.garbage,
    icon: "recycle",
    permission: "bot.view",
  },
  {
    key: "analytics",
    href: "/analytics",
    label: shellLabels.nav.analytics,
    icon: "chart-column",
    permission: "analytics.view",
  },
  {
    key: "channel",
    href: "/channel",
    label: shellLabels.nav.channel,
    icon: "send",
    permission: "broadcast.view",
  },
  {
    key: "troubles",
    href: "/troubles",
    label: shellLabels.nav.troubles,
    icon: "triangle-alert",
    permission: "inbox.view",
  },
  {
    key: "menu",
    href: "/menu",
    label: shellLabels.nav.menu,
    icon: "smartphone",
    permission: "menu.view",
  },
  {
    key: "preferences",
    href: "/preferences",
    label: shellLabels.nav.preferences,
    icon: "settings",
    permission: "content.manage",
  },
  { key: "staff", href: "/staff", label: shellLabels.nav.staff, icon: "users", permission: "staff.manage" },
  { key: "audit", href: "/audit", label: shellLabels.nav.audit, icon: "scroll", permission: "audit.view" },
];

export type NavItem = Omit<NavEntry, "permission">;

/** Is this entry the place where `path` is? The start page is only itself. */
export const isCurrent = (href: string, path: string): boolean =>
  href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);

/** What this person's permissions open. */
export const navItems = (permissions: readonly Permission[]): NavItem[] =>
  NAVIGATION.filter((entry) => permissions.includes(entry.permission)).map(
    ({ permission: _permission, ...item }) => item,
  );
