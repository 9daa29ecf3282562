/** Names of errors that stop an event (lib/inbox/jobs.ts keeps the name alone), as staff read them. */
const WORDS: Record<string, string> = {
  SyntaxError: "届いた内容が壊れていて読めません",
  DrizzleQueryError: "データベースに書き込めませんでした",
  DatabaseError: "データベースに書き込めませんでした",
  error: "データベースに書き込めませんでした",
  AppError: "必要な設定や情報がありませんでした",
  TypeError: "想定していない内容です",
  RangeError: "想定していない内容です",
  ZodError: "想定していない内容です",
};

/** Why an event was not processed; the word itself stays readable for whoever looks it up. */
export function eventReason(error: string): string {
  const known = Object.hasOwn(WORDS, error) ? WORDS[error] : undefined;
  return known ? `${known}(${error})` : error;
}
