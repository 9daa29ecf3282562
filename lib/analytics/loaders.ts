import "server-only";
import { findSketchText } from "@/lib/areas/queries";
import { findStaff, requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { findCityProfile } from "@/lib/city/queries";
import { env } from "@/lib/core/env";
import { isoDate } from "@/lib/core/time";
import { getTabView } from "./queries";
import { parseAnalyticsSearch, rangeOfSearch, TABS, type Tab } from "./search";

/** Who may not read broadcasts is shown the first tab instead. */
const tabsOf = (opensBroadcasts: boolean) => TABS.filter((tab) => tab !== "broadcasts" || opensBroadcasts);

type Source = Record<string, string | string[] | undefined>;

/** The frame of 分析 at once; `board` is still being counted when this answers. */
export async function loadAnalytics(source: Source) {
  const ctx = await requireStaff("analytics.view");
  const opensBroadcasts = can(ctx.actor, "broadcast.view").ok;
  const tabs = tabsOf(opensBroadcasts);
  const asked = parseAnalyticsSearch(source);
  const search = tabs.includes(asked.tab) ? asked : { ...asked, tab: TABS[0] };
  const today = isoDate(ctx.now);
  const range = rangeOfSearch(search, today);
  const city = await findCityProfile(ctx);
  const board = Promise.all([
    getTabView(ctx, search.tab, range),
    search.tab === "reports" ? findSketchText(ctx) : null,
  ]).then(([view, sketch]) => ({ view, sketch, tileUrl: env().MAP_TILE_URL }));
  return { now: ctx.now, cityName: city?.name ?? "", search, range, today, tabs, opensBroadcasts, board };
}
export type LoadedAnalytics = Awaited<ReturnType<typeof loadAnalytics>>;

/** For the page's title: the tab that is shown. */
export async function findShownTab(source: Source): Promise<Tab> {
  const staff = await findStaff();
  const { tab } = parseAnalyticsSearch(source);
  return tabsOf(staff !== null && can(staff.actor, "broadcast.view").ok).includes(tab) ? tab : TABS[0];
}
