/** Words of lib/outbox/outcome.ts and lib/notifications/smtp-gateway.ts, as staff read them. */
const WORDS: Record<string, string> = {
  "token-too-old-to-tell": "返信できる時間が過ぎ、届いたか確かめられません",
  "refused-by-line": "LINEが内容を受け付けませんでした",
  "quota-spent": "今月送れる通数を使い切っています",
  "rate-limited": "送る量が多く、順番を待っています",
  "channel-refused": "LINEの接続設定が受け付けられません",
  "bad-address": "メールアドレスの形が正しくありません",
  "bad-payload": "送る内容を組み立てられませんでした",
  "report-gone": "もとの通報がなくなっています",
  "waiting-for-photo": "写真を待っています",
  "smtp-auth": "メールサーバーにサインインできません",
  "smtp-not-set": "メールサーバーが設定されていません",
};

/** Why a message did not arrive. A word that nobody listed is shown as it is, so that it can be looked up. */
export function deliveryReason(error: string): string {
  const known = WORDS[error];
  if (known) return known;
  const [kind, detail = ""] = error.split(/-(.*)/s);
  if (kind === "silent") return "返事がなく、届いたか確かめられません";
  if (kind === "http")
    return `LINEが${detail.startsWith("5") ? "不調です" : "受け付けませんでした"}(${detail})`;
  if (kind === "smtp" && /^5\d\d$/.test(detail))
    return `相手のメールサーバーが受け取りませんでした(${detail})`;
  if (kind === "smtp") return `メールサーバーにつながりません(${detail})`;
  return error;
}
