/** Why a menu was not changed: what was kept and what to do. */
export const MENU_REFUSED = {
  changed:
    "ほかの人が先に変更しました。入力した内容は、この画面にまだ残っています。内容を控えてから、画面を読み直してください。",
  "no-content": "メニューの内容がまだありません。市のデータを読み込んでください（npm run db:seed）。",
  "no-draft": "下書きが見つかりません。画面を読み直してください。",
  problems: "直すところがあります。赤い印の項目を確かめてください。入力した内容は残っています。",
  letters: (letters: string) =>
    `絵にできない文字があります: ${letters}。別の文字に変えてください（絵文字や丸数字などは使えません）。`,
  "unknown-start": "始める手続きが見つかりません。ボタンの動きを選び直してください。",
  "unknown-topic": "よくある質問の分野が見つかりません。ボタンの動きを選び直してください。",
  already: "すでにこのメニューです。ほかの人が先に切り替えました。",
  "not-armed":
    "このデータベースからの送信が許可されていないため、LINEのメニューは変えていません。管理者が「送信の状態」で許可してから、もう一度操作してください。",
  gone: "この版が見つかりません。画面を読み直してください。",
} as const;
export type MenuRefusal = keyof typeof MENU_REFUSED;

/** What `npm run line:setup` says. */
export const SETUP_MESSAGES = {
  published: "リッチメニュー（平常時と災害時）を公開しました",
  unchanged: "リッチメニューは公開済みです",
  noContent: "市のデータがありません。npm run db:seed -- --city kumamoto などを先に実行してください。",
  notArmed:
    "このデータベースからの送信は許可されていません。LINE には別に公開したメニューがあるため、変えていません。本番のデータベースなら、npm run channel:arm のあとで、もう一度実行してください。",
  failed: (why: string) =>
    `リッチメニューを公開できませんでした (${why})。もう一度実行すると、続きから行います。`,
  late: "リッチメニューの公開が、まだ終わっていません。ワーカーが続きを行います。画面「リッチメニュー」で確かめてください。",
} as const;
