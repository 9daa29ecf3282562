import type { BroadcastEntryKind, BroadcastKind, BroadcastState, Spoken } from "@/db/enums";
import type { BlockKind } from "@/lib/broadcasts/block";
import type { Problem } from "@/lib/broadcasts/check";
import type { LintCode } from "@/lib/broadcasts/lint";
import type { Shelf } from "@/lib/broadcasts/list/search";

const n = (count: number) => count.toLocaleString("ja-JP");

export const KIND_LABELS: Record<BroadcastKind, string> = {
  routine: "通常",
  emergency: "緊急",
  drill: "訓練",
};

export const STATE_LABELS: Record<BroadcastState, string> = {
  draft: "下書き",
  submitted: "承認待ち",
  returned: "差し戻し",
  approved: "承認済み",
  scheduled: "配信予定",
  late: "時刻超過",
  held: "送信直前",
  sending: "送信中",
  paused: "一時停止",
  sent: "送信済み",
  partly_failed: "一部失敗",
  stopped: "停止",
  cancelled: "取りやめ",
};

export const SHELF_LABELS: Record<Shelf, string> = {
  all: "すべて",
  draft: "下書き",
  waiting: "承認待ち",
  planned: "予定",
  running: "送信中",
  done: "送信済み",
  cancelled: "取りやめ",
};

export const BLOCK_LABELS: Record<BlockKind, string> = {
  text: "テキスト",
  image: "画像",
  imagemap: "リンク付き画像",
  card: "カード",
  carousel: "カルーセル",
  buttons: "ボタン",
};

export const ENTRY_LABELS: Record<BroadcastEntryKind, string> = {
  created: "下書きを作りました",
  submitted: "承認を申請しました",
  withdrawn: "下書きに戻しました",
  returned: "差し戻しました",
  approved: "承認しました",
  approval_owed: "一人で緊急送信しました(事後の承認が必要)",
  approved_after: "事後に承認しました",
  objected_after: "事後に異議を記録しました(送信は止めていません)",
  scheduled: "配信を予定しました",
  unscheduled: "予定を取り消しました",
  late: "予定時刻を15分以上過ぎたため止めています",
  held: "対象者を確定し、送信を待っています",
  grown: "対象者が承認時より2割以上増えたため止めています",
  short: "今月の残り通数が足りないため、1通も送らずに止めています",
  altered: "承認された内容と、送ろうとした内容が違うため、送らずに止めています",
  undone: "送信前に取り消しました",
  released: "送信を始めました",
  paused: "一時停止しました",
  resumed: "再開しました",
  stopped: "停止しました",
  finished: "送信を終えました",
  corrected: "訂正・取消を作りました",
  tested: "テスト送信しました",
  cancelled: "取りやめました",
};

export const LINT_LABELS: Record<LintCode, (found: string) => string> = {
  placeholder: (found) => `書きかけの印「${found}」が残っています。`,
  "drill-mark": () => "訓練ではない配信に【訓練】と書かれています。このままでは申請できません。",
  "drill-word": (found) => `訓練ではない配信に「${found}」という言葉があります。`,
  "test-word": (found) => `「${found}」とあります。試しに書いたものではありませんか。`,
  "too-short": (found) => `本文が「${found}」だけです。`,
};

export function problemWords(problem: Problem): string {
  switch (problem.code) {
    case "empty":
      return "入力してください。";
    case "too-long":
      return `${n(problem.limit ?? 0)}文字までです(いま${n(problem.actual ?? 0)}文字)。`;
    case "too-many":
      return `${n(problem.limit ?? 0)}個までです。`;
    case "too-many-marked":
      return `画像だけの訓練には、先頭に【訓練】の文が付きます。画像は${n(problem.limit ?? 0)}個までです。`;
    case "too-few":
      return `${n(problem.limit ?? 1)}個以上必要です。`;
    case "alt-missing":
      return "代わりの文を入力してください。通知や読み上げに使われます。";
    case "media-missing":
      return "画像を選んでください。";
    case "link-broken":
      return "アドレスの形が正しくありません(例: https://www.city.example.jp/)。";
    case "link-not-https":
      return "https:// で始まるアドレスにしてください。";
    case "columns-differ":
      return "LINEの決まりで、画像・見出しの有無とボタンの数を全部の枚でそろえる必要があります。";
    case "area-empty":
      return "幅と高さは1以上にしてください。";
    case "area-outside":
      return "画像からはみ出しています。位置と大きさを直してください。";
  }
}

