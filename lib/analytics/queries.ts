import type { Ctx, StaffActor } from "@/lib/core/context";
import { getBotView } from "./bot/queries";
import { getBroadcastsView } from "./broadcasts/queries";
import { getFriendsView } from "./friends/queries";
import { getReportsView } from "./reports/queries";
import type { Tab } from "./search";
import type { Range, TabView } from "./view";

/** What one tab shows of a range; null: this person may see nothing of it. */
export async function getTabView(ctx: Ctx<StaffActor>, tab: Tab, range: Range): Promise<TabView | null> {
  switch (tab) {
    case "friends":
      return { tab, view: await getFriendsView(ctx, range) };
    case "bot":
      return { tab, view: await getBotView(ctx, range) };
    case "reports":
      return { tab, view: await getReportsView(ctx, range) };
    case "broadcasts": {
      const view = await getBroadcastsView(ctx, range);
      return view && { tab, view };
    }
  }
}
