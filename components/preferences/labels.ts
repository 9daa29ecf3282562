import type { QuestionKey, Spoken, Trait } from "@/db/enums";

export const preferencesLabels = {
  title: "受信設定の項目",
  lead: "住民がLINEで選ぶ項目です。変えると、数秒後からトークと設定ページに出ます。",
  interests: "受け取る情報",
  interestsHint: "2つから60個まで。終わりにした項目は出なくなりますが、住民が選んだことは残ります。",
  addInterest: "項目を加える",
  editInterest: (label: string) => `「${label}」を変える`,
  newInterest: "新しい項目",
  chosenBy: (n: number) => `${n.toLocaleString("ja-JP")}人が選択`,
  from: (day: string) => `${day}から`,
  until: (day: string) => `${day}まで`,
  over: "終わり",
  waiting: "これから",
  edit: "変える",
  editOf: (label: string) => `「${label}」を変える`,
  up: (label: string) => `「${label}」を上へ`,
  down: (label: string) => `「${label}」を下へ`,
  archive: "終わりにする",
  archiveOf: (label: string) => `「${label}」を終わりにする`,
  archiveTitle: (label: string) => `「${label}」を終わりにしますか`,
  archiveText: (n: number) =>
    n === 0
      ? "住民の画面に出なくなります。選んでいる人はいません。あとで戻せます。"
      : `住民の画面に出なくなります。いま${n.toLocaleString("ja-JP")}人が選んでいます。選んだことは残り、あとで戻せます。`,
  archiveConfirm: (n: number) =>
    n === 0 ? "終わりにする" : `${n.toLocaleString("ja-JP")}人が選んだ項目を終わりにする`,
  restore: "もう一度使う",
  restoreOf: (label: string) => `「${label}」をもう一度使う`,
  ended: "終わりにした項目",
  questions: "質問",
  questionsHint: "友だちになったときに、上から順に聞きます。住民はどの質問もとばせます。",
  asked: "聞く",
  notAsked: "聞かない",
  askIt: "この質問を聞く",
  options: "選択肢",
  addOption: (trait: string) => `${trait}の選択肢を加える`,
  newOption: "新しい選択肢",
  optionsHint:
    "「答えない」はいつも出ます。人数を数える区切りなので、意味の違う言葉に変えず、新しい選択肢を加えてください。",
  label: "名前",
  labelHint:
    "20文字まで。日本語のほかは空けておけます。空いた言葉には、英語・やさしい日本語・日本語の順に近いものが出ます。",
  description: "説明",
  prompt: "質問の文",
  note: "説明",
  icon: "絵",
  noIcon: "なし",
  validFrom: "始まりの日",
  validUntil: "終わりの日",
  validHint: "空けておくと、いつも出ます（例: 2026-12-01）",
  save: "保存する",
  saved: "保存しました。",
  cancel: "やめる",
} as const;

export const traitLabels: Record<Trait, string> = { age_band: "年代", gender: "性別" };
export const questionLabels: Record<QuestionKey, string> = {
  age_band: "年代",
  gender: "性別",
  area: "地域",
  interests: "受け取る情報",
  language: "言葉",
};
export const spokenLabels: Record<Spoken, string> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "英語",
  zh: "中国語",
  ko: "韓国語",
};

/** Pictures that fit what cities send news of. */
export const TOPIC_ICONS: Record<string, string> = {
  calendar: "カレンダー",
  bike: "自転車",
  star: "星",
  "heart-pulse": "心臓",
  baby: "赤ちゃん",
  accessibility: "車いす",
  briefcase: "かばん",
  "shield-check": "盾",
  siren: "サイレン",
  recycle: "リサイクル",
  newspaper: "新聞",
  megaphone: "メガホン",
  school: "学校",
  "hand-heart": "手とハート",
  users: "人びと",
  "book-open": "本",
  leaf: "葉",
  road: "道路",
  building: "建物",
  bell: "ベル",
  waves: "波",
  "triangle-alert": "注意",
};
