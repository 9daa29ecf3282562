import type { ErrorCode } from "@/lib/core/errors";

/** What a person reads when an action could not be done, by the error's code. */
export const ERROR_MESSAGES: Record<ErrorCode, string> = {
  unauthenticated: "サインインの有効期限が切れました。もう一度サインインしてください。",
  forbidden: "この操作をする権限がありません。",
  "not-found": "対象が見つかりません。ほかの人が変更した可能性があります。",
  invalid: "入力内容を確認してください。",
  conflict: "ほかの人が先に変更しました。最新の内容を確認してからやり直してください。",
  "too-many": "操作が続いたため、少し時間をおいてからやり直してください。",
  "too-large": "データが大きすぎます。",
  unavailable: "ただいま処理できません。少し時間をおいてからやり直してください。",
};

export const REFUSED_MESSAGE = "この操作はできませんでした。";

export const SIGN_IN_MESSAGES = {
  noMatch: "メールアドレスまたはパスワードが違います。",
  wait: (seconds: number) => `続けて間違えたため、あと${seconds}秒ほど待ってからやり直してください。`,
};

export const LINK_MESSAGES = {
  over: "このリンクは使用済みか、期限が切れています。管理者に新しいリンクを依頼してください。",
};

export const PASSWORD_MESSAGES = {
  "too-short": "パスワードは12文字以上にしてください。",
  "too-long": "パスワードは128文字までにしてください。",
  common: "よく使われる言葉や並びのため、推測されやすいパスワードです。別のものにしてください。",
  "like-account": "氏名やメールアドレスに似ています。別のものにしてください。",
};

export const STAFF_MESSAGES = {
  "email-taken": "このメールアドレスの職員は、すでに登録されています。",
  "email-invalid": "メールアドレスの形が正しくありません（例: yamada@city.example.jp）。",
  "roles-invalid": "役割と担当課の組み合わせが正しくありません。",
  "last-administrator":
    "管理者がいなくなるため、この変更はできません。先に別の人を管理者にして、その人がパスワードを決めてから、もう一度操作してください。",
  "own-account": "自分自身のアカウントには行えません。",
  "not-found": "職員が見つかりません。",
  disabled: "停止中の職員です。先に再開してください。",
  "password-needed":
    "職員の情報を変える前に、あなたのパスワードの確認が必要です。変更はまだ保存されていません。",
  "wrong-password": "今のパスワードが違います。",
  over: "このセッションはすでに終了しています。",
};
