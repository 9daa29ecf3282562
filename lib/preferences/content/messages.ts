/** Why a change to the items of 受信設定 was not made: what was kept and what to do. */
export const CONTENT_REFUSED = {
  changed:
    "ほかの人が先に変更しました。入力した内容は保存していません。画面を閉じて、いまの内容を確かめてから、もう一度変えてください。",
  full: "項目は、終わりにしたものも含めて60個までです。終わりにした項目の番号は、ほかの意味で使い回せません。終わりにした項目を、もう一度使うことはできます。",
  "too-few": "受け取る情報は、2つより少なくできません。先に新しい項目を加えてください。",
  gone: "この項目が見つかりません。画面を読み直してください。",
} as const;
export type ContentRefusal = keyof typeof CONTENT_REFUSED;
