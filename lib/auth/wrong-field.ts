import type { z } from "zod";

const PLAIN = "入力内容を確認してください。";

/** What is said of a field whose schema has no words of its own: staff never read zod's English. */
export const wrongField: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined || issue.input === null || issue.input === "")
    return "入力するか、選んでください。";
  if (issue.code === "too_big" && issue.origin === "string")
    return `${issue.maximum.toLocaleString("ja-JP")}文字までにしてください。`;
  if (issue.code === "too_big" && issue.origin === "array")
    return `${issue.maximum.toLocaleString("ja-JP")}個までにしてください。`;
  return PLAIN;
};
