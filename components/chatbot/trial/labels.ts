import type { Which } from "@/lib/chatbot/desk/queries";
import type { Reason } from "@/lib/chatbot/entry";
import type { Outcome } from "@/lib/trial/tried";

export const WHICH_LABELS: Record<Which, string> = { draft: "下書き", live: "公開中" };

const FIELDS: Record<Reason["field"], string> = {
  title: "見出し",
  reading: "読み",
  synonym: "言いかえ",
  answer: "回答の文",
};
const HOWS: Record<Reason["how"], string> = {
  same: "同じ言葉です",
  part: "一方の言葉に、もう一方が含まれています",
  typo: "1、2文字の打ち間違いと見られます",
  like: "言葉の多くの部分が共通しています",
  general: "よくある言いかえで一致しました",
};

/** 言いかえ「スマホ」と同じ言葉です */
export const reasonWords = ({ field, words, how }: Reason): string =>
  `${FIELDS[field]}「${words}」: ${HOWS[how]}`;

export const OUTCOME_LABELS: Record<Outcome["kind"], string> = {
  answer: "1つに決まり、答えます",
  choose: "どれのことか、住民に聞き返します",
  none: "「見つかりません」と答え、近いものをボタンで見せます",
  command: "決まった言葉なので、専用の答えを返します",
  topics: "話題の一覧を返します",
  noise: "あいさつなどと見なし、ひとことだけ返します",
  settings: "受信設定の言葉なので、設定の画面を返します",
  scenario: "案内を始めます",
  page: "ボタンの続きです",
};

export const trialLabels = {
  help: "住民と同じ仕組みで答えを確かめます。ここで聞いたことは、記録にも未回答にも残りません。",
  question: "質問",
  blank: "質問を入力してください。",
  placeholder: "スマホの捨て方",
  which: "試す内容",
  language: "言葉",
  ask: "聞いてみる",
  talk: "住民の画面",
  empty: "質問を入れて「聞いてみる」を押すと、届く答えがここに出ます。",
  nothing: "（この言葉には、ここでは答えを出せません）",
  why: "なぜこの答えか",
  whyEmpty: "答えたあとに、どの項目のどの言葉で見つけたかを出します。",
  candidates: "候補（上から順）",
  nearest: "近い項目（ボタンで見せるだけ）",
  score: (score: number) => `近さ ${Math.round(score * 100)}%`,
  order: "キーワード、ごみの辞書、FAQの順に探し、先に決まったものが答えます。",
  open: "項目を開く",
  typed: "編集中の項目",
  scenario: (title: string) => `始まる案内: ${title}`,
  fieldTitle: "この内容で試す",
  fieldHelp: "保存する前の言葉と答えも含めて試せます。",
  found: (title: string) => `「${title}」が答えます`,
} as const;