export const composerLabels = {
  title: "件名",
  titleHelp: "職員だけに見えます。住民には届きません。",
  who: "だれに",
  what: "なにを",
  when: "いつ",
  preview: "届いたときの見え方",
  languages: "言語",
  copyJapanese: "日本語から写す",
  removeWording: "この言語をやめる",
  fallback: (from: string, to: string) => `${from}の人には、${to}の文面が届きます。`,
  missing: "未作成",
  addBlock: "追加",
  blockOf: (at: number, of: number) => `${at}つ目 / ${of}`,
  moveUp: "上へ",
  moveDown: "下へ",
  remove: "削除",
  text: "本文",
  blockTitle: "見出し",
  alt: "代わりの文",
  altHelp: "通知と読み上げに使われます。画像の内容を言葉で書きます。",
  chooseImage: "画像を選ぶ",
  changeImage: "画像を変える",
  removeImage: "画像を外す",
  uploading: "画像を準備しています",
  imageHelp: "JPEGかPNG、10MBまで。位置情報などは自動で取り除きます。",
  uploadFailed: "画像を送れませんでした。もう一度選んでください。",
  buttonLabel: "ボタンの文字",
  buttonUri: "開くアドレス",
  addButton: "ボタンを足す",
  removeButton: (at: number) => `${at}つ目のボタンを削除`,
  addColumn: "1枚足す",
  removeColumn: (at: number) => `${at}枚目を削除`,
  column: (at: number) => `${at}枚目`,
  areaOf: (at: number) => `範囲${at}`,
  addArea: "範囲を足す",
  removeArea: (at: number) => `範囲${at}を削除`,
  areaHelp: "画像の幅を1040としたときの位置と大きさです。",
  x: "左から",
  y: "上から",
  width: "幅",
  height: "高さ",
  save: {
    idle: "",
    dirty: "入力中",
    saving: "保存しています",
    saved: (at: string) => `保存しました ${at}`,
    retry: "もう一度保存",
    offline: "保存できません。入力は画面に残っています。つながりしだい保存します。",
  },
  editing: (names: string[]) => `${names.join("、")}さんも開いています`,
  conflictTitle: "ほかの人が先に保存しました",
  conflictBody: (by: string, at: string) =>
    `${by}さんが${at}に保存しました。あなたの入力は失われていません。どちらを残すか選んでください。`,
  keepMine: "自分の入力で上書きする",
  takeTheirs: "相手の内容を読み込む",
  theirs: "相手の内容",
  submit: "承認を申請する",
  submitted: "承認を申請しました",
  problems: (count: number) => `直すところが${count}件あります`,
  noTitle: "件名を入力してください。",
  everyone: "友だち全員",
  counting: "数えています",
  countWrong: "人数を数えられませんでした。条件を確認してください。",
  correctedOnly:
    "訂正・取消は、もとの配信が届いた人と、届いたかもしれない人だけに届きます。届いていない人に訂正が届くほうが、届いた人に訂正が届かないより良いためです。相手は変えられません。人数は、いま届いたと分かっている人です。",
  correctionShort: (wordings: string) =>
    `もとの配信の最後の1通は、この下書きに入っていません(${wordings})。一度に送れるのは5通までで、はじめに訂正のことばが1通入るためです。必要な内容は、もとの配信を見て、ほかの通に書き足してください。`,
  leftOut: "届かない人",
  blocked: "ブロック中",
  stopped: "配信停止",
  unknown: "友だちか不明",
  unanswered: "未回答",
} as const;

