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
