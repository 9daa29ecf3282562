import { describe, expect, it } from "vitest";
import type { Entry } from "../entry";
import { foldQuestion } from "../fold";
import { ask } from "./ask";
import { createIndex } from "./create";
import { hiddenEntries } from "./hidden";

const entry = (
  kind: Entry["kind"],
  title: string,
  reading: string | null = null,
  synonyms: string[] = [],
) => ({
  key: `${kind}:${title}`,
  kind,
  title,
  reading,
  synonyms,
});
const index = createIndex([
  entry("keyword", "ごみ"),
  entry("garbage", "ペットボトル", "ぺっとぼとる"),
  entry("garbage", "ペットボトルのふた", null, ["キャップ"]),
  entry("garbage", "布団", "ふとん"),
  entry("faq", "住民票の写しを取りたい", "じゅうみんひょうのうつしをとりたい"),
]);

describe("what is answered", () => {
  it.each([
    ["ﾍﾟｯﾄﾎﾞﾄﾙ", "ペットボトル"],
    ["ぺっとぼとるのふた", "ペットボトルのふた"],
    ["フトンの捨て方", "布団"],
    ["ふとんは何ごみですか？", "布団"],
    ["キャップを捨てたい", "ペットボトルのふた"],
    ["ゴミ", "ごみ"],
  ])("%s → %s", (text, title) => {
    const verdict = ask(index, text);
    expect(verdict.kind === "answer" ? verdict.hit.entry.title : verdict).toBe(title);
  });
  it.each(["こんにちは", "", "？", "明日の天気"])("nothing to %s", (text) =>
    expect(ask(index, text).kind).toBe("none"),
  );
});

describe("what two questions have in common", () => {
  it.each([
    ["スマホの捨て方", "ｽﾏﾎは何ごみ？"],
    ["スマホの捨て方", "すまほどうやって捨てるの"],
    ["ボタン電池はいつ出せますか", "ボタン電池"],
  ])("%s = %s", (a, b) => expect(foldQuestion(a)).toBe(foldQuestion(b)));
});

it("tells whose words bring another entry", () =>
  expect(
    hiddenEntries([entry("keyword", "ごみ"), entry("faq", "ゴミ"), entry("faq", "家具", null, ["ごみ"])]).map(
      (h) => [h.entry.key, h.words, h.by.key],
    ),
  ).toEqual([
    ["faq:ゴミ", "ゴミ", "keyword:ごみ"],
    ["faq:家具", "ごみ", "keyword:ごみ"],
  ]));
