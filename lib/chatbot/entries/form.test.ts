import { describe, expect, it } from "vitest";
import type { StoredEntry } from "../books/queries";
import { entryCandidate, entrySchema, NEW_ENTRY, NO_WORDS, type TypedEntry, typedEntry } from "./form";
import { problemsOf } from "./problems";

const words = (ja: string) => ({ ...NO_WORDS, ja });
const good: TypedEntry = {
  ...NEW_ENTRY,
  title: "住民票を取りたい",
  answer: { ...NEW_ENTRY.answer, text: words("窓口で取れます。") },
};
const withAnswer = (part: Partial<TypedEntry["answer"]>): TypedEntry => ({
  ...good,
  answer: { ...good.answer, ...part },
});
const said = (typed: TypedEntry) => problemsOf(typed).map(({ field, isMissing }) => [field, isMissing]);

describe("what keeps an entry from being saved", () => {
  it("nothing, when a title and an answer in Japanese are there", () => expect(problemsOf(good)).toEqual([]));
  it.each<[string, TypedEntry, [string, boolean][]]>([
    [
      "an empty form",
      NEW_ENTRY,
      [
        ["title", true],
        ["answer.text.ja", true],
      ],
    ],
    ["a title that is too long", { ...good, title: "あ".repeat(61) }, [["title", false]]],
    ["a word that is too long", { ...good, synonyms: ["あ".repeat(61)] }, [["synonyms.0", false]]],
    [
      "days the wrong way round",
      { ...good, validFrom: "2026-12-02", validUntil: "2026-12-01" },
      [["validUntil", false]],
    ],
    ["a day that is none", { ...good, validFrom: "2026-02-30" }, [["validFrom", false]]],
    ["a text over LINE's unit", withAnswer({ text: words("😀".repeat(1001)) }), [["answer.text.ja", false]]],
    ["a picture without one", withAnswer({ kind: "image" }), [["answer.mediaId", true]]],
    [
      "a place without a point",
      withAnswer({ kind: "location", title: words("市役所"), address: words("1番地") }),
      [["answer.point", true]],
    ],
    [
      "a link to http",
      withAnswer({ kind: "link", label: words("開く"), url: "http://x.example" }),
      [["answer.url", false]],
    ],
    [
      "a card's button without words",
      withAnswer({
        kind: "card",
        title: words("題"),
        buttons: [{ label: NO_WORDS, uri: "tel:096-000-0000" }],
      }),
      [["answer.buttons.0.label.ja", true]],
    ],
    [
      "a scenario that is not chosen",
      withAnswer({ kind: "scenario", label: words("始める") }),
      [["answer.start", true]],
    ],
  ])("%s", (_what, typed, expected) => {
    expect(said(typed)).toEqual(expected);
    for (const { message } of problemsOf(typed)) expect(message).toMatch(/[ぁ-ん]/);
  });
});

describe("an entry on the screen", () => {
  it("leaves out what is empty and doubled, and keeps the other kinds' fields to itself", () => {
    const typed = {
      ...withAnswer({ text: { ...words(" 窓口 "), en: "  " }, url: "https://x.example" }),
      reading: "",
      synonyms: [" 住民票 ", "住民票", ""],
    };
    const saved = entrySchema.parse(entryCandidate(typed));
    expect(saved.answer).toEqual({ kind: "text", text: { ja: "窓口" } });
    expect(saved.synonyms).toEqual(["住民票"]);
    expect(saved.reading).toBeNull();
  });
  it("is the same when it comes back from the table", () => {
    const typed = withAnswer({
      kind: "card",
      title: { ...words("題"), en: "Title" },
      buttons: [{ label: words("開く"), uri: "https://x.example" }],
    });
    const saved = entrySchema.parse(entryCandidate(typed));
    const stored: StoredEntry = {
      ...saved,
      key: "k",
      note: null,
      position: 0,
      updatedAt: new Date(0),
      updatedBy: null,
    };
    expect(typedEntry(stored)).toEqual({ ...typed, reading: "" });
  });
  it("opens even when its stored answer cannot be read", () => {
    const stored = { ...entrySchema.parse(entryCandidate(good)), key: "k", note: null, position: 0 };
    const typed = typedEntry({ ...stored, answer: { kind: "?" }, updatedAt: new Date(0), updatedBy: null });
    expect(typed.answer).toEqual(NEW_ENTRY.answer);
  });
});
