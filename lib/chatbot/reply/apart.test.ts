import { describe, expect, it } from "vitest";
import { type Thing, toldApart } from "./apart";

const thing = (title: string, more: Partial<Thing> = {}): Thing => ({
  title,
  reading: null,
  note: null,
  category: null,
  ...more,
});

describe("what tells things of one title apart", () => {
  it.each<[string, Thing[], ([words: string, category: string | null] | null)[]]>([
    ["nothing is needed", [thing("布団"), thing("座布団")], [null, null]],
    [
      "the note, and where it goes beside",
      [
        thing("布団", { reading: "ふとん", note: "ナイロンを含むもの", category: "燃やさないごみ" }),
        thing("座布団", { category: "燃やすごみ" }),
        thing("布 団", { reading: "ふとん", note: "綿・\n麻", category: "燃やすごみ" }),
      ],
      [["ナイロンを含むもの", "燃やさないごみ"], null, ["綿・ 麻", "燃やすごみ"]],
    ],
    [
      "how it is read",
      [
        thing("色紙", { reading: "しきし", note: "雑誌などに挟む。", category: "雑誌" }),
        thing("色紙", { reading: "いろがみ", category: "燃やせるゴミ" }),
      ],
      [
        ["しきし", "雑誌"],
        ["いろがみ", "燃やせるゴミ"],
      ],
    ],
    [
      "the category, when only one has a note",
      [thing("缶", { note: "使い切った", category: "資源" }), thing("缶", { category: "危険" })],
      [
        ["資源", null],
        ["危険", null],
      ],
    ],
    [
      "the category, when the notes are the same",
      [thing("缶", { note: "洗う。", category: "資源" }), thing("缶", { note: "洗う", category: "危険" })],
      [
        ["資源", null],
        ["危険", null],
      ],
    ],
    [
      "nothing at all is known",
      [thing("缶"), thing("缶")],
      [
        ["", null],
        ["", null],
      ],
    ],
  ])("%s", (_name, things, told) => {
    expect(toldApart(things).map((one) => one && [one.words, one.category])).toEqual(told);
  });
});
