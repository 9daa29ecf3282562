import type { IconName } from "@/components/ui/icon";
import type { AnswerKind } from "@/lib/chatbot/answer";
import type { EntrySort, EntryState } from "@/lib/chatbot/entries/list";

const n = (value: number) => value.toLocaleString("ja-JP");

export const STATE_LABELS: Record<EntryState, string> = {
  changed: "下書きで変更",
  hidden: "ほかと重なる",
  review: "見直しの時期",
  future: "これから始まる",
  expired: "期限が過ぎた",
};

export const SORT_LABELS: Record<EntrySort, string> = {
  topic: "話題の順",
  title: "見出しの順",
  updated: "新しく変えた順",
  reviewed: "確認が古い順",
};

export const ANSWER_ICONS: Record<AnswerKind, IconName> = {
  text: "message-text",
  card: "newspaper",
  image: "image",
  location: "map-pin",
  link: "link",
  scenario: "forward",
};

export const deskLabels = {
  title: "応答",
  lead: "LINEで聞かれたことに自動で答える、FAQとキーワードです。変更は下書きにたまり、公開するまで住民には出ません。",
  nav: "応答のページ",
  pages: {
    entries: "FAQとキーワード",
    misses: "未回答",
    try: "試す",
    topics: "話題と窓口",
    versions: "違いと版",
  },
  openMisses: (count: number) => `未対応${n(count)}件`,
  create: "新しい項目",
  search: "見出し、言いかえ、答えを検索",
  kind: "種類",
  anyKind: "すべての種類",
  topic: "話題",
  anyTopic: "すべての話題",
  noTopic: "話題なし",
  section: "担当課",
  anySection: "すべての課",
  noSection: "市全体",
  sort: "並び順",
  states: "状態でしぼる",
  anyState: "すべて",
  total: (count: number) => `${n(count)}件`,
  synonyms: (count: number) => `言いかえ${n(count)}語`,
  reviewed: (day: string) => `確認 ${day}`,
  neverReviewed: "確認の記録なし",
  from: (day: string) => `${day}から`,
  until: (day: string) => `${day}まで`,
  added: "追加",
  changed: "変更",
  hiddenBy: (words: string) => `「${words}」と聞かれると、次の項目が答えます:`,
  noAnswer: "答えがありません",
  none: "まだ項目がありません",
  noneHelp:
    "「新しい項目」から、よく聞かれることとその答えを書いてください。下書きに入り、公開すると答え始めます。",
  noMatch: "条件に合う項目はありません",
  noMatchHelp: "言葉を短くするか、条件を減らしてください。",
  reset: "条件を消す",
  page: (page: number, pages: number) => `${n(page)} / ${n(pages)}ページ`,
  draftDifference: "下書きと公開中の違い",
  noDraft: "下書きはありません。項目を変えると、公開中との違いがここに出ます。",
  toDraft: "下書きとの違いを見る",
  hiddenWarning: (count: number) =>
    `ほかの項目に隠れて答えられない言葉が${n(count)}語あります。一覧の「ほかと重なる」で確かめてください。`,
} as const;
