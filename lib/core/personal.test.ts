import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MASK, maskPersonal } from "./personal";

describe("what says who somebody is, is taken out", () => {
  it.each([
    ["090-1234-5678に電話ください", `${MASK}に電話ください`],
    ["電話は０９０（１２３４）５６７８です", `電話は${MASK}です`],
    ["tel:+81 90 1234 5678", `tel:${MASK}`],
    ["090\u200b1234\u200b5678", MASK],
    ["322-1111まで", `${MASK}まで`],
    ["taro.yamada+city@example.co.jp へ送って", `${MASK} へ送って`],
    ["マイナンバーは123456789012です", `マイナンバーは${MASK}です`],
    ["口座1234567", `口座${MASK}`],
    ["手取本町1-1の前のごみ", `手取本町${MASK}の前のごみ`],
    ["中央区大江5ー1ー23に住んでいます", `中央区大江${MASK}に住んでいます`],
    ["本町3丁目5番2号です", `本町3丁目${MASK}です`],
    ["本町三丁目五の二の収集日", `本町三丁目${MASK}の収集日`],
    ["水前寺12番地3", `水前寺${MASK}`],
    ["出水5番12号", `出水${MASK}`],
    ["ハイツ203号室", `ハイツ${MASK}`],
    ["山田太郎と申します。粗大ごみは？", `${MASK}と申します。粗大ごみは?`],
    ["はじめまして、私は山田 花子といいます", `はじめまして、私は${MASK}といいます`],
    ["名前は山田です", `名前は${MASK}です`],
    ["氏名：山田太郎", `氏名:${MASK}`],
    ["My name is John Smith and I moved", `My name is ${MASK} and I moved`],
    ["我叫王小明，垃圾怎么扔", `我叫${MASK},垃圾怎么扔`],
    ["제 이름은 김철수입니다", `제 이름은 ${MASK}입니다`],
  ])("%s", (text, masked) => expect(maskPersonal(text)).toBe(masked));
});

describe("what a question is about, stays", () => {
  it.each([
    "1-2歳の健診",
    "平日9-17時に開いていますか",
    "本町三丁目のごみの日",
    "単3電池と単4電池",
    "5月10日は休みですか",
    "令和8年度の税金",
    "1番近い避難所",
    "10kgの袋は100円ですか",
    "私は妊娠中ですが手続きは必要ですか",
    "プラスチックの2-3枚",
    "119と110の違い",
    "2026-11-28のごみ",
  ])("%s", (text) => expect(maskPersonal(text)).toBe(text));
});

it("whatever comes is taken, and what was masked once is not masked further", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const once = maskPersonal(text);
      expect(maskPersonal(once)).toBe(once);
    }),
  ));
