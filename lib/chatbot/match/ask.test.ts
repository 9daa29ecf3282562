import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry, Verdict } from "../entry";
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
const entries = [
  entry("keyword", "防災", "ぼうさい", ["防災情報"]),
  entry("garbage", "ペットボトル", "ぺっとぼとる"),
  entry("garbage", "ペットボトルのふた", "ぺっとぼとるのふた", ["エコキャップ"]),
  entry("garbage", "布団", "ふとん"),
  entry("garbage", "椅子（木製）", "いす（もくせい）"),
  entry("garbage", "椅子（金属製）", "いす（きんぞくせい）"),
  entry("garbage", "携帯電話・スマートフォン", "けいたいでんわ・すまーとふぉん"),
  entry("garbage", "背広（スーツ）", "せびろ（すーつ）"),
  entry("garbage", "懐中電灯", "かいちゅうでんとう"),
  entry("garbage", "パスポート", "ぱすぽーと"),
  entry("garbage", "灰", "はい"),
  entry("garbage", "フライパン", "ふらいぱん"),
  entry("faq", "住民票の写しを取りたい", "じゅうみんひょうのうつしをとりたい", [
    "住民票",
    "住民票はコンビニで取れますか",
  ]),
  entry("faq", "新型コロナワクチンはどこで受けられますか", null, ["コロナの予防接種"]),
  entry("faq", "ごみは何時までに出せばいいですか", "ごみはなんじまでにだせばいいですか"),
];
const index = createIndex(entries);
const titles = (verdict: Verdict): string[] =>
  (verdict.kind === "answer"
    ? [verdict.hit]
    : verdict.kind === "choose"
      ? verdict.hits
      : verdict.nearest
  ).map((hit) => hit.entry.title);

describe("things of one title", () => {
  const to = (category: string | null, title = "布団") => ({
    ...entry("garbage", title),
    key: `${title} ${category}`,
    category,
  });
  const keys = (verdict: Verdict) =>
    verdict.kind === "choose" ? verdict.hits.map((hit) => hit.entry.key) : verdict.kind;
  const twins = [to("incombustible"), to("burn", "布 団"), to("burn", "布団"), to("burn", "毛布")];

  it.each(["布団", "布団の捨て方", "フトン"])("%s: of different categories all are asked about", (text) => {
    const read = twins.map((one) => ({ ...one, reading: one.title === "毛布" ? "もうふ" : "ふとん" }));
    expect(keys(ask(createIndex(read), text))).toEqual(["布団 incombustible", "布 団 burn"]);
  });
  it("what is merely near is not asked about beside them", () => {
    const more = [...twins, to("incombustible", "座布団")].map((one) => ({ ...one, reading: null }));
    expect(keys(ask(createIndex(more.concat({ ...to("burn", "座布団"), reading: null })), "座布団"))).toEqual(
      ["座布団 incombustible", "座布団 burn"],
    );
  });
  it("of the same category, or of none that is known, the first hides the others", () => {
    const same = [to(null), { ...to(null), key: "other" }];
    expect(ask(createIndex(same), "布団")).toMatchObject({
      kind: "answer",
      hit: { entry: { key: "布団 null" } },
    });
  });
  it("hides none of them from staff who look for overlaps", () => {
    expect(hiddenEntries([to("incombustible"), to("burn")])).toEqual([]);
    expect(hiddenEntries([to("burn"), { ...to("burn"), key: "other" }])).toHaveLength(1);
  });
  it("FAQ of one title hide each other whatever their topics are", () => {
    const faq = (category: string) => ({ ...entry("faq", "休館日"), key: category, category });
    expect(ask(createIndex([faq("a"), faq("b")]), "休館日")).toMatchObject({ kind: "answer" });
  });
});

describe("what is answered", () => {
  it.each([
    ["ﾍﾟｯﾄﾎﾞﾄﾙ", "ペットボトル", "same"],
    ["ぺっとぼとるのふた", "ペットボトルのふた", "same"],
    ["エコキャップを捨てたい", "ペットボトルのふた", "same"],
    ["フトンの捨て方", "布団", "same"],
    ["スマホの捨て方", "携帯電話・スマートフォン", "general"],
    ["ボウサイ", "防災", "same"],
    ["住民票", "住民票の写しを取りたい", "same"],
    ["住民票の写しを取りたいです", "住民票の写しを取りたい", "same"],
    ["住民票の写しが取りたい", "住民票の写しを取りたい", "like"],
    ["ごみは何時までに出せばいいですか？", "ごみは何時までに出せばいいですか", "same"],
    ["パスポートの捨て方", "パスポート", "same"],
    ["灰の出し方", "灰", "same"],
  ])("%s → %s (%s)", (text, title, how) => {
    const verdict = ask(index, text);
    expect([verdict.kind, ...titles(verdict)]).toEqual(["answer", title]);
    expect(verdict.kind === "answer" && verdict.hit.reason.how).toBe(how);
  });
});

describe("what is asked back", () => {
  it.each([
    ["椅子", ["椅子（木製）", "椅子（金属製）"]],
    ["いすは何ごみ", ["椅子（木製）", "椅子（金属製）"]],
    ["かいちゅうでとんう", ["懐中電灯"]],
    ["テフロンのフライパン", ["フライパン"]],
    ["コロナのワクチンはどこ", ["新型コロナワクチンはどこで受けられますか"]],
    ["壊れた懐中電", ["懐中電灯"]],
  ])("%s: %j", (text, wanted) => {
    const verdict = ask(index, text);
    expect([verdict.kind, titles(verdict)]).toEqual(["choose", wanted]);
  });
  it("at most ten, the best first", () => {
    const many = createIndex(Array.from({ length: 30 }, (_, i) => entry("garbage", `棚（${i}号製）`)));
    const verdict = ask(many, "棚");
    expect(verdict.kind === "choose" && verdict.hits.length).toBe(10);
  });
});

