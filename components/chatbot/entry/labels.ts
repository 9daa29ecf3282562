import type { Spoken } from "@/db/enums";
import type { AnswerKind } from "@/lib/chatbot/answer";

const n = (value: number) => value.toLocaleString("ja-JP");

export const LANGUAGE_LABELS: Record<Spoken, string> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "English",
  zh: "中文",
  ko: "한국어",
};

export const ANSWER_HELP: Record<AnswerKind, string> = {
  text: "文章だけで答えます。",
  card: "見出し、画像、ボタンの付いたカードで答えます。",
  image: "画像と、それを言葉で説明した文章で答えます。画像は読み上げられないため、説明が必要です。",
  location: "文章と、地図で開ける場所を送ります。",
  link: "文章と、くわしいページを開くボタンを送ります。",
  scenario: "通報などの案内を始めるボタンを送ります。",
};

export const entryLabels = {
  newTitle: "新しい項目",
  back: "FAQとキーワードの一覧へ",
  readOnly: "この項目は担当課の人が編集できます。内容を見ることはできます。",
  changedBy: (name: string) => `最後に変えた人: ${name}`,
  added: "下書きで追加",
  changed: "下書きで変更",

  words: "聞かれる言葉",
  kind: "種類",
  kinds: { faq: "FAQ（質問と答え）", keyword: "キーワード（決まった言葉への答え）" },
  kindHelp: {
    faq: "似た質問にも答えます。迷うときはこちらを選んでください。",
    keyword: "この言葉どおりに聞かれたとき、ごみの辞書やFAQより先に答えます。",
  },
  title: "見出し",
  titleHelp: "住民が聞く言葉で書きます。候補のボタンにもこの言葉が出ます（例: 住民票の写しを取りたい）。",
  reading: "読み",
  readingHelp: "ひらがなで。漢字で打てない人にも見つかります。",
  synonyms: "言いかえ",
  synonymsHelp:
    "同じことを聞く、ほかの言い方。質問の文でもかまいません。Enterで加えます。大文字と小文字、全角と半角、ひらがなとカタカナの違いは入れなくても見つかります。",
  overlapHides: "この項目の言葉は、ほかの項目が先に答えます",
  overlapTakes: "この項目の言葉が、ほかの項目を隠します",
  overlapHelp: "同じ言葉には、キーワード、ごみの辞書、FAQの順に、先にある項目だけが答えます。",
  overlapBy: (words: string) => `「${words}」と聞かれて答えるのは`,
  overlapOf: (words: string) => `「${words}」と聞かれても出なくなるのは`,

  answer: "答え",
  answerKind: "答え方",
  languages: "答えの言葉",
  language: (name: string) => `${name}の答え`,
  notWritten: "未記入",
  fallback: (name: string) =>
    `${name}を書かないと、その言葉を選んでいる住民には、やさしい日本語か日本語の答えが届きます。`,
  text: "文章",
  imageText: "画像の説明",
  cardTitle: "カードの見出し",
  placeTitle: "場所の名前",
  address: "住所",
  point: "場所",
  buttonLabel: "ボタンの文字",
  buttonLabelOf: (at: number) => `ボタンの文字（${n(at)}番目）`,
  url: "開くページ",
  urlHelp: "https:// で始まるアドレス",
  buttons: "ボタン",
  buttonUriOf: (at: number) => `開くページか電話（${n(at)}番目）`,
  buttonUriExample: "https:// か tel:",
  addButton: "ボタンを足す",
  removeButton: (at: number) => `${n(at)}番目のボタンを外す`,
  start: "始める流れ",

  facts: "担当と期間",
  topic: "話題",
  noTopic: "話題なし",
  topicHelp: "「見つかりません」のあとに出る話題のボタンから、この項目にたどり着けます。",
  section: "担当課",
  wholeCity: "市全体",
  sectionHelp: "その課の人が編集でき、答えの確認を受け持ちます。",
  validFrom: "始まりの日",
  validUntil: "終わりの日",
  validHelp: "この期間だけ答えます。空けておくと、いつも答えます。",
  reviewedOn: "最後に内容を確かめた日",
  reviewedHelp: "1年たつと、一覧に「見直しの時期」と出ます。",
  today: "今日にする",

  preview: "住民に届く答え",
  previewWaits: "答えを書くと、ここに届く形で出ます。",
  looks: { light: "明るい", dark: "暗い", large: "大きな文字" },

  save: "下書きに保存",
  unread: "読み取れない入力があります。直してから保存してください。",
  saved: "下書きに保存しました。公開するまで住民には出ません。",
  dirty: "まだ保存していません",
  fresh: "まだ保存していません",
  clean: "保存してあります",
  restored: "前にこの画面で入力して、保存していなかった内容を戻しました。",
  forget: "捨てて、保存してある内容にする",
  problems: (count: number) => `直すところが${n(count)}件あります`,
  remove: "削除",
  removeTitle: (title: string) => `「${title}」を削除しますか`,
  removeBody:
    "下書きから削除します。公開するまで、住民にはいまの答えが出ます。「違いと版」から取り消せます。",
  removeConfirm: "下書きから削除する",
  removed: (title: string) => `「${title}」を下書きから削除しました。公開すると、答えなくなります。`,
  revert: "公開中の内容に戻す",
  revertTitle: (title: string) => `「${title}」を公開中の内容に戻しますか`,
  revertBody: "この項目への下書きの変更を捨てます。ほかの項目の下書きは残ります。",
  revertAddedBody: "この項目はまだ公開していないため、下書きからなくなります。ほかの項目の下書きは残ります。",
  revertedAdded: (title: string) => `「${title}」を下書きから削除しました。`,
  reverted: (title: string) => `「${title}」の下書きの変更を取り消しました。`,
  missesSettled: (count: number) => `未回答の質問${n(count)}件を、この項目で対応済みにしました。`,
  fromMisses: (count: number) =>
    `未回答の質問${n(count)}件から作っています。保存すると、対応済みになります。見出しを質問らしく整え、答えを書いてください。`,
  fromMissesMasked: "電話番号などを伏せた質問は、言葉に入れていません。必要な言葉は自分で加えてください。",

  conflictTitle: "ほかの人が先に保存しました",
  conflictBody: (name: string | null) =>
    `${name ?? "ほかの人"}がこの項目を先に保存しました。あなたの入力はこの画面に残っています。どちらを残すか選んでください。`,
  conflictTheirs: "先に保存された内容",
  keepMine: "自分の入力で上書きする",
  takeTheirs: "先に保存された内容にする",
} as const;
