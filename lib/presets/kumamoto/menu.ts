import type { MenuMode } from "@/db/enums";
import type { MenuContent } from "@/lib/menus/plan";
import { disasterMenu, inTone, livingTab, plain, settingsTile, start, urgentCall } from "../menu-tabs";

const SORTING = "ごみの分別がわからない";
const HALL = "096-000-0000";

export const kumamotoMenus: Record<MenuMode, MenuContent> = {
  normal: {
    chatBarText: "メニューを開く",
    tabs: [
      {
        title: "通報・相談",
        template: "feature-8",
        tiles: [
          inTone(
            "main",
            { icon: "report", label: "市民レポート", note: "こわれた場所を知らせる" },
            start("report"),
          ),
          settingsTile,
          plain("road", "道路", "穴・段差・外灯など", start("report.road")),
          plain("river", "河川", "護岸・ごみなど", start("report.river")),
          plain("park", "公園", "遊具・樹木など", start("report.park")),
          plain("theft", "持ち去り", "資源物の持ち去り", start("report.takeaway")),
          plain("water", "漏水", "道路の水もれ", start("report.leak")),
          urgentCall(HALL),
        ],
      },
      livingTab(SORTING),
    ],
  },
  disaster: disasterMenu({ hall: HALL, sorting: SORTING, report: "市民レポート" }),
};
