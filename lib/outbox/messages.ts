/** What staff read when a message cannot be sent again. */
export const RESEND_MESSAGES = {
  "not-mail": "住民へのメッセージは、二度届くおそれがあるため再送できません。通報の画面から送ってください。",
  "not-failed": "ほかの人がすでに再送したか、送信が済んでいます。一覧を最新にしました。",
  hopeless: "このメールは何度送っても届きません。",
} as const;
