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
    ["090 - 1234 - 5678", MASK],
    ["マイナンバー 1234 - 5678 - 9012", `マイナンバー ${MASK}`],
    ["1234・5678・9012", MASK],
    ["1234,5678,9012", MASK],
    ["12/34/56/78/90/12", MASK],
    ["1234   5678   9012", MASK],
    ["〇九〇一二三四五六七八", MASK],
    ["〇九〇-一二三四-五六七八まで", `${MASK}まで`],
    ["電話は322 1111", `電話は${MASK}`],
    ["322ー1111に電話", `${MASK}に電話`],
    ["〒860ー8601", `〒${MASK}`],
    ["中央区大江　５－１－２３", `中央区大江 ${MASK}`],
    ["さくら1-2-3", `さくら${MASK}`],
    ["大江5の1の23", `大江${MASK}`],
    ["大江5―1―23", `大江${MASK}`],
    ["大江 5 - 1 - 23 です", `大江 ${MASK} です`],
    ["桜町 1-2の前", `桜町 ${MASK}の前`],
    ["I live at 1-2-3 Sakuramachi, Chuo-ku", `I live at ${MASK} Sakuramachi, Chuo-ku`],
    ["Sakuramachi 1-2-3", `Sakuramachi ${MASK}`],
    ["at 1-2, Sakuramachi", `at ${MASK}, Sakuramachi`],
    ["Tetorihoncho 1-1, room 203", `Tetorihoncho ${MASK}, room ${MASK}`],
    ["taro @ example.com", MASK],
    ["太郎@example.com", MASK],
    ["taro@例え.jp", MASK],
    ["taro.yamada(at)example.com", MASK],
    ["返事はtaro＠example.comに送って", `返事は${MASK}に送って`],
    ["田中花子と言います", `${MASK}と言います`],
    ["山田太郎といいます", `${MASK}といいます`],
    ["こんにちは、ヤマダ タロウといいますが", `こんにちは、${MASK}といいますが`],
  ])("%s", (text, masked) => expect(maskPersonal(text)).toBe(masked));
});

it.each(["／", "・", "、", "—", "―", "─", "~", "〜", "_", ".", "\n", "\r\n", "　", " / "])(
  "a number is one with %j between its digits",
  (gap) => expect(maskPersonal(["０９０", "１２３４", "５６７８"].join(gap))).toBe(MASK),
);

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
    "5月3日のごみ",
    "令和8年11月22日",
    "2026-11-22",
    "収集日 2026-11-22",
    "2026-11-22 10:30から",
    "2026/11/22、2026/11/29の収集",
    "11/22の収集",
    "11/22、11/23、11/24の収集",
    "10:30から",
    "10:00~12:00、13:00~15:00",
    "2025-2026の年末年始",
    "1月の第2・第4水曜",
    "45Lの袋",
    "60cm×30cm×20cm",
    "1800×900×450のたんす",
    "3-4歳の健診",
    "100円",
    "粗大ごみ 5個",
    "1と2の違い",
    "防災110番",
    "119",
    "#7119",
    "on 2026-11-28 Saturday",
    "open 9-17 Monday to Friday",
    "3-4 bags of garbage",
    "第 2-4 週の土曜",
    "このごみは何といいますか",
    "@kumamotoのページ",
  ])("%s", (text) => expect(maskPersonal(text)).toBe(text));
});

it.each([
  "1 ",
  "一",
  "1-",
  "あ1",
  "@",
  "a@",
  "a.",
  "a@a.",
  "ー",
  "山",
  "と言い",
  "2026-",
  "1/1 ",
  "1:00 ",
  "●",
])("much of %j takes no long time", (piece) => {
  const start = performance.now();
  maskPersonal(piece.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(2_000);
});

it("whatever comes is taken, and what was masked once is not masked further", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const once = maskPersonal(text);
      expect(maskPersonal(once)).toBe(once);
    }),
  ));
