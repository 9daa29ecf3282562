import type { LocalText } from "./schema";

export type Language = "ja" | "easy" | "en" | "zh" | "ko";

/** LINE's language of a resident (`ja`, `en`, `zh-TW`, null) as one of ours: others get やさしい日本語. */
export function languageOf(code: string | null): Language {
  const main = code?.toLowerCase().split(/[-_]/)[0] ?? "ja";
  if (main === "ja" || main === "en" || main === "zh" || main === "ko" || main === "easy") return main;
  return main === "" ? "ja" : "easy";
}

/** The words in that language, else the nearest there is. */
export function say(text: LocalText, language: Language): string {
  if (language === "ja") return text.ja;
  if (language === "easy") return text.easy ?? text.ja;
  return text[language] ?? text.en ?? text.easy ?? text.ja;
}

/** The words in every language there is, for comparing with what was typed. */
export const everyWording = (text: LocalText): string[] =>
  Object.values(text).filter((word) => word !== undefined);
