import { expect, it } from "vitest";
import { differenceOf } from "./difference";
import type { BotEntry } from "./entry";
import { differenceLines } from "./words";

const entry = (key: string, part: Partial<BotEntry> = {}): BotEntry => ({
  key,
  kind: "faq",
  title: "住民票を取りたい",
  reading: null,
  synonyms: ["住民票"],
  category: "procedures",
  note: null,
  answer: { kind: "link", text: { ja: "窓口で取れます。" }, label: { ja: "開く" }, url: "https://x.example" },
  validFrom: null,
  validUntil: null,
  sectionId: 3,
  reviewedOn: null,
  ...part,
});
const names = { categories: { procedures: "手続き" }, sections: { 3: "市民課" } };

it("tells a difference in people's words: names for keys, an answer line by line", () => {
  const before = [entry("a"), entry("gone", { sectionId: null })];
  const after = [
    entry("a", { synonyms: ["住民票", "じゅうみんひょう"], sectionId: null, category: "unknown" }),
    entry("new", { answer: { kind: "no such thing" } }),
  ];
  expect(differenceLines(differenceOf(before, after), names)).toEqual([
    {
      key: "new",
      kind: "faq",
      title: "住民票を取りたい",
      change: "added",
      fields: [
        { field: "synonyms", before: "", after: "住民票" },
        { field: "category", before: "", after: "手続き" },
      ],
    },
    {
      key: "a",
      kind: "faq",
      title: "住民票を取りたい",
      change: "changed",
      fields: [
        { field: "synonyms", before: "住民票", after: "住民票、じゅうみんひょう" },
        { field: "category", before: "手続き", after: "unknown" },
        { field: "sectionId", before: "市民課", after: "" },
      ],
    },
    {
      key: "gone",
      kind: "faq",
      title: "住民票を取りたい",
      change: "removed",
      fields: [
        { field: "synonyms", before: "住民票", after: "" },
        { field: "category", before: "手続き", after: "" },
        { field: "answer", before: "リンク\n窓口で取れます。\n開く: https://x.example", after: "" },
      ],
    },
  ]);
});
