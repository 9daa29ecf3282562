import type { Spoken } from "@/db/enums";
import type { ScheduleProblem } from "./schedule";
import type { Refusal } from "./status";

/** Why something could not be done: what was kept, and what to do. */
export const STATUS_REFUSALS: Record<Refusal, string> = {
  role: "この操作をする権限がありません。内容は変わっていません。",
  state:
    "ほかの人が先に進めたため、いまの状態ではこの操作はできません。画面を読み込み直して確認してください。",
  own: "作成・編集・申請に関わった人は承認できません。別の承認者に依頼してください。",
  kind: "緊急の配信ではないため、一人では送信できません。承認を申請してください。",
  "not-reached": "まだ誰にも届いていないため、訂正や取消は送れません。停止または取りやめを使ってください。",
  "not-owed": "事後の承認は、すでに済んでいます。",
};

export const SCHEDULE_REFUSALS: Record<ScheduleProblem, string> = {
  past: "配信日時が過ぎています。日時を選び直してください。",
  "quiet-hours": "21時から7時の間は、理由を書かないと配信できません。時間を変えるか、理由を書いてください。",
  "repeat-emergency": "緊急の配信は、繰り返しにできません。",
};

export const REFUSALS = {
  ...STATUS_REFUSALS,
  ...SCHEDULE_REFUSALS,
  conflict: "ほかの人が先に保存しました。あなたの入力はこの画面に残っています。",
  content: "直すところが残っています。赤い印の項目を確認してください。",
  foreign: "条件にある配信が見つからないか、ほかの課のものです。条件から外すと、続きが保存されます。",
  rule: "届ける相手の条件に誤りがあります。条件を確認してください。",
  "rule-too-large":
    "条件に使っている対象を合わせると大きくなりすぎるため、申請も送信もできません。入力は保存されています。使う対象を減らすか、条件を分けて別の配信にしてください。",
  "stale-version": "申請された内容が変わりました。新しい内容を確認してから、もう一度判断してください。",
  late: "予定の時刻を過ぎた配信は、作成・編集・申請に関わっていない承認者が、理由を書いて始めます。何も変更していません。ほかの承認者に頼んでください。",
  "late-reason": "時刻を過ぎた配信を送る理由を書いてください。何も変更していません。",
  "late-night":
    "21時から7時の間は、時刻を過ぎた配信を始められません。何も変更していません。7時を過ぎてから、もう一度押してください。",
  "series-ended":
    "この繰り返しの配信は終わっているため、この回は予約できません。何も変更していません。送るときは、コピーして新しく申請してください。",
  "reason-missing": "理由を書いてください。",
  "media-missing": "使っている画像が見つかりません。画像を選び直してください。",
  "count-moved": "届く人数が確認したときから大きく変わりました。新しい人数を確認してください。",
  "not-typed": "全員に届く配信です。確認のため、アカウント名を正しく入力してください。",
  quota: "今月LINEで送れる通数が足りません。",
  undecided: "承認される前の配信については確かめられません。承認されたあとに、もう一度押してください。",
  "too-many": "続けて確かめられる回数を超えました。1分ほど待ってから、もう一度押してください。",
  "no-testers": "テストの送り先がありません。LINEを登録した職員を選んでください。",
  unsendable: "表示できない内容のため、テスト送信できません。赤い印の項目を直してください。",
} as const;

/** 「なぜ届かない?」 of one broadcast. Said by staff to a resident. */
export const ARRIVAL_WORDS = {
  accepted: (at: string) => `${at}に、LINEがこの方への配信を受け取りました。`,
  lineSaysNothing:
    "ブロックや通知の設定によっては、LINEが受け取っても画面に出ません。トークを開いて確かめるよう伝えてください。",
  notChosen: (at: string) => `送る相手を決めた時（${at}）に、この方は対象に入っていませんでした。`,
  onlyCorrected:
    "訂正・取消は、元の配信が届いた方と、届いたかもしれない方だけに送ります。元の配信の画面で確かめてください。",
  wouldNow: "今の設定では対象に当てはまるため、次の同じ条件の配信は届きます。",
  waiting: "この方への配信は、これから送ります。",
  paused: "配信が一時停止しているため、この方にはまだ送っていません。",
  refused: "この方を含む宛先への配信を、LINEが断りました。結果の画面で確かめてください。",
  unknown: "LINEから返事がなく、届いたかどうか分かりません。同じ内容を自動で送り直すことはありません。",
  skipped: "途中で停止したため、この方には送っていません。",
} as const;

export const quotaShortage = (short: number, left: number): string =>
  `今月LINEで送れる残りは${left.toLocaleString("ja-JP")}通で、あと${short.toLocaleString("ja-JP")}通足りません。何も変更していません。対象をしぼるか、プランの追加を確認してください。追加したあとは、1分ほどで送れるようになります。`;

/** Each wording by its own name. */
export const WORDING_NAMES: Record<Spoken, string> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "English",
  zh: "中文",
  ko: "한국어",
};

/** At the head of a test. */
export const testNotice = (title: string, wording: string): string =>
  `【テスト送信】「${title}」(${wording})の確認用です。このメッセージは登録した職員だけに届いています。`;