export const scheduleLabels = {
  kind: "配信のしかた",
  now: "承認されたあと、すぐ",
  once: "日時を決める",
  repeat: "くり返す",
  date: "日付",
  time: "時刻",
  timeHelp: "日本時間。例 9:00",
  timeWrong: "時刻は 9:00 のように入力してください。",
  every: "くり返し",
  daily: "毎日",
  weekly: "毎週",
  "monthly-weekday": "毎月の第何曜日",
  "month-end": "毎月の末日",
  weekdays: "曜日",
  nth: "第",
  last: "最後の",
  from: "はじめの日",
  until: "おわりの日",
  untilHelp: "空にすると、止めるまで続きます。",
  exceptHolidays: "祝日は送らない",
  exceptDates: "送らない日",
  exceptDatesHelp: "1行に1日ずつ。例: 12月29日、令和9年1月2日",
  exceptDatesWrong: (words: string[]) => `日付として読めません: ${words.join("、")}`,
  next: "次の予定",
  noNext: "この条件では一度も配信されません。",
  quiet: "夜間(21時〜7時)に鳴らす理由",
  quietHelp: "この時間に住民のスマートフォンを鳴らします。承認者にも表示されます。",
  days: "日月火水木金土",
} as const;

export const deskLabels = {
  list: "配信",
  lead: "お知らせを作り、承認を受けて、選んだ人のLINEへ届けます。",
  create: "新しい配信",
  back: "配信の一覧へ",
  empty: "ここに配信が並びます",
  emptyHelp: "「新しい配信」から下書きを作ると、この一覧に表示されます。",
  columns: { title: "件名", state: "状態", when: "日時", count: "人数", by: "作成" },
  pages: "配信の一覧のページ",
  newest: "新しい方へ",
  shelves: "状態で絞る",
  kinds: "種類",
  anyKind: "すべての種類",
  owed: "事後承認待ち",
  correction: "訂正",
  repeats: "くり返し",
  untitled: "(件名なし)",
  history: "経過",
  version: (v: number) => `第${v}版`,
  askedBy: (name: string, at: string) => `${name}さんが${at}に申請`,
  countThen: "申請したとき",
  countNow: "いま",
  countFixed: "確定した人数",
  diff: (since: number) => `第${since}版からの変更`,
  noDiff: "前の版から変わったところはありません。",
  first: "はじめての申請です。全文を確認してください。",
  ruleChanged: "届ける相手が変わりました。",
  scheduleChanged: "配信日時が変わりました。",
  warnings: "確認してください",
  alike: (title: string, at: string) => `同じ文面を24時間以内に同じ相手へ送っています(「${title}」${at})。`,
  jump: (times: number, previous: string) => `前回の${times}倍の人数です(前回 ${previous})。`,
  quiet: (reason: string) => `夜間(21時〜7時)に届きます。理由: ${reason}`,
  quietNow: "いまは夜間です。配信には理由が必要です。",
  noneWritten: (names: string) => `${names}の文面がありません。その言語の人には別の言語の文面が届きます。`,
  approve: "承認する",
  approveCount: (people: string) => `${people}への配信を承認する`,
  return: "差し戻す",
  reasonToReturn: "差し戻す理由",
  reasonToObject: "異議の理由",
  reasonHelp: "作成者に表示されます。何を直せばよいかを書きます。",
  returned: (name: string, at: string) => `${name}さんが${at}に差し戻しました`,
  waiting: "承認を待っています。作成・編集・申請に関わった人は承認できません。",
  withdraw: "下書きに戻す",
  copy: "写して新しく作る",
  cancel: "取りやめる",
  cancelTitle: "この配信を取りやめますか",
  cancelBody:
    "まだ誰にも届いていません。取りやめると、この配信は送られません。写して作り直すことはできます。",
  send: (people: string) => `${people}に配信する`,
  reserve: (people: string) => `${people}への配信を予定する`,
  sendTitle: (people: string, account: string) => `「${account}」から${people}に配信します`,
  sendBody: "押すと送信の準備に入ります。実際に送り始めるまで60秒間は取り消せます。",
  emergencyBody:
    "押すと送信の準備に入ります。実際に送り始めるまで10秒間は取り消せます。送ったあとで、別の人の承認が必要です。",
  reserveBody: "予定の時刻に対象者を数え直して送ります。それまでは取り消せます。",
  repeatBody: "予定のたびに対象者を数え直して送ります。くり返しはいつでも終えられます。",
  typed: (account: string) => `全員に届きます。確認のため、アカウント名「${account}」を入力してください。`,
  typedLabel: "アカウント名",
  emergency: (people: string) => `一人で${people}に緊急送信する`,
  owedTitle: "この緊急配信は、一人の判断で送られました",
  owedBody:
    "別の人が内容を確認し、承認するか、異議を記録してください。送信は始まっています。異議を記録しても、送ったものは取り消せず、送信も止まりません。送信中なら「停止する」で止め、届いた人には「訂正を送る」か「取消を送る」で知らせてください。",
  object: "異議を記録する",
  unsentTitle: "この緊急配信は、一人の判断で送られようとしています",
  unsentBody:
    "まだ誰にも送っていません。別の人が内容を確認し、承認するか、異議を出してください。送り始める前に異議を出すと、送信は取り消され、差し戻されます。",
  objectUndoes: "異議を出して送信を取り消す",
  objected: (name: string, at: string) => `${name}さんが${at}に異議を記録しました`,
  objectedBody:
    "この異議で送信は止まっていません。送信中や一時停止なら「停止する」で止め、届いた人には「訂正を送る」か「取消を送る」で知らせてください。",
  unschedule: "予定を取り消す",
  endSeries: "くり返しを終える",
  test: "テスト送信",
  testTitle: "登録した職員にテスト送信",
  testHelp: "選んだ職員のLINEだけに届きます。住民には届きません。",
  testers: "送り先の職員",
  testLanguages: "確認する言語",
  noTesters: "LINEを登録した職員がいません。「自分のアカウント」で登録すると、ここに並びます。",
  testSent: (count: number) => `${n(count)}人の職員に送りました`,
  correct: "訂正を送る",
  withdrawal: "取消を送る",
  corrects: "もとの配信",
  corrections: "この配信の訂正・取消",
  sinceFirst: "最初の人に届いてから",
  stillGoingOut:
    "もとの配信は、まだ送信中です。先に停止してください。これから届く人を数えもらさないように、停止するか送り終わるまで、この訂正・取消は始まりません。",
  held: (people: string) => `${people}への送信を始めるまで`,
  undo: "取り消す",
  releaseNow: "待たずに送る",
  pause: "一時停止",
  resume: "再開する",
  stop: "停止する",
  stopTitle: "送信を停止しますか",
  stopBody: (people: string) => `まだ送っていない${people}には届かなくなります。停止すると再開できません。`,
  grownTitle: "対象者が承認時より2割以上増えました",
  shortTitle: "今月の残り通数が足りません",
  shortBody: (short: number, left: number) =>
    `残りは${n(left)}通で、あと${n(short)}通足りません。まだ誰にも送っていません。対象者はこのまま残っています。プランを追加するか、取り消して対象をしぼってください。追加すると、1分ほどで残りを確かめ直し、ここから送れるようになります。`,
  enoughNow: "残りの通数が足りるようになりました。確認して、送るか、取り消すかを選んでください。",
  alteredTitle: "承認された内容と違います",
  alteredBody:
    "承認のあとで内容が書き換えられています。まだ誰にも送っていません。取り消して下書きに戻し、内容を確かめてから、もう一度申請してください。思い当たらないときは、システムの担当者に知らせてください。",
  lateTitle: "予定の時刻を15分以上過ぎています",
  lateBody:
    "自動では送っていません。いま送ってよい内容かを確認し、送るか、取り消すかを選んでください。送るには理由が必要です。24時間を過ぎると送れなくなります。",
  lateSend: "理由を書いて送る",
  lateSendTitle: (people: string) => `時刻を過ぎた配信を、${people}に送りますか`,
  lateDue: (at: string) =>
    `予定は${at}でした。日時や締め切りなど、いまは合わない言葉がないか確かめてください。押したあと、送り始めるまでのあいだは取り消せます。`,
  lateNeedsSecond:
    "予定の時刻を過ぎています。送るときは、作成・編集・申請に関わっていない承認者が、この画面で理由を書いて始めます。ほかの承認者に頼んでください。",
  lateReason: "いま送る理由",
  lateReasonHelp: "経過に残ります。",
  pausedTitle: "一時停止しています",
  channelPaused:
    "LINEへの送信が止まっています。送り終えた分と、これから送る分は、すべて残っています。「送信の状態」で理由を確かめてください。",
  seconds: (s: number) => `あと${s}秒`,
  accepted: "LINEが受け付けた",
  failed: "届かなかった",
  unknown: "不明",
  skipped: "送らなかった",
  remaining: "これから",
  recipients: "対象者",
  progress: "送信の進み",
  result: "結果",
  insights: "開封とクリック",
  insightsNone: "開封とクリックの数は、LINEの集計が出たあと、次の夜(3時ごろ)に自動で取り込みます。",
  insightsGivenUp: "LINEから開封とクリックの数を受け取れないまま、集計の期間が終わりました。",
  insightsSmall: "20人未満のためLINEが数を出しません。0人のこともあります。",
  insightsAsOf: (day: string, fetched: string, isOver: boolean) =>
    `${day}までの数(${fetched}にLINEから取得)。${isOver ? "集計は終わりました。" : "送信から14日間、毎晩取り直します。"}開封は、トークで実際に表示した人の数です。`,
  under20: "20人未満",
  impressions: "開封(表示した人)",
  clicks: "クリックした人",
  blocks: "配信後24時間のブロック",
  quotaUnknown: "今月の残り通数は、まだ取得していません。",
  quotaUnlimited: (at: string) => `通数の上限がないプランです(${at}にLINEへ確認)。`,
  quotaOtherMonth:
    "配信は来月以降のため、今月の残り通数では判断できません。送る直前に残りを確かめ、足りなければ送らずに止めます。",
  quotaEnough: (left: number, after: number, at: string) =>
    `今月の残り ${n(left)}通 → 配信後 ${n(after)}通(${at}にLINEへ確認。ほかの予定の分を引いています)`,
  quotaShort: (short: number, left: number) =>
    `今月の残りは${n(left)}通で、あと${n(short)}通足りません。このままでは申請・承認・配信できません。`,
  people: (count: number) => `${n(count)}人`,
  drillBanner: "訓練モード: LINEを登録した職員だけに届きます。すべての文の先頭に【訓練】が付きます。",
  emergencyBanner: "緊急の配信です。通常の配信より先に送られ、夜間でも届きます。",
  offline: "サーバーにつながりませんでした。内容は変わっていません。少し待ってからもう一度押してください。",
} as const;

export const newLabels = {
  title: "新しい配信",
  lead: "種類はあとから変えられません。",
  kind: "種類",
  kinds: {
    routine: "お知らせやイベントなど。別の人の承認を受けて送ります。",
    emergency: "避難情報など、命にかかわる連絡。権限のある人は一人でも送れ、あとで承認を受けます。",
    drill: "職員だけに届きます。住民に届くことはありません。",
  },
  section: "担当",
  city: "市全体",
  create: "下書きを作る",
} as const;

export const WORDING_SHORT: Record<Spoken, string> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "English",
  zh: "中文",
  ko: "한국어",
};
