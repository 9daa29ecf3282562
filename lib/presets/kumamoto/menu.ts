import type { MenuPlan } from "@/lib/menus/plan";

export const kumamotoMenu: MenuPlan = {
  name: "熊本市（デモ）",
  chatBarText: "メニューを開く",
  city: "熊本市",
  large: {
    label: "市民レポート",
    note: "こわれた道路や公園を知らせる",
    icon: "report",
    tone: "main",
    action: { kind: "start", scenario: "report" },
  },
  under: {
    label: "受信設定",
    note: "届くお知らせを選ぶ・止める",
    icon: "settings",
    tone: "plain",
    action: { kind: "preferences" },
  },
  small: [
    {
      label: "道路",
      note: "穴・段差・外灯など",
      icon: "road",
      tone: "plain",
      action: { kind: "start", scenario: "report.road" },
    },
    {
      label: "河川",
      note: "護岸・ごみなど",
      icon: "river",
      tone: "plain",
      action: { kind: "start", scenario: "report.river" },
    },
    {
      label: "公園",
      note: "遊具・樹木など",
      icon: "park",
      tone: "plain",
      action: { kind: "start", scenario: "report.park" },
    },
    {
      label: "持ち去り",
      note: "資源物などの持ち去り",
      icon: "theft",
      tone: "plain",
      action: { kind: "start", scenario: "report.takeaway" },
    },
    {
      label: "漏水",
      note: "道路の水もれ",
      icon: "water",
      tone: "plain",
      action: { kind: "start", scenario: "report.leak" },
    },
    {
      label: "急ぎは電話",
      note: "096-000-0000",
      icon: "phone",
      tone: "urgent",
      action: { kind: "call", number: "096-000-0000" },
    },
  ],
};
