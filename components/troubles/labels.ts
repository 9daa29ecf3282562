import type { OutboxKind } from "@/db/enums";
import type { DismissalReason } from "@/lib/inbox/dismissal";
import type { EventKind } from "@/lib/inbox/kind";
import type { Advice } from "@/lib/troubles/advice";

export const troubleLabels = {
  title: "不具合",
  lead: "システムだけでは片付けられず、人の判断を待っているものです。",
  count: (n: number) => `${n.toLocaleString("ja-JP")}件`,
  newest: "先頭へ戻る",
  pageEmpty: "このページに残っているものはありません",
  pageEmptyWhy: "ほかのページにはまだあります。先頭へ戻って確かめてください。",

  events: "受け取れなかった出来事",
  eventsWhy:
    "LINEから届きましたが、5回試しても処理できずに止めてあるものです。ほかの通報には影響しません。住民が書いた内容はここには出ません。",
  eventsEmpty: "受け取れなかった出来事はありません",
  eventsEmptyWhy: "LINEから届いた出来事を何度試しても処理できなかったとき、新しい順にここに並びます。",
  eventsPages: "受け取れなかった出来事のページ",
  received: (at: string) => `${at} 受信`,
  resident: (code: string) => `住民 ${code}`,
  nobody: "住民の番号なし",
  tries: (n: number) => `${n}回失敗`,
  aboutEvent: (kind: string, at: string) => `${kind} ${at}`,
  retry: "もう一度処理する",
  retryOf: (event: string) => `もう一度処理する: ${event}`,
  retried: "もう一度処理しています。うまくいかなければ、2分ほどでここに戻ります。",
  retryAll: (n: number) => `すべてもう一度(${n.toLocaleString("ja-JP")}件)`,
  retryAllTitle: (n: number) => `${n.toLocaleString("ja-JP")}件をもう一度処理しますか`,
  retryAllText:
    "止めてある出来事を、古いものから順に処理し直します。通報が新しく受け付けられたり、住民に返信が届いたりすることがあります。",
  retryAllConfirm: (n: number) => `${n.toLocaleString("ja-JP")}件をもう一度処理する`,
  retriedAll: (n: number, left: number) =>
    left > 0
      ? `${n.toLocaleString("ja-JP")}件をもう一度処理しています。残りの${left.toLocaleString("ja-JP")}件は、少し待ってから同じ操作をしてください。`
      : `${n.toLocaleString("ja-JP")}件をもう一度処理しています。うまくいかなければ、2分ほどでここに戻ります。`,
  dismiss: "処理しない",
  dismissOf: (event: string) => `処理しない: ${event}`,
  dismissTitle: (event: string) => `「${event}」を処理しないことにしますか`,
  dismissText:
    "一覧から消え、住民には何も届きません。あとから処理し直すことはできません。理由は操作の記録に残ります。",
  dismissReason: "処理しない理由",
  dismissConfirm: "この出来事を処理しない",
  dismissed: "処理しないことにしました。",
  reasons: {
    handled: "電話など、ほかの方法で対応した",
    outdated: "時間がたち、もう必要がない",
    trial: "試験や誤操作によるもの",
    unsupported: "この仕組みでは扱えない内容",
  } satisfies Record<DismissalReason, string>,
  eventKinds: {
    text: "文章",
    image: "写真",
    location: "位置情報",
    sticker: "スタンプ",
    video: "動画",
    audio: "音声",
    file: "ファイル",
    message: "メッセージ",
    postback: "ボタンの操作",
    follow: "友だち追加",
    unfollow: "ブロック",
    unsend: "送信の取り消し",
    other: "そのほかの出来事",
  } satisfies Record<EventKind, string>,

  messages: "届かなかった・届いたか分からないメッセージ",
  messagesWhy: "自動では送り直しません。同じものが二度届くのを防ぐためです。",
  messagesEmpty: "届かなかったメッセージはありません",
  messagesEmptyWhy: "住民への返信や担当者へのメールが届かなかったとき、新しい順にここに並びます。",
  messagesPages: "届かなかったメッセージのページ",
  states: { unknown: "届いたか不明", failed: "届かず" },
  messageKinds: {
    reply: "LINE返信",
    push: "LINEのお知らせ",
    mail: "担当者へのメール",
  } satisfies Record<OutboxKind, string>,
  noReport: "通報以外",
  hiddenReport: "ほかの課の通報",
  reason: "理由",
  resend: "再送",
  resendOf: (mail: string) => `再送: ${mail}`,
  resent: "メールを再送しています。届かなければ、またここに並びます。",
  advice: {
    "check-mailbox": "宛先が正しいか、受信箱がいっぱいでないかを確かめてから、再送してください。",
    "check-mail-server": "メールサーバーの設定を管理者に確かめてもらってから、再送してください。",
    "tell-section":
      "再送しても届きません。担当課に通報の番号を伝え、宛先の設定を管理者に見てもらってください。",
    "nothing-to-do": "もとの通報がないため、することはありません。",
    "look-at-report": "通報の画面で経過を確かめ、必要なら改めてメッセージを送ってください。",
    "write-again": "通報の画面から、文面を見直して送り直してください。",
    "wait-for-resident": "住民が次に話しかけると、続きから案内します。",
  } satisfies Record<Advice, string>,
} as const;
