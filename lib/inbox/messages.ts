/** What staff read when an act on a parked event is refused. */
export const PARKED_MESSAGES = {
  "not-parked": "ほかの人がすでに対応したか、処理が済んでいます。一覧を最新にしました。",
  "must-process":
    "住民がメッセージの送信を取り消した知らせです。取り消しに応じる必要があるため、「もう一度処理する」を使ってください。",
} as const;
