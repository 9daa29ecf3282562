import type { Book, BotEntryKind, VersionState } from "@/db/enums";
import type { EntryField } from "@/lib/chatbot/books/difference";
import type { ChangeCounts } from "@/lib/chatbot/books/state";

const n = (value: number) => value.toLocaleString("ja-JP");

export const BOOK_LABELS: Record<Book, string> = {
  faq: "FAQとキーワード",
  garbage: "ごみ分別の辞書",
  calendar: "収集カレンダー",
};

export const KIND_LABELS: Record<BotEntryKind, string> = {
  keyword: "キーワード",
  garbage: "ごみの品目",
  faq: "FAQ",
};

export const VERSION_LABELS: Record<VersionState, string> = {
  draft: "下書き",
  live: "公開中",
  retired: "以前の版",
};

/** What a book's own content is called, where it is named as one change. */
const CONTENT_LABELS: Record<Book, string> = {
  faq: "話題と窓口の電話",
  garbage: "分別の区分",
  calendar: "収集の予定",
};

export const fieldLabel = (field: EntryField, book: Book): string =>
  field === "category" && book === "faq" ? "話題" : FIELD_LABELS[field];

const FIELD_LABELS: Record<EntryField, string> = {
  kind: "種類",
  title: "見出し",
  reading: "読み",
  synonyms: "言いかえ",
  category: "分別の区分",
  note: "出し方の注意",
  answer: "答え",
  validFrom: "始まりの日",
  validUntil: "終わりの日",
  sectionId: "担当課",
  reviewedOn: "最終確認日",
};

/** 追加3件、変更12件、削除1件 */
export function countWords(counts: ChangeCounts, book: Book): string {
  const parts = [
    counts.added > 0 ? `追加${n(counts.added)}件` : "",
    counts.changed > 0 ? `変更${n(counts.changed)}件` : "",
    counts.removed > 0 ? `削除${n(counts.removed)}件` : "",
    counts.content ? `${CONTENT_LABELS[book]}の変更` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("、") : "違いはありません";
}

export const bookLabels = {
  draftTitle: (changes: number) =>
    changes > 0 ? `まだ公開していない変更が${n(changes)}件あります` : "下書きは、公開中の内容と同じです",
  draftBy: (names: string[]) => `変えた人: ${names.join("、")}`,
  draftNote: (note: string) => `もとの資料: ${note}`,
  behind:
    "この下書きを始めたあとに、別の版が公開されました。このまま公開すると、その版で変わったところも元に戻ります。違いを確かめてください。",
  seeDifference: "違いを見る",
  publish: "公開する",
  publishCount: (changes: number) => `${n(changes)}件の変更を公開する`,
  publishTitle: (book: Book) => `${BOOK_LABELS[book]}を公開しますか`,
  publishBody: (words: string) => `${words}。公開すると、数秒後から住民への答えに使われます。`,
  publishUndo: "公開したあとも、「版」からいつでも前の内容に戻せます。",
  note: "変えたことと理由",
  noteHelp: "版の一覧に残ります。",
  published: (words: string) => `公開しました（${words}）。数秒後から答えに使われます。`,
  askPublisher: "公開は、承認者か管理者が行います。下書きは保存されています。",
  discard: "下書きを捨てる",
  discardTitle: (book: Book) => `${BOOK_LABELS[book]}の下書きを捨てますか`,
  discardBody: (words: string) => `${words}が失われ、元に戻せません。公開中の内容は変わりません。`,
  discardNothing: "公開中の内容と同じなので、失われる変更はありません。",
  discardConfirm: (changes: number) => (changes > 0 ? `${n(changes)}件の変更を捨てる` : "下書きを捨てる"),
  discarded: "下書きを捨てました。公開中の内容はそのままです。",
  offline:
    "サーバーにつながらず、送れませんでした。まだ何も変わっていません。少し待ってから、もう一度押してください。",

  versions: "版",
  versionsHelp:
    "公開するたびに版が1つ増えます。どの版へも戻せます。戻すと、その版の写しが新しい版として公開されます。",
  noVersions: "まだ一度も公開していません",
  noVersionsHelp: "下書きを公開すると、ここに版が並びます。",
  number: (value: number) => `第${n(value)}版`,
  entries: (value: number) => `${n(value)}項目`,
  publishedBy: (name: string | null) => (name === null ? "初期設定" : name),
  copyOf: (value: number) => `第${n(value)}版の内容`,
  compare: "公開中との違い",
  compareHere: (value: number) => `公開中との違い（第${n(value)}版）`,
  compareOf: (value: number) => `第${n(value)}版と公開中の違い`,
  rollBack: "この版に戻す",
  rollBackHere: (value: number) => `この版に戻す（第${n(value)}版）`,
  rollBackOf: (value: number) => `第${n(value)}版に戻す`,
  rollBackTitle: (value: number) => `第${n(value)}版の内容に戻しますか`,
  rollBackBody: (words: string) => `公開中の内容と比べて、${words}。数秒後から住民への答えに使われます。`,
  rollBackKept: "いまの版と下書きは残ります。戻したあとで、また公開し直せます。",
  counting: "違いを数えています。",
  rolledBack: (value: number) => `第${n(value)}版の内容に戻しました。数秒後から答えに使われます。`,

  difference: "違い",
  nothing: "違いはありません",
  contentChanged: (book: Book) => `${CONTENT_LABELS[book]}が変わります。`,
  groups: { added: "追加", changed: "変更", removed: "削除" },
  group: (name: string, count: number) => `${name} ${n(count)}件`,
  groupOf: (name: string, all: number, shown: number) => `${name} ${n(all)}件のうち${n(shown)}件`,
  more: (rest: number) => `ほか${n(rest)}件`,
  before: "前",
  after: "後",
  none: "なし",
} as const;
