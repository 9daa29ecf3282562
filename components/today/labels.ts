import type { OutboxKind } from "@/db/enums";

export const todayLabels = {
  title: "今日",
  waiting: "通報のいま",
  received: "受付",
  checking: "確認中",
  working: "対応中",
  overdue: "期限を過ぎた",
  mine: "自分が担当",
  withoutPoint: "場所が未定",
  unit: "件",
  newest: "まだ見ていない通報",
  newestEmpty: "まだ見ていない通報はありません",
  newestEmptyWhy: "LINEから通報が届くと、ここに新しい順に並びます。",
  late: "期限を過ぎた通報",
  lateEmpty: "期限を過ぎた通報はありません",
  lateEmptyWhy: "対応期限を過ぎると、古い順にここに並びます。",
  all: "すべて見る",
  trouble: "届いていない連絡",
  troubleEmpty: "届いていない連絡はありません",
  troubleEmptyWhy: "住民への返信や担当者へのメールが届かなかったとき、ここに並びます。",
  troubleWhy:
    "LINEやメールの相手に届いたか確かめられない、または届かなかった連絡です。自動では送り直しません。",
  parked: "読み取れなかったLINEの通知",
  parkedWhy: "何度試しても処理できず、止めてあります。ほかの通報には影響しません。管理者に知らせてください。",
  unknown: "不明",
  failed: "失敗",
  noReport: "通報以外",
  reason: "理由",
  kinds: { reply: "LINE返信", push: "LINEのお知らせ", mail: "担当者へのメール" } satisfies Record<
    OutboxKind,
    string
  >,
  by: (days: number) => `${days}日超過`,
  photos: (n: number) => `写真${n}枚`,
} as const;
