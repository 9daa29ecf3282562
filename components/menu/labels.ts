import type { MenuJobKind, MenuJobState, MenuMode } from "@/db/enums";
import type { MenuIcon } from "@/lib/menus/icons";
import type { MenuAction, Tone } from "@/lib/menus/plan";
import type { TemplateKey } from "@/lib/menus/templates";

export const MODE_LABELS: Record<MenuMode, string> = { normal: "平常時", disaster: "災害時" };

export const menuLabels = {
  title: "リッチメニュー",
  lead: "住民のトーク画面の下に出るメニューです。平常時と災害時の2組を用意し、切り替えます。",
  live: "住民に見せるメニュー",
  liveMode: (mode: string) => `${mode}メニュー`,
  since: (at: string, by: string | null) => `${at}から${by ? `（${by}さんが切り替え）` : ""}`,
  always: "まだ切り替えたことはありません",
  toDisaster: "災害時メニューに切り替える",
  toNormal: "平常時メニューに戻す",
  switchTitle: (to: string) => `${to}メニューに切り替えますか`,
  switchConfirm: (to: string) => `友だち全員を${to}メニューにする`,
  switchText: {
    disaster: "友だち全員のトーク画面のメニューが、災害時のもの（避難所・避難情報・119番など）に変わります。",
    normal: "友だち全員のトーク画面のメニューが、平常時のものに戻ります。",
  } satisfies Record<MenuMode, string>,
  switchWhen: "開いているトーク画面では、トークを開き直したとき（1分以内）に変わります。通知は届きません。",
  switched: (to: string) => `${to}メニューへの切り替えを始めました。`,
  switchOnly: "切り替えは、管理者と配信承認の担当者ができます。",
  notArmed: "このデータベースからは、まだLINEのメニューを変えられません",
  notArmedText:
    "別の場所から復元・複製したデータベースが、本番のメニューを変えてしまうのを防ぐためです。管理者が「送信の状態」で許可すると使えます。",
  toChannel: "送信の状態を見る",
  working: "LINEに反映しています",
  shown: "切り替わりました",
  shownRest: "住民の画面には、もう出ています。残りの片付けをしています。",
  retrying: (times: number, why: string) => `${why}。自動で試し続けています（${times}回目）。`,
  failed: "LINEに反映できませんでした",
  failedText: (why: string) =>
    `${why}。住民の画面は、前のままか、途中までです。下の「LINEでの状態」で確かめ、「もう一度反映する」を押してください。`,
  repair: "もう一度反映する",
  repairDone: "もう一度、LINEと合わせています。",
  atLine: "LINEでの状態",
  atLineLead: "1分ごとにLINEに問い合わせ、ここで作った内容と比べています。",
  seenAt: (at: string) => `${at}に確認`,
  neverSeen: "まだ確かめていません。ワーカーが動くと、1分以内に表示します。",
  notSeen: (why: string) => `最後の問い合わせに失敗しました（${why}）。表示は前回のものです。`,
  same: "ここで作った内容と同じです",
  different: "ここで作った内容と違っています",
  differentText:
    "LINE Official Account Managerや別の道具で変えられたか、反映の途中です。そのままで良くなければ、もう一度反映してください。",
  standing: "全員に出ているもの",
  standingNone: "こちらのメニューは出ていません",
  menuAt: (mode: string, tab: number, title: string) => `${mode} タブ${tab}「${title}」`,
  areas: (n: number) => `ボタン${n}個`,
  missingAtLine: "LINEにありません",
  alias: "エイリアス",
  lineId: "LINEでのID",
  leadsNowhere: "行き先がありません",
  differences: {
    default: "全員に出ているメニューが違います",
    alias: (alias: string) => `タブの行き先（${alias}）が違います`,
    missing: (menu: string) => `${menu}が、LINEにありません`,
    areas: (menu: string) => `${menu}のボタンの位置が違います`,
  },
  menusOf: (mode: string) => `${mode}のメニュー`,
  publishedAt: (at: string) => `${at}に公開`,
  isLive: "表示中",
  isReady: "すぐ切り替えられます",
  edit: "編集する",
  editOf: (mode: string) => `${mode}のメニューを編集する`,
  picture: (mode: string, title: string, labels: string) =>
    `${mode}のタブ「${title}」の画像。ボタン: ${labels}`,
  tabCaption: (n: number, title: string) => `タブ${n}「${title}」`,
  history: "これまでの操作",
  historyEmpty: "まだ操作はありません",
  historyEmptyText: "切り替えや公開をすると、だれがいつしたかが、ここに残ります。",
  system: "最初の設定",
  noContent: "メニューの内容がまだありません",
  noContentHelp: "市のデータを読み込むと、平常時と災害時のメニューができます（npm run db:seed）。",
  back: "リッチメニューへ戻る",
  editTitle: (mode: string) => `${mode}のメニューを編集`,
  editLead: "画像は、入力した内容からここで作ります。公開するまで、住民の画面は変わりません。",
} as const;

