/** Words of the frame round every page. */
export const shellLabels = {
  product: "市民窓口",
  skip: "本文へ移動",
  navigation: "主なメニュー",
  demo: "架空のデモです",
  menu: "メニュー",
  account: "アカウント",
  signOut: "サインアウト",
  theme: "表示",
  themes: { system: "端末の設定に合わせる", light: "明るい", dark: "暗い" },
  ownAccount: "自分のアカウント",
  workerStopped: "配信ワーカー停止",
  workerStoppedWhy:
    "住民への返信、通知メール、写真の取り込みが止まっています。受け付けた通報は保存されており、再開すると送られます。",
  lost: "サーバーにつながりません。つながりしだい自動で再開します。入力中の内容は消さないでください。",
  back: "つながりました。",
  sandbox: "体験用スマホ",
  nav: {
    today: "今日",
    reports: "通報",
    broadcasts: "配信",
    segments: "配信の対象",
    troubles: "不具合",
    staff: "職員",
    audit: "操作の記録",
  },
  roles: {
    administrator: "管理者",
    triage: "受付・振り分け",
    section: "担当課",
    author: "配信作成",
    approver: "配信承認",
    viewer: "閲覧",
  },
  notFound: {
    title: "このページはありません",
    text: "アドレスが変わったか、消された可能性があります。",
  },
  forbidden: {
    title: "このページを見る権限がありません",
    text: "必要なときは、管理者に役割の追加を頼んでください。",
  },
  roleless: {
    title: "使える画面がまだありません",
    text: "サインインはできていますが、役割が付いていません。この仕組みの管理者(情報政策課など)に、役割の追加を頼んでください。",
  },
  failed: {
    title: "うまく表示できませんでした",
    text: "一時的な不具合の可能性があります。もう一度試しても直らないときは、管理者に時刻を伝えてください。",
    retry: "もう一度試す",
  },
  toToday: "今日の画面へ",
} as const;
