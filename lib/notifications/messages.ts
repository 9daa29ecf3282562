/** Words of the mail to the person in charge. */
export const ARRIVAL = {
  subjectMark: "【窓口】",
  high: "至急",
  lead: "新しい通報が届きました。",
  number: "受付番号",
  category: "分類",
  section: "担当",
  received: "受付",
  seen: "見つけた日時",
  seenHere: "住民の文章のため、画面で読んでください",
  place: "場所",
  placeHere: "住所や目印は、画面で読んでください",
  noPlace: "位置の情報はありません（地図外）",
  answers: "回答",
  photo: "写真",
  photoAttached: (count: number) =>
    count > 1 ? `${count}枚のうち1枚を小さくして付けています` : "小さくして付けています",
  photoWaiting: "取得を待っています（画面で確かめてください）",
  photoNone: "なし",
  ownWords: "住民の文章",
  ownWordsHere: "あります。個人の情報が入っていることがあるため、画面で読んでください",
  openCase: "この通報を画面で開く",
  openMap: "地理院地図で場所を見る",
  footer: (city: string) =>
    `このメールは${city}の窓口システムが自動で送っています。返信は届きません。担当の割り当ては管理者が変えられます。`,
} as const;
