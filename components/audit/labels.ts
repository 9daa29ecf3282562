import type { ActorKind } from "@/db/enums";
import type { BreachReason } from "@/lib/audit/verify";

export const auditLabels = {
  title: "操作の記録",
  lead: "だれが、いつ、何をしたか。内容ではなく項目名だけを残し、書き換えや削除はできません。",
  filter: "記録を絞り込む",
  staff: "職員",
  anyone: "すべての人",
  action: "操作",
  anyAction: "すべての操作",
  subject: "対象の種類",
  anySubject: "すべての対象",
  subjectId: "対象のID",
  from: "この日から",
  to: "この日まで",
  search: "絞り込む",
  reset: "条件を消す",
  table: "操作の記録、新しい順",
  at: "日時",
  actor: "操作した人",
  what: "操作",
  on: "対象",
  fields: "項目",
  empty: "条件に合う記録はありません",
  emptyText: "条件を減らすか、期間を広げてください。",
  newest: "最新の記録へ",
  unsealed: "封印前",
  unknown: "登録のない宛先",
  verify: "整合性を確認",
  verifyTitle: "改ざんの確認",
  verifyText: "全件を最初から計算し直し、外部の控えと照らし合わせます。件数が多いと数秒かかります。",
  fine: "書き換えや欠落はありません",
  fineText: (sealed: number, anchors: number) =>
    `${sealed.toLocaleString("ja-JP")}件を確認しました。外部の控え${anchors.toLocaleString("ja-JP")}件とも一致しています。`,
  noAnchor: "外部の控えが見つからないため、末尾が切り取られていないことまでは確認できませんでした。",
  waiting: (n: number) => `封印前の記録が${n.toLocaleString("ja-JP")}件あります。`,
  waitingLong: "5分以上前の記録が封印されていません。ワーカーが動いているか確認してください。",
  broken: "記録が正しくつながっていません",
  brokenAt: (seq: number, entryId: number | null) =>
    `最初の異常: 封印番号 ${seq.toLocaleString("ja-JP")}${entryId === null ? "" : `（記録番号 ${entryId.toLocaleString("ja-JP")}）`}`,
  brokenNext: "データベースの管理者に連絡し、バックアップと比べてください。この画面の操作では直せません。",
} as const;

export const breachLabels: Record<BreachReason, string> = {
  "missing-seal": "封印が抜けています。",
  "broken-link": "前の封印とのつながりが書き換えられています。",
  "missing-entry": "封印された記録が消されています。",
  "changed-entry": "記録か封印が書き換えられています。",
  rewritten: "外部の控えと異なります。鎖が作り直されています。",
  truncated: "外部の控えにある末尾の記録が消されています。",
  "other-chain":
    "外部の控えに別の鎖が残っています。データベースを作り直した覚えがあれば、控えのファイルを別の場所へ移してください。",
};

export const actorLabels: Record<ActorKind, string> = {
  staff: "職員",
  friend: "住民",
  system: "システム",
  public: "サインイン前",
};

/** Every action that is written down; a test finds those without words. */
export const actionLabels: Record<string, string> = {
  "session.start": "サインイン",
  "session.end": "サインアウト",
  "session.end-all": "全端末のサインアウト",
  "session.refuse": "サインインの失敗",
  "staff.create": "職員の追加",
  "staff.issue-link": "リンクの発行",
  "staff.set-password": "パスワードの設定",
  "staff.change-roles": "役割の変更",
  "staff.disable": "職員の利用停止",
  "staff.enable": "職員の利用再開",
  "report.submit": "通報の受付",
  "report.amend": "通報への追加",
  "report.withdraw": "送信取消への対応",
  "report.restore": "通報の復元",
  "report.view": "通報の閲覧",
  "report.change-status": "状態の変更",
  "report.assign": "担当の変更",
  "report.prioritize": "優先度の変更",
  "report.place": "場所の変更",
  "report.note": "庁内メモ",
  "report.message": "住民への返信",
  "photo.view": "写真の閲覧",
  "photo.hide": "写真の表示切り替え",
  "inbox.retry": "受信の再処理",
  "scenario.publish": "シナリオの公開",
  "area.import-borders": "区域の境界の取り込み",
  "city.load": "市の設定の読み込み",
  "audit.verify": "記録の整合性確認",
};

export const subjectLabels: Record<string, string> = {
  report: "通報",
  photo: "写真",
  staff: "職員",
  "line-event": "受信",
  scenario: "シナリオ",
  city: "市の設定",
  "area-shapes": "区域の境界",
  audit: "記録",
};

export const fieldLabels: Record<string, string> = {
  status: "状態",
  section: "担当課",
  sectionId: "担当課",
  assignee: "担当者",
  assigneeId: "担当者",
  priority: "優先度",
  dueAt: "期限",
  duplicateOf: "重複先",
  duplicateOfId: "重複先",
  duplicate_of_id: "重複先",
  lat: "緯度",
  lng: "経度",
  areaId: "区域",
  areaSource: "区域の決め方",
  cellX: "地図の升目",
  cellY: "地図の升目",
  photos: "写真",
  body: "本文",
  answers: "回答",
  geometry: "形",
  place: "場所",
  point: "地点",
  address: "住所",
  hidden: "表示",
  roles: "役割",
  password: "パスワード",
  email: "メール",
  name: "氏名",
  disabledAt: "利用停止",
};

export const wordFor = (words: Record<string, string>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;
