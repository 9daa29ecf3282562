import { describe, expect, it } from "vitest";
import { refusals } from "@/lib/conversations/testing/line-limits";
import { type Block, CONTENT_LIMITS as L } from "./block";
import { checkContent } from "./check";
import { type Content, renderMessages, wordingFor } from "./content";

const FAMILY = "👨‍👩‍👧‍👦";
const URL = "https://example.jp/";
const id = "00000000-0000-4000-8000-000000000001";
const media = {
  [id]: { base: "https://pub.example.jp/media/t", width: 1040, height: 520, heightAt1040: 520 },
};
const button = (change: object = {}) => ({ label: "開く", uri: URL, ...change });
const many = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const column = (change: object = {}) => ({
  mediaId: null,
  title: "",
  text: "文",
  buttons: [button()],
  ...change,
});
const area = (change: object = {}) => ({
  x: 0,
  y: 0,
  width: 1040,
  height: 100,
  label: "範囲",
  uri: URL,
  ...change,
});
const text = (t: string): Block => ({ kind: "text", text: t });
const map = (change: object = {}): Block => ({
  kind: "imagemap",
  mediaId: id,
  alt: "地図",
  areas: [area()],
  ...change,
});
const buttons = (change: object = {}): Block => ({
  kind: "buttons",
  alt: "題",
  title: "",
  text: "文",
  buttons: [button()],
  ...change,
});
const carousel = (change: object, columns = [column(change)]): Block => ({
  kind: "carousel",
  alt: "題",
  columns,
});
const card = (change: object = {}): Block => ({
  kind: "card",
  mediaId: id,
  alt: "題",
  title: "題",
  text: "文",
  buttons: [button()],
  ...change,
});

/** Blocks that use `n` of a limit. */
const AT: Record<keyof typeof L, (n: number) => Block[]> = {
  blocks: (n) => many(n, text("こんにちは")),
  text: (n) => [text("あ".repeat(n))],
  alt: (n) => [buttons({ alt: "あ".repeat(n) })],
  imagemapAreas: (n) => [map({ areas: many(n, area()) })],
  imagemapUri: (n) => [map({ areas: [area({ uri: URL.padEnd(n, "a") })] })],
  imagemapLabel: (n) => [map({ areas: [area({ label: "あ".repeat(n) })] })],
  cardTitle: (n) => [card({ title: FAMILY.repeat(n) })],
  cardText: (n) => [card({ text: FAMILY.repeat(n) })],
  cardButtons: (n) => [card({ buttons: many(n, button()) })],
  cardLabel: (n) => [card({ buttons: [button({ label: FAMILY.repeat(n) })] })],
  columns: (n) => [carousel({}, many(n, column()))],
  columnText: (n) => [carousel({ text: FAMILY.repeat(n) })],
  columnTextDecorated: (n) => [carousel({ title: "題", text: FAMILY.repeat(n) })],
  columnTitle: (n) => [carousel({ title: FAMILY.repeat(n) })],
  columnButtons: (n) => [carousel({ buttons: many(n, button()) })],
  buttonsText: (n) => [buttons({ text: FAMILY.repeat(n) })],
  buttonsTextDecorated: (n) => [buttons({ title: "題", text: FAMILY.repeat(n) })],
  buttonsTitle: (n) => [buttons({ title: FAMILY.repeat(n) })],
  buttons: (n) => [buttons({ buttons: many(n, button()) })],
  label: (n) => [buttons({ buttons: [button({ label: FAMILY.repeat(n) })] })],
  uri: (n) => [buttons({ buttons: [button({ uri: URL.padEnd(n, "a") })] })],
};
/** Stricter than LINE on purpose. */
const OURS = new Set(["cardTitle", "cardText", "cardButtons"]);
const of = (blocks: Block[]): Content => ({ variants: { ja: blocks } });