export const JOB_LABELS: Record<MenuJobKind, (mode: string | null, version: number | null) => string> = {
  switch: (mode) => `${mode ?? ""}メニューに切り替え`,
  publish: (mode, version) =>
    mode ? `${mode}のメニューを公開（第${version ?? "?"}版）` : "リッチメニューの設定",
  repair: () => "もう一度反映",
};

export const JOB_STATES: Record<MenuJobState, string> = {
  pending: "順番待ち",
  running: "反映中",
  done: "反映済み",
  failed: "失敗",
  superseded: "次の操作に引き継ぎ",
};

export const STEP_LABELS: Record<string, string> = {
  look: "LINEの状態を確かめています",
  prepare: "画像を作って送っています",
  show: "表示を切り替えています",
  release: "タブを開いていた人の表示を戻しています",
  "keep-ready": "もう一方のメニューを用意しています",
  tidy: "古いメニューを片付けています",
};

export const errorLabel = (word: string | null): string =>
  word === null || word === "no-answer"
    ? "LINEから応答がありません"
    : word === "http-401" || word === "http-403"
      ? "LINEに認証を断られました。チャネルの設定を確かめてください"
      : word === "http-429"
        ? "LINEの1時間あたりの上限に達しました"
        : `LINEに断られました（${word.replace("http-", "HTTP ")}）`;

export const TEMPLATE_LABELS: Record<TemplateKey, string> = {
  "feature-8": "大1＋下1＋小6",
  "feature-6": "大1＋下1＋小4",
  "grid-3x3": "3列×3段（9個）",
  "grid-3x2": "3列×2段（6個）",
  "grid-2x3": "2列×3段（6個）",
  "grid-2x2": "2列×2段（4個）",
  "split-1-3": "上1＋下3（4個）",
  "split-1-2": "上1＋下2（3個）",
  "half-3": "低い1段・3個",
  "half-2": "低い1段・2個",
};

export const TONE_LABELS: Record<Tone, string> = { main: "目立たせる", plain: "ふつう", urgent: "急ぎ" };

export const ACTION_LABELS: Record<MenuAction["kind"], string> = {
  start: "手続きを始める",
  preferences: "受信設定を開く",
  topic: "よくある質問を開く",
  say: "言葉を送る（ボットが答える）",
  call: "電話をかける",
  link: "ページを開く",
};

export const ICON_LABELS: Record<MenuIcon, string> = {
  report: "カメラ（通報）",
  road: "道路",
  river: "川",
  park: "木",
  theft: "トラック",
  sewer: "下水",
  phone: "電話",
  water: "水滴",
  settings: "設定",
  garbage: "ごみ箱",
  search: "虫めがね",
  question: "質問",
  calendar: "カレンダー",
  child: "こども",
  hall: "市役所",
  papers: "書類",
  shelter: "避難所",
  hazard: "地図と注意",
  alarm: "警報",
  safety: "ことばとハート",
  ambulance: "救急車",
  damage: "こわれた家",
  bottle: "びん",
  home: "家",
};
