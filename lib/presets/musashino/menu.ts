import type { MenuMode } from "@/db/enums";
import type { MenuContent } from "@/lib/menus/plan";
import { disasterMenu, inTone, livingTab, plain, settingsTile, start, urgentCall } from "../menu-tabs";

const SORTING = "ごみの分け方を知りたい";
const HALL = "0422-00-0000";

export const musashinoMenus: Record<MenuMode, MenuContent> = {
  normal: {
    chatBarText: "メニューを開く",
    tabs: [
      {
        title: "通報・相談",
        template: "feature-6",
        tiles: [
          inTone(
            "main",
            { icon: "report", label: "通報・情報提供", note: "道路や公園のことを送る" },
            start("report"),
          ),
          settingsTile,
          plain("road", "道路", "穴・街路灯など", start("report.road")),
          plain("park", "公園・街路樹", "遊具・枝折れなど", start("report.green")),
          plain("sewer", "下水のにおい", "いつ・どこで", start("report.smell")),
          urgentCall(HALL),
        ],
      },
      livingTab(SORTING),
    ],
  },
  disaster: disasterMenu({ hall: HALL, sorting: SORTING, report: "通報" }),
};
