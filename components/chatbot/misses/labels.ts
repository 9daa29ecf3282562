import { KIND_LABELS } from "@/components/chatbot/labels";
import type { MissPeriod, MissShelf, MissSort } from "@/lib/chatbot/misses/search";
import type { Target } from "@/lib/chatbot/misses/suggest";

const n = (value: number) => value.toLocaleString("ja-JP");

export const SHELF_LABELS: Record<MissShelf, string> = {
  open: "未対応",
  settled: "対応済み",
  left: "対応しない",
};
export const SORT_LABELS: Record<MissSort, string> = { count: "多い順", recent: "新しい順" };
export const periodLabel = (days: MissPeriod | null): string =>
  days === null ? "すべての期間" : `${days}日以内に聞かれたもの`;

/** 「ペットボトルのふた」（ごみの品目） */
export const targetName = ({ title, kind }: Target): string => `「${title}」（${KIND_LABELS[kind]}）`;

/** Common reasons why nothing is to be done. */
export const REASONS = [
  "市の仕事ではない",
  "質問ではない、意味が分からない",
  "ほかの方法で案内している",
  "一時的な話題",
] as const;

export const missLabels = {
  help: "ボットが答えられなかった質問と、「役に立たなかった」と言われた質問です。似たものをまとめ、電話番号などは伏せています。だれが聞いたかは残りません。",
  shelves: "対応の状態",
  period: "期間",
  sort: "並び順",
  unanswered: (count: number) => `答えられず ${n(count)}回`,
  unhelpful: (count: number) => `役に立たず ${n(count)}回`,
  back: "対応したあとも聞かれています",
  lastAt: (when: string) => `最後 ${when}`,
  firstAt: (when: string) => `最初 ${when}`,
  alike: (count: number) => `似た質問 ${n(count)}件`,
  near: "近い項目",
  nothingNear: "近い項目は見つかりませんでした。新しい項目を作るか、ほかの項目を選んでください。",
  answered: (name: string) => `いまの下書きでは、${name}が答えます。`,
  improve: "答えを見直す",
  teach: (title: string) => `「${title}」の言いかえにする`,
  other: "ほかの項目を選ぶ",
  otherOf: (sample: string) => `ほかの項目を選ぶ（「${sample}」）`,
  create: "新しい項目を作る",
  createOf: (sample: string) => `「${sample}」から新しい項目を作る`,
  leave: "対応しない",
  leaveOf: (sample: string) => `対応しない（「${sample}」）`,
  tryIt: "試す",
  tryOf: (sample: string) => `「${sample}」を試す`,
  taught: (name: string, words: number) =>
    words === 0
      ? `${name}は、もうこの言葉を知っています。対応済みにしました。`
      : `${name}に言葉を${n(words)}つ覚えさせました。上の「公開する」で、答え始めます。`,

  dialogTitle: "言いかえにする",
  words: "覚えさせる言葉",
  wordsHelp: "質問の文のままでかまいません。電話番号などを伏せた言葉は、書き直してください。",
  target: "どの項目の言葉にしますか",
  find: "項目を検索",
  findHelp: "品目や質問の言葉を入れると、ごみの辞書とFAQから探します。",
  found: (count: number) => `${n(count)}件見つかりました。`,
  noTarget: "見つかりませんでした。別の言葉で探すか、新しい項目を作ってください。",
  noWords: "覚えさせる言葉を、1つは入れてください。",
  masked: "伏せた部分（●●●）のある言葉は使えません。書き直してください。",
  chooseTarget: "項目を選んでください。",
  confirmTeach: "言いかえにする",
  cancel: "キャンセル",

  leaveTitle: (sample: string) => `「${sample}」に対応しませんか`,
  leaveHelp: (count: number) =>
    `似た質問${n(count)}件を一覧から外します。また聞かれても出てきません。「対応しない」の一覧から、いつでも戻せます。`,
  reason: "理由",
  reasonHelp: "あとで見る人のために残します。",
  leaveConfirm: (count: number) => `${n(count)}件に対応しない`,
  left: (count: number) => `${n(count)}件を「対応しない」にしました。`,

  decidedBy: (name: string | null, when: string) => `${when} ${name ?? ""}`.trim(),
  becameOf: (name: string) => `${name}の言葉にしました`,
  becameGone: "項目はもうありません",
  reopen: "未対応に戻す",
  reopenOf: (sample: string) => `「${sample}」を未対応に戻す`,
  reopened: "未対応に戻しました。覚えさせた言葉は下書きに残っています。",

  none: "答えられなかった質問はありません",
  noneHelp:
    "住民が聞いて答えられなかったことが、ここにまとまって出ます。見つけたら、項目の言葉に加えるだけで、次から答えられます。",
  noneDecided: "まだありません",
  noneDecidedHelp:
    "未対応の質問を、項目の言いかえや新しい項目にするか、「対応しない」を選ぶと、ここに残ります。",
  noneInPeriod: "この期間に聞かれたものはありません",
  allPeriods: "すべての期間を見る",
  total: (count: number) => `${n(count)}件`,
  page: (page: number, pages: number) => `${n(page)} / ${n(pages)}ページ`,
} as const;
