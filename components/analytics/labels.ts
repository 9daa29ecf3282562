import type { Preset } from "@/lib/analytics/preset";
import type { Tab } from "@/lib/analytics/search";
import type { Comparison, Granularity } from "@/lib/analytics/view";

export const TAB_LABELS: Record<Tab, string> = {
  friends: "友だち",
  bot: "チャットボット",
  reports: "通報",
  broadcasts: "配信",
};

export const PRESET_LABELS: Record<Preset, string> = {
  "7d": "直近7日",
  "30d": "直近30日",
  "90d": "直近90日",
  "365d": "直近1年",
  "this-week": "今週",
  "this-month": "今月",
  "last-month": "先月",
  "fiscal-year": "今年度",
};

export const GRANULARITY_LABELS: Record<Granularity, string> = { day: "日", week: "週", month: "月" };

export const COMPARISON_LABELS: Record<Comparison, string> = {
  previous: "前の期間",
  "last-year": "前年同期",
  none: "比べない",
};

export const analyticsLabels = {
  title: "分析",
  lead: "アカウントの働きを数で見ます。どの図も、同じ数を表・CSV・画像で使えます。",
  tabs: "分析の種類",
  period: "期間",
  ownPeriod: "日付を指定",
  from: "はじめの日",
  to: "おわりの日",
  apply: "この期間で見る",
  granularity: "まとめ方",
  fitting: "自動",
  comparison: "比べる相手",
  shown: (period: string) => `${period} の数`,
  against: (period: string) => `比較: ${period}`,
  loading: "数えています",
  arrived: (shown: { tab: string; period: string; against: string | null; granularity: string }) =>
    `${shown.tab}の数を表示しました。期間は${shown.period}、${shown.against === null ? "比較なし" : `比較は${shown.against}`}、まとめ方は${shown.granularity}です。`,
  reversed: "はじめの日より前の日付です。はじめの日以降の日付にしてください。",
  pageTitle: (tab: string) => `${tab}の分析`,
  figures: "この期間の数",
  how: "この数字について",
  view: "表示",
  chart: "図",
  table: "表",
  more: (title: string) => `「${title}」を保存・共有`,
  csvExcel: "CSV(Excel用・UTF-8 BOM付き)",
  csvOther: "CSV(他システム用・Shift_JIS/CP932)",
  png: "画像(PNG)",
  copyLink: "この表示へのリンクをコピー",
  linkCopied: "リンクをコピーしました。同じ期間・同じ表示が開きます。",
  linkNotCopied: "コピーできませんでした。次のアドレスを選んでコピーしてください。",
  pngFailed: "画像を作れませんでした。図を表示してから、もう一度押してください。",
  print: "印刷",
  empty: "この期間の数はまだありません",
  marks: (n: number) => `この期間の配信 ${n.toLocaleString("ja-JP")}件`,
  hiddenMark: "ほかの課の配信",
  markLine: (day: string, title: string, reach: string | null) =>
    `${day} ${title}${reach === null ? "" : `(${reach})`}`,
  source: (city: string, period: string) => `${city} 市民窓口 分析 ${period}`,
  printedAt: (at: string) => `${at} 印刷`,
  sections: (names: string) => `${names}の通報だけを数えています。`,
  missingTitle: "CP932にない文字があります",
  missingText: "次の文字はCP932(Shift_JIS)では表せないため、ファイルでは「〓」になります。",
  missingAdvice: "そのまま使いたいときは「Excel用」を選んでください。",
  missingGo: "「〓」にして保存する",
  withoutPoint: (n: string) => `場所が未定で、地図にない通報が${n}件あります。`,
  opened: "開封",
  clicked: "クリック",
  blocked: "24時間以内のブロック",
  untold: "—(LINEが公表していません)",
  reached: (day: string, reach: string | null) => (reach === null ? day : `${day}・${reach}`),
  drawn: (n: number, all: number) =>
    `新しい${n}件を図にしています。全${all.toLocaleString("ja-JP")}件は表とCSVにあります。`,
  openOne: "配信を開く",
  heatMap: "通報の集まる場所の地図",
  heatHint:
    "ます目を指すか、選んで左右の矢印キーを押すと、地域と件数をここに表示します。件数の多い順に進みます。",
  heatSquare: (area: string, n: number, place: number, all: number) =>
    `${area} ${n.toLocaleString("ja-JP")}件(多い順で${all.toLocaleString("ja-JP")}か所中${place.toLocaleString("ja-JP")}番目)`,
  heatRest: "地図の色は、ます目の中の件数です。",
} as const;
