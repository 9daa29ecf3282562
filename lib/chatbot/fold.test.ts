import { describe, expect, it } from "vitest";
import { foldQuestion, foldWords } from "./fold";

describe("words are the same however they are typed", () => {
  it.each([
    ["ﾍﾟｯﾄﾎﾞﾄﾙ", "ペットボトル"],
    ["へ゜っとほ゛とる", "ペットボトル"],
    ["ペット ボトル", "ペットボトル"],
    ["「ペットボトル」", "ペットボトル"],
    ["ＤＶＤ", "dvd"],
    ["単三電池", "単3電池"],
    ["単③電池", "単3電池"],
    ["カ−テン", "カーテン"],
    ["か～てん", "カーテン"],
    ["らーーーめん", "ラーメン"],
    ["ヴァイオリン", "バイオリン"],
    ["㌔", "キロ"],
  ])("%s = %s", (a, b) => expect(foldWords(a)).toBe(foldWords(b)));
  it.each([
    ["はさみ", "さみ"],
    ["ビール", "ビル"],
    ["びん", "ピン"],
  ])("%s ≠ %s", (a, b) => expect(foldWords(a)).not.toBe(foldWords(b)));
  it.each(["", "？？", "😀", "\u0000", "　"])("nothing is left of %j", (text) =>
    expect(foldWords(text)).toBe(""),
  );
});

describe("a question is what it is about", () => {
  it.each([
    ["スマホの捨て方", "スマホ"],
    ["ｽﾏﾎは何ごみ？", "スマホ"],
    ["スマホってどうやって捨てればいいんでしょうか", "スマホ"],
    ["スマホの出し方を教えてください。", "スマホ"],
    ["スマホはいつ出せますか", "スマホ"],
    ["スマホを捨てたいんですけど", "スマホ"],
    ["スマホは燃えるゴミ？", "スマホ"],
    ["スマホは回収してもらえますか", "スマホ"],
    ["壊れた扇風機があるんですが捨てられますか", "壊れた扇風機"],
    ["テレビは粗大ごみですか", "テレビ"],
    ["粗大ごみの出し方", "粗大ごみ"],
    ["引き出しの捨て方", "引き出し"],
    ["避難所はどこ", "避難所"],
    ["住民票について教えて", "住民票"],
  ])("%s → %s", (text, subject) => expect(foldQuestion(text)).toBe(foldWords(subject)));
  it.each(["引き出し", "ばね", "かな", "ごみ", "粗大ごみ", "明日の天気", "枝は何センチまで"])(
    "%s stays as it is",
    (text) => expect(foldQuestion(text)).toBe(foldWords(text)),
  );
  it("is never empty while there is a text, and always short enough for a key", () => {
    expect(foldQuestion("？？")).toBe("??");
    expect(foldQuestion("捨てたい")).not.toBe("");
    const long = foldQuestion(`${"あ𠮷".repeat(3000)}の捨て方`);
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long.isWellFormed()).toBe(true);
  });
});
