import { cleanText } from "@/lib/core/text";

/**
 * What typed words are compared by: width, case, hiragana and katakana, spaces and punctuation make no difference.
 * １ is 1, ﾄﾞｳﾛ is どうろ, 「市民レポート。」 is 市民れぽーと.
 */
export function fold(text: string): string {
  return cleanText(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}。、.,!?・…~〜:;'"()（）]/gu, "");
}
