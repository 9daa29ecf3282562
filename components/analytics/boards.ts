import type { TabView } from "@/lib/analytics/view";
import type { Board } from "./card";
import { botBoard } from "./cards/bot";
import { broadcastsBoard } from "./cards/broadcasts";
import { friendsBoard } from "./cards/friends";
import { reportsBoard } from "./cards/reports";

/** The cards of a tab: what the page draws and what the files hold. */
export function boardOf(found: TabView): Board {
  switch (found.tab) {
    case "friends":
      return friendsBoard(found.view);
    case "bot":
      return botBoard(found.view);
    case "reports":
      return reportsBoard(found.view);
    case "broadcasts":
      return broadcastsBoard(found.view);
  }
}