describe("what is left alone", () => {
  it.each([
    "こんにちは",
    "",
    "？",
    "😀",
    "明日の天気",
    "はい",
    "パスポートの申請",
    "花火大会はいつ",
    "ああああ",
    "布団屋さんの求人",
  ])("%s", (text) => {
    const verdict = ask(index, text);
    expect(verdict.kind).toBe("none");
    expect(titles(verdict).length).toBeLessThanOrEqual(3);
  });
  it("offers what is near without answering it", () => {
    const verdict = ask(
      createIndex([entry("faq", "体育館を借りたい"), entry("faq", "保育園に入るには")]),
      "体育の授業",
    );
    expect([verdict.kind, titles(verdict)]).toEqual(["none", ["体育館を借りたい"]]);
  });
});

describe("an entry of the FAQ or a keyword", () => {
  const entries = [
    entry("keyword", "ハザードマップ", "はざーどまっぷ"),
    entry("keyword", "避難所", "ひなんじょ"),
    entry("faq", "動物園の休みは？", "どうぶつえんのやすみは"),
    ...["図書館を使うには", "市役所の駐車場", "転入の届け", "犬の登録", "水道の使用開始"].map((title) =>
      entry("faq", title),
    ),
  ];
  const answers = new Map([
    ["動物園の休みは？", "象、きりん、ライオンに会えます。Elephants and lions live here."],
  ]);
  const index = createIndex(entries, (one) => answers.get(one.title) ?? "");
  it.each(["ハザドマップ", "ハザートマップ", "ﾊｻﾞｰﾄﾞﾏｯﾌﾟ"])("is answered for %s, a slip or none", (text) => {
    const verdict = ask(index, text);
    expect([verdict.kind, titles(verdict)[0]]).toEqual(["answer", "ハザードマップ"]);
  });
  it.each([
    ["近くの避難所が満員だったらどこへ行くの", "避難所"],
    ["ライオンと象を子どもに見せたい", "動物園の休みは？"],
    ["Where do elephants and lions live?", "動物園の休みは？"],
  ])("is asked back for %s", (text, title) => {
    const verdict = ask(index, text);
    expect([verdict.kind, titles(verdict)[0]]).toEqual(["choose", title]);
  });
  it.each(["パスポートの写真", "ラーメン食べたい", "what is love"])("is not for %s", (text) =>
    expect(ask(index, text).kind).toBe("none"),
  );
});

describe("who hides whom", () => {
  it("keyword before garbage before FAQ, the first of two of one title, and the whole words before their subject", () => {
    const all = [
      entry("faq", "ゴミ"),
      entry("garbage", "ごみ"),
      entry("keyword", "ごみ"),
      entry("faq", "家具", null, ["ごみ"]),
      entry("garbage", "畳"),
      entry("garbage", "タタミ"),
      entry("garbage", "畳 "),
      entry("faq", "畳の回収"),
    ];
    expect(hiddenEntries(all).map(({ entry: one, words, by }) => [one.key, words, by.key])).toEqual([
      ["faq:ゴミ", "ゴミ", "keyword:ごみ"],
      ["garbage:ごみ", "ごみ", "keyword:ごみ"],
      ["faq:家具", "ごみ", "keyword:ごみ"],
      ["garbage:畳 ", "畳 ", "garbage:畳"],
    ]);
  });
  it("nobody, among entries that are called differently", () => expect(hiddenEntries(entries)).toEqual([]));
});

const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const katakana = (text: string) =>
  text.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
const hiragana = (text: string) =>
  text.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

describe("whatever is typed", () => {
  it(
    "brings an entry first that is called so, in any width and kana",
    () =>
      fc.assert(
        fc.property(
          fc.constantFrom(...entries),
          fc.constantFrom("title", "reading"),
          fc.constantFrom(
            wide,
            katakana,
            hiragana,
            (text: string) => ` ${text}。`,
            (text: string) => text.normalize("NFD"),
          ),
          fc.constantFrom("", "？", "です", "を教えてください"),
          (one, field, typed, end) => {
            const name = (field === "title" ? one.title : one.reading) ?? one.title;
            fc.pre(!(name === "はい" && end === "です") && name !== "はい");
            expect(titles(ask(index, typed(name) + end))[0]).toBe(one.title);
          },
        ),
      ),
    60_000,
  );
  it(
    "never throws, and says the same again",
    () =>
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
          expect(ask(index, text)).toEqual(ask(index, text));
        }),
      ),
    60_000,
  );
  it("takes what was built to be slow", () => {
    for (const text of [
      "かな".repeat(2500),
      "のはを".repeat(1500),
      "捨てたい".repeat(1200),
      "ペットボトル".repeat(800),
    ])
      expect(["none", "choose", "answer"]).toContain(ask(index, text).kind);
  });
  const folder = process.env.TRIAL_DATA;
  it.skipIf(!folder)("takes the big list of naughty strings (needs TRIAL_DATA)", () => {
    const list: string[] = JSON.parse(fs.readFileSync(path.join(folder ?? "", "text/blns.json"), "utf8"));
    for (const text of list) expect(ask(index, text).kind, text).toBe("none");
  });
});