describe("our limits are the platform's", () => {
  it.each(Object.entries(L) as [keyof typeof L, number][])(
    "%s: %i is taken, one more is refused",
    (name, limit) => {
      const check = (n: number) => {
        const broadcast = { kind: "routine" as const, content: of(AT[name](n)) };
        return {
          ours: checkContent(broadcast, media),
          theirs: refusals(renderMessages(broadcast, "ja", media) as never),
        };
      };
      expect(check(limit)).toEqual({ ours: [], theirs: [] });
      expect(check(limit + 1).ours).not.toEqual([]);
      if (!OURS.has(name)) expect(check(limit + 1).theirs).not.toEqual([]);
    },
  );
  it.each([
    ["the whole picture", { height: 520 }, null, true],
    ["one pixel too high", { height: 521 }, "area-outside", true],
    ["one pixel too low", { y: 1, height: 520 }, "area-outside", true],
    ["the last pixel", { x: 1039, y: 519, width: 1, height: 1 }, null, true],
    ["one pixel too wide", { width: 1041 }, "area-outside", true],
    ["beyond the right edge", { x: 1040, width: 1 }, "area-outside", true],
    ["below the lower edge", { y: 520, height: 1 }, "area-outside", true],
    ["no height", { height: 0 }, "area-empty", false],
    ["no width", { width: 0 }, "area-empty", false],
  ] as const)("an area: %s", (_, change, code, theyTakeIt) => {
    const broadcast = { kind: "routine" as const, content: of([map({ areas: [area(change)] })]) };
    expect(checkContent(broadcast, media).map((problem) => problem.code)).toEqual(code ? [code] : []);
    // LINE's papers say nothing of areas beyond the picture: nobody could tap them, so we refuse them ourselves.
    expect(refusals(renderMessages(broadcast, "ja", media) as never).length === 0).toBe(theyTakeIt);
  });
  it("puts the mark of a drill before pictures that stand alone, within the limit", () => {
    const kind = "drill" as const;
    const image: Block = { kind: "image", mediaId: id, alt: "地図" };
    const mark = { type: "text", text: "【訓練】" };
    for (const pictures of [[image], [map()], [image, map(), image, image]]) {
      const drill = { kind, content: of(pictures) };
      const messages = renderMessages(drill, "ja", media);
      expect(messages[0]).toEqual(mark);
      expect(messages).toHaveLength(pictures.length + 1);
      expect(checkContent(drill, media)).toEqual([]);
      expect(renderMessages({ ...drill, kind: "routine" }, "ja", media)).toHaveLength(pictures.length);
    }
    expect(renderMessages({ kind, content: of([image, text("避難")]) }, "ja", media)).toHaveLength(2);
    const five = of(many(5, image));
    expect(checkContent({ kind, content: five }, media)).toMatchObject([
      { code: "too-many-marked", limit: 4, actual: 5 },
    ]);
    expect(checkContent({ kind: "routine", content: five }, media)).toEqual([]);
  });
  it("counts the mark of a drill too, and puts it at the head of every text", () => {
    const kind = "drill" as const;
    expect(checkContent({ kind, content: of([text("あ".repeat(L.text - 4))]) }, media)).toEqual([]);
    expect(checkContent({ kind, content: of([text("あ".repeat(L.text - 3))]) }, media)).toHaveLength(1);
    const rendered = renderMessages(
      { kind, content: of([text("避難"), card(), carousel({ title: "題" }), buttons({ title: "題" })]) },
      "ja",
      media,
    );
    const words = JSON.stringify(rendered)
      .match(/"(?:text|altText|title)":"[^"]*"/g)
      ?.filter((w) => w !== '"text":"text"');
    expect(words?.length).toBe(10);
    for (const word of words ?? []) expect(word).toContain('"【訓練】');
    const again = renderMessages({ kind, content: of([text("【訓練】避難")]) }, "ja", media);
    expect(again).toEqual([{ type: "text", text: "【訓練】避難" }]);
  });
  it.each([
    ["http://example.jp/", "link-not-https"],
    ["javascript:alert(1)", "link-not-https"],
    ["https://example.jp/a b", "link-broken"],
    ["https://localhost/", "link-broken"],
    ["https://例え.jp/", "link-broken"],
    ["", "empty"],
  ])("a link %s is %s", (uri, code) => {
    expect(
      checkContent({ kind: "routine", content: of([buttons({ buttons: [button({ uri })] })]) }, media)[0]
        ?.code,
    ).toBe(code);
  });
});

describe("the language a resident gets", () => {
  const has = (...more: ("easy" | "en" | "zh")[]): Content => ({
    variants: { ja: [text("ja")], ...Object.fromEntries(more.map((m) => [m, [text(m)]])) },
  });
  it.each([
    [has(), "zh", "ja"],
    [has("easy"), "zh", "easy"],
    [has("easy", "en"), "zh", "en"],
    [has("easy", "en", "zh"), "zh", "zh"],
    [has("en"), "easy", "ja"],
    [has("en", "easy"), "ja", "ja"],
  ] as const)("%#: %s", (content, spoken, expected) => expect(wordingFor(content, spoken)).toBe(expected));
});
