import { describe, expect, it } from "vitest";
import { refusalMessage } from "./messages";
import type { PhotoRefusal } from "./verdict";

const REASONS: Record<PhotoRefusal, string> = {
  "not-an-image": "写真ではない",
  "unsupported-format": "形式",
  "too-large": "大きすぎて",
  "too-many-pixels": "画素数",
  broken: "こわれて",
};
const KANA = /[\u3040-\u30ff]/;

describe.each(Object.entries(REASONS) as [PhotoRefusal, string][])("a photo refused: %s", (reason, said) => {
  it.each([null, "", "ja", "ja-JP"])("%s reads Japanese", (language) => {
    const { text } = refusalMessage(reason, language);
    expect(text).toContain(said);
    expect(text).toContain("LINEのカメラでもう一度撮って送ってください");
  });

  it.each([
    ["easy", /しゃしん.*できれば LINEの カメラで/],
    ["vi", /しゃしん.*できれば LINEの カメラで/],
    ["en", /^[ -~]+\. Everything else .+ LINE camera/],
    ["zh-TW", /^\P{Script=Hangul}+。其他内容.+重新拍摄/u],
    ["ko", /\p{Script=Hangul}.+\. 다른 내용은 .+ 다시 찍어/u],
  ])("%s reads their own", (language, words) => {
    const { text } = refusalMessage(reason, language);
    expect(text).toMatch(words);
    expect(KANA.test(text)).toBe(language === "easy" || language === "vi");
  });
});
