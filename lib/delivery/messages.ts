import type { BroadcastState } from "@/db/enums";
import type { Deed } from "./state";

const STATE_WORDS: Record<BroadcastState, string> = {
  draft: "下書き",
  submitted: "承認待ち",
  returned: "差し戻し",
  approved: "承認済み",
  scheduled: "予約済み",
  late: "時刻を過ぎたため確認待ち",
  held: "配信前の待ち時間",
  sending: "配信中",
  paused: "一時停止中",
  sent: "配信済み",
  partly_failed: "一部が届いていない配信",
  stopped: "中止済み",
  cancelled: "取り消し済み",
};

const DEED_WORDS: Record<Deed, string> = {
  release: "配信を始める",
  undo: "取り消す",
  pause: "一時停止する",
  resume: "再開する",
  stop: "中止する",
};

/** What a person reads when a deed is refused: what happened, what was kept, what to do. */
export const deedRefused = (deed: Deed, state: BroadcastState): string =>
  `この配信は「${STATE_WORDS[state]}」になっているため、${DEED_WORDS[deed]}ことはできません。何も変更していません。画面を読み込み直して、今の状態を確かめてください。`;

export const DELIVERY_MESSAGES = {
  own: "時刻を過ぎた配信や、宛先が増えた配信は、作成した人以外の承認者が確認して始めます。何も変更していません。ほかの承認者に頼んでください。",
  altered:
    "承認された内容と違うため、送れません。何も変更していません。取り消して下書きに戻し、内容を確かめてから、もう一度申請してください。",
  corrected:
    "この配信には訂正または取消があるため、再開できません。再開すると、まだ届いていない人に、直す前の内容が届いてしまいます。何も変更していません。「停止する」を押し、残りの人には直した内容を新しい配信で届けてください。",
  reason: "時刻を過ぎた配信を送る理由を書いてください。何も変更していません。",
  "too-late":
    "予定の時刻から24時間以上過ぎたため、このままでは送れません。何も変更していません。「取り消す」で承認済みに戻し、下書きに戻して日時を決め直してください。",
  "quiet-hours":
    "21時から7時の間は、緊急でない配信を送れません。何も変更していません。7時を過ぎてから、もう一度押してください。",
  "not-paused": "送信はすでに再開しています。何も変更していません。",
  "not-armed":
    "このデータベースからの送信はまだ許可されていません。先に「このデータベースから送信する」を押してください。",
  "no-file":
    "許可の控えファイルを書き込めませんでした。送信は止まったままです。設定 ARM_FILE の場所に書き込めるか、システムの担当者に確かめてください。",
} as const;

export const MAIN_MESSAGES = {
  left: "このデータベースは、すでに送信の許可を受けたことがあります。何も変えていません。",
  armed: (file: string) => `このデータベースからの送信を許可しました。控え: ${file}`,
} as const;
