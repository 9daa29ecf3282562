/** Why a decision about unanswered questions was not carried out: what was kept and what to do. */
export const MISS_REFUSALS = {
  gone: "選んだ項目は、ほかの人が削除しました。まだ何も変えていません。別の項目を選んでください。",
  settled: "ほかの人が先に対応しました。まだ何も変えていません。一覧を最新にしてください。",
  masked:
    "電話番号などを伏せた言葉は、そのままでは覚えさせられません。まだ何も変えていません。「ほかの項目を選ぶ」から、言葉を整えてください。",
  full: "この項目の言いかえは、もう入りきりません。まだ何も変えていません。使っていない言いかえを外してください。",
} as const;
export type MissRefusal = keyof typeof MISS_REFUSALS;
