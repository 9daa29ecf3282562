import { describe, expect, it } from "vitest";
import type { Block } from "./block";
import { checkContent } from "./check";
import { correctionOf, leftOutOf } from "./correction";

const SENT = new Date("2026-11-22T03:00:00Z");
const OPENING =
  "【訂正】\n11月22日(日) 12:00にお送りしたお知らせに、誤りがありました。正しくは次のとおりです。";
const text = (words: string): Block => ({ kind: "text", text: words });
const image = (n: number): Block => ({ kind: "image", mediaId: `m${n}`, alt: `絵${n}` });
const long = (n: number): Block => text(String(n).repeat(5000));
const corrected = (blocks: Block[]) =>
  correctionOf({ variants: { ja: blocks } }, "correction", SENT).variants.ja;
const [one, two, three, four, five] = [1, 2, 3, 4, 5].map((n) => text(`通${n}`)) as [
  Block,
  Block,
  Block,
  Block,
  Block,
];

describe("the prefilled words of a correction", () => {
  it.each<[string, Block[], Block[], boolean]>([
    ["four fit beside the opening", [one, two, three, four], [text(OPENING), one, two, three, four], true],
    [
      "of five, the first words follow the opening in one message",
      [one, two, three, four, five],
      [text(`${OPENING}\n\n通1`), two, three, four, five],
      true,
    ],
    [
      "a picture first: the next two texts that stand together",
      [image(1), one, two, image(2), three],
      [text(OPENING), image(1), text("通1\n\n通2"), image(2), three],
      true,
    ],
    [
      "first words that fill a message: the next that fit",
      [long(1), one, two, three, four],
      [text(OPENING), long(1), text("通1\n\n通2"), three, four],
      true,
    ],
    [
      "pictures alone: the fifth finds no room",
      [1, 2, 3, 4, 5].map(image),
      [text(OPENING), ...[1, 2, 3, 4].map(image)],
      false,
    ],
    [
      "long words alone: the fifth finds no room",
      [1, 2, 3, 4, 5].map(long),
      [text(OPENING), ...[1, 2, 3, 4].map(long)],
      false,
    ],
  ])("%s", (_, sent, expected, isWhole) => {
    expect(corrected(sent)).toEqual(expected);
    expect(leftOutOf({ variants: { ja: sent } }, "correction", SENT)).toEqual(isWhole ? [] : ["ja"]);
  });

  it("fills a message to the brim and not over it, the mark of a drill counted", () => {
    const brim = 5000 - "【訓練】".length - OPENING.length - 2;
    const sent = (length: number) => [text("あ".repeat(length)), image(1), image(2), image(3), image(4)];
    const joined = corrected(sent(brim));
    expect(joined).toHaveLength(5);
    expect(checkContent({ kind: "drill", content: { variants: { ja: joined } } }, {})).toEqual([]);
    expect(leftOutOf({ variants: { ja: sent(brim) } }, "correction", SENT)).toEqual([]);
    expect(leftOutOf({ variants: { ja: sent(brim + 1) } }, "correction", SENT)).toEqual(["ja"]);
  });

  it("tells the languages apart, and a withdrawal repeats nothing", () => {
    const content = { variants: { ja: [one, two, three, four, five], en: [1, 2, 3, 4, 5].map(image) } };
    expect(leftOutOf(content, "correction", SENT)).toEqual(["en"]);
    expect(leftOutOf(content, "withdrawal", SENT)).toEqual([]);
    expect(correctionOf(content, "withdrawal", SENT).variants.ja).toHaveLength(1);
  });
});
