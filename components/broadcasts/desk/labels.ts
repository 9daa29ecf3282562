import type { LinkVerdict } from "@/lib/broadcasts/links/found";

const n = (count: number) => count.toLocaleString("ja-JP");

const LINK_VERDICTS: Record<LinkVerdict["kind"], (status: number) => string> = {
  fine: (status) => `開けました(${status})`,
  "not-https": () => "開けましたが、暗号化されていません。https:// で始まるアドレスにしてください。",
  refused: (status) => `ページがないか、エラーになりました(${status})。アドレスを確かめてください。`,
  broken: () => "アドレスの形が正しくありません。",
  inside: () => "庁内など、住民からは開けない場所を指しています。",
  "too-many-redirects": () => "転送が5回を超えました。行き着く先のアドレスにしてください。",
  untrusted: () => "証明書に問題があり、住民のスマートフォンでは警告が出ます。",
  unknown: () =>
    "確かめられませんでした。この環境からインターネットに出られないか、相手が応答しません。スマートフォンで開いて確かめてください。",
};
export const linkLabels = {
  title: "リンク",
  check: "リンクを確かめる",
  notYet: "まだ確かめていません",
  notHttps: "まだ確かめていません。暗号化されないアドレスです。https:// で始まるものにしてください。",
  done: (count: number) => `${n(count)}件を確かめました`,
  verdicts: LINK_VERDICTS,
} as const;

/** Why sending stopped, where it was not a person: what happened, what was kept, what to do. */
export const PAUSED_WORDS: Record<string, string> = {
  "quota-spent":
    "今月LINEで送れる通数を使い切りました。届いた人には届いています。残りの人の分は、そのまま残っています。プランを追加してから再開してください。",
  "content-refused":
    "LINEが文面を受け付けませんでした。同じ文面の残りの人には送っていません。停止し、内容を直して送り直してください。",
  refused:
    "LINEから、ふだんと違う返事がありました。残りの人の分は、そのまま残っています。通信の経路をシステムの担当者に確かめてから、再開してください。",
  stalled:
    "送信が15分以上進まなかったため、自動では続けずに止めています。届いた人には届いています。残りの人の分は、そのまま残っています。いま送ってよい内容かを確かめて、再開するか、停止してください。予定の時刻から24時間を過ぎると、再開できなくなります。",
};

const WHY_LEAD =
  "「お知らせが届かない」と聞かれたときに、この配信がその方にどうなったかを確かめます。確かめたことは操作の記録に残ります。";
export const whyNotLabels = {
  over: {
    lead: WHY_LEAD,
    reached: "この配信は、この方に届いています。",
    reasons: "この配信は、この方に届いていません。",
  },
  coming: {
    lead: WHY_LEAD,
    reached: "この配信は、この方に届きます。",
    reasons: "この配信は、この方に届かないか、まだ届いていません。",
  },
} as const;
