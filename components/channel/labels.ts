import type { ChannelTrouble, ChannelView } from "@/lib/delivery/view";

const many = (n: number) => n.toLocaleString("ja-JP");

export const channelLabels = {
  title: "送信の状態",
  lead: "LINEへの一斉配信が、いま送れる状態かどうかを確かめるページです。",
  now: "いまの状態",
  facts: "くわしい状態",
  waiting: "担当者を待っている配信",
  headline: {
    "not-armed": "このデータベースからの送信は、まだ許可されていません",
    paused: "LINEが送信を断ったため、すべての配信を止めています",
    breaker: "LINEから応答がないため、間をあけて試しています",
    ok: "送信できます",
  } satisfies Record<ChannelTrouble, string>,
  why: {
    "not-armed":
      "配信の予約も、配信中だったものも、そのまま残っています。このデータベースが本番で使うものであることを確かめてから、管理者が許可してください。",
    paused:
      "送り終えた分と、これから送る分は、すべて残っています。LINE Developersのチャネルの設定とアクセストークンを確かめてから、管理者が再開してください。",
    breaker:
      "10秒に1回だけ試し、応答が戻りしだい、自動で再開します。操作はいりません。15分以上戻らなかったときは、配信を一時停止にして、担当者の確認を待ちます。",
    ok: "止まっているものはありません。",
  } satisfies Record<ChannelTrouble, string>,
  notArmed: {
    never: "このデータベースからは、一度も送信していません。",
    "no-file": "許可の控えファイル（設定 ARM_FILE）が見つかりません。",
    "other-file": "許可の控えファイルが、このデータベースを許可したときのものではありません。",
    "other-database":
      "別のデータベースから復元または複製されたものです。元のデータベースがまだ送信していないか、必ず確かめてください。",
    "set-back":
      "以前の状態に戻されています。戻す前に送った配信が、未送信と記録されている可能性があります。配信の一覧を確かめてください。",
  } satisfies Record<NonNullable<ChannelView["notArmed"]>, string>,
  armed: "送信の許可",
  armedAt: (at: string) => `許可済み（${at}）`,
  notArmedShort: "許可されていません",
  channel: "チャネル",
  channelPaused: (at: string, reason: string) => `停止中（${at}から、理由: ${reason}）`,
  works: "動いています",
  breaker: "LINEの応答",
  breakerOpen: (failures: number) => `続けて${many(failures)}回、応答がありません`,
  answers: "あります",
  rate: "送る速さ",
  slow: "LINEから「多すぎる」と返事があったため、しばらく半分にしています",
  normal: "ふだんどおり",
  sending: "配信中",
  sendingNow: (broadcasts: number, waiting: number) => `${many(broadcasts)}件（残り${many(waiting)}人）`,
  nothing: "ありません",
  late: (n: number) => `予約の時刻を15分以上過ぎていたもの ${many(n)}件`,
  grown: (n: number) => `宛先が承認のときより2割を超えて増えたもの ${many(n)}件`,
  short: (n: number) => `今月の残り通数が足りないもの ${many(n)}件`,
  altered: (n: number) => `承認された内容と違っていたもの ${many(n)}件`,
  stalled: (n: number) => `送信が15分以上進まなかったため止めたもの ${many(n)}件`,
  paused: (n: number) => `一時停止中のもの ${many(n)}件`,
  arm: "このデータベースから送信する",
  armTitle: "このデータベースからの送信を許可しますか",
  armText:
    "同じ市のデータベースがほかにもあり、そこからも送信すると、住民に同じ配信が二度届きます。本番で使うデータベースがこれ一つであることを確かめてください。",
  armConfirm: "送信を許可する",
  armDone: "送信を許可しました。15分以上過ぎた予約は、自動では送らず、確認を待ちます。",
  resume: "送信を再開する",
  resumeTitle: "すべての配信の送信を再開しますか",
  resumeText:
    "アクセストークンなど、断られた原因が直っていることを確かめてください。直っていなければ、すぐにまた止まります。",
  resumeConfirm: "再開する",
  resumeDone:
    "送信を再開しました。15分以上止まっていた配信は、自動では続けず、それぞれの画面で担当者が再開するのを待ちます。",
  administratorOnly: "許可と再開は、管理者ができます。",
  reasons: { "http-401": "認証の失敗（401）", "http-403": "利用の拒否（403）" } as Record<string, string>,
} as const;
