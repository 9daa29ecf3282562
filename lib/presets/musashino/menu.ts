import type { MenuPlan } from "@/lib/menus/plan";

export const musashinoMenu: MenuPlan = {
  name: "武蔵野市（デモ）",
  chatBarText: "メニューを開く",
  city: "武蔵野市",
  large: {
    label: "通報・情報提供",
    note: "道路・公園・下水のことを知らせる",
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
      note: "穴・街路灯・ガードレール",
      icon: "road",
      tone: "plain",
      action: { kind: "start", scenario: "report.road" },
    },
    {
      label: "公園・街路樹",
      note: "遊具・ベンチ・枝折れ",
      icon: "park",
      tone: "plain",
      action: { kind: "start", scenario: "report.green" },
    },
    {
      label: "下水のにおい",
      note: "いつ・どこでにおうか",
      icon: "sewer",
      tone: "plain",
      action: { kind: "start", scenario: "report.smell" },
    },
    {
      label: "急ぎは電話",
      note: "0422-00-0000",
      icon: "phone",
      tone: "urgent",
      action: { kind: "call", number: "0422-00-0000" },
    },
  ],
};
