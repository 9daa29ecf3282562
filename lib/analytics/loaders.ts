import "server-only";
import { findSketchText } from "@/lib/areas/queries";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { findCityProfile } from "@/lib/city/queries";
import { env } from "@/lib/core/env";
import { isoDate } from "@/lib/core/time";
import { getTabView } from "./queries";
import { parseAnalyticsSearch, rangeOfSearch, TABS } from "./search";

type Source = Record<string, string | string[] | undefined>;

/** The frame of 分析 at once; `board` is still being counted when this answers. */
export async function loadAnalytics(source: Source) {
  const ctx = await requireStaff("analytics.view");
  const opensBroadcasts = can(ctx.actor, "broadcast.view").ok;
  const tabs = TABS.filter((tab) => tab !== "broadcasts" || opensBroadcasts);
  const asked = parseAnalyticsSearch(source);
  const search = tabs.includes(asked.tab) ? asked : { ...asked, tab: TABS[0] };
  const range = rangeOfSearch(search, isoDate(ctx.now));
  const city = await findCityProfile(ctx);
  const board = Promise.all([
    getTabView(ctx, search.tab, range),
    search.tab === "reports" ? findSketchText(ctx) : null,
  ]).then(([view, sketch]) => ({ view, sketch, tileUrl: env().MAP_TILE_URL }));
  return { now: ctx.now, cityName: city?.name ?? "", search, range, tabs, opensBroadcasts, board };
}
export type LoadedAnalytics = Awaited<ReturnType<typeof loadAnalytics>>;
