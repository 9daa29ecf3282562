import { expect, it } from "vitest";
import { readNoise } from "./noise";

it.each([
  ["こんにちは", "hello"],
  ["ｺﾝﾆﾁﾊ！", "hello"],
  ["おはようございます。", "hello"],
  ["Hello!!", "hello"],
  ["안녕하세요", "hello"],
  ["ありがとうございました", "thanks"],
  ["ありがと〜ー", "thanks"],
  ["ありがとうー！", "thanks"],
  ["谢谢", "thanks"],
  ["はい", "word"],
  ["いいえ", "word"],
  ["やめる", "word"],
  ["了解です", "word"],
  ["", "nothing"],
  ["？？？", "nothing"],
  ["😀👍🏽", "nothing"],
  ["👨‍👩‍👧‍👦", "nothing"],
  ["www", "nothing"],
  ["あ", "nothing"],
  ["3", "nothing"],
  ["傘", null],
  ["119", null],
  ["ペットボトル", null],
  ["ありがとうございます。粗大ごみの出し方は？", null],
  ["はいいろのごみ袋", null],
])("%s: %s", (text, noise) => expect(readNoise(text)).toBe(noise));

it("nothing that may come is too much for it", () => {
  for (const text of ["ー".repeat(5_000), "！".repeat(5_000), "🏽".repeat(2_500), "\u0000".repeat(5_000)])
    expect(readNoise(text)).toBe("nothing");
});
