/** What staff read when an act on a book is refused. */
export const BOOK_REFUSALS = {
  "no-draft": "下書きはありません。ほかの人が公開したか、捨てました。一覧を最新にしてください。",
  "draft-changed":
    "確かめたあとに、ほかの人が下書きを変えました。まだ公開していません。違いをもう一度確かめてから公開してください。",
  unchanged: "公開中の内容と同じです。公開するものはありません。",
  "is-live": "その版は、いま公開中です。",
  "never-live": "まだ公開したことのない版へは戻せません。",
  "live-changed":
    "確かめたあとに、ほかの人が別の版を公開しました。まだ何も変えていません。一覧を最新にしてください。",
} as const;
export type BookRefusal = keyof typeof BOOK_REFUSALS;

/** How an answer is given, in the words of the console. */
export const ANSWER_WORDS = {
  text: "文章",
  card: "カード",
  image: "画像",
  location: "地図の場所",
  link: "リンク",
  scenario: "案内を始める",
} as const;
