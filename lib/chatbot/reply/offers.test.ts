import { describe, expect, it } from "vitest";
import type { LineMessage } from "@/lib/conversations/message";
import { refusals } from "@/lib/conversations/testing/line-limits";
import { graphemes } from "@/lib/core/text";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import type { BotEntry } from "../books/entry";
import type { Hit } from "../entry";
import { makeLibrary } from "../library";
import { readBotTap } from "../tap";
import { categoriesToName } from "./offers";
import { askBack, notFound, type Scene } from "./reply";

const QUESTION = "01HZY5TQ9X7K2M4N6P8R0S1T3V";
const NAMES = new Map([
  ["burn", "燃やすごみ"],
  ["other", "燃やさないごみ"],
]);
const thing = (key: string, title: string, category: string, note: string | null = null): BotEntry => ({
  key,
  kind: "garbage",
  title,
  reading: "ふとん",
  synonyms: [],
  category,
  note,
  answer: null,
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
});
const COTTON = "綿・麻100％など動植物性素材の製品（化学繊維を含むものは「燃やさないごみ」になります）";
const entries = [
  thing("a", "布団", "other", "ナイロン・ポリエステルなどを含む製品"),
  thing("b", "布団", "burn", COTTON),
  thing("c", "色紙", "other", "雑誌に挟む。"),
  thing("d", "色紙", "burn"),
  thing("e", "布団カバー", "burn"),
  thing("f", "長".repeat(300), "burn", "い".repeat(600)),
  thing("g", "長".repeat(300), "other", "ろ".repeat(600)),
];
const library = makeLibrary({ stamp: "", day: "2026-11-28", entries, content: {}, media: {} });
const scene: Scene = { library, city: kumamoto.profile, language: "ja", starts: [] };
const hits = (...keys: string[]): Hit[] =>
  keys.flatMap((key) => {
    const entry = entries.find((one) => one.key === key);
    return entry
      ? [{ entry, score: 1, reason: { field: "title" as const, words: entry.title, how: "same" as const } }]
      : [];
  });
const actions = (message: LineMessage | undefined) =>
  message?.quickReply?.items.map((item) => item.action) ?? [];
const chosen = (message: LineMessage | undefined) =>
  actions(message).flatMap((action) => {
    const tap = "data" in action ? readBotTap(action.data) : null;
    return tap?.kind === "choose" ? [tap.entry] : [];
  });

describe("things of one title, asked back", () => {
  it("say on the button and in the text which they are; each can be reached", () => {
    const [message] = askBack(scene, hits("a", "b", "e"), QUESTION, NAMES);
    expect(message).toMatchObject({
      text: expect.stringContaining(
        `1. 布団（ナイロン・ポリエステルなどを含む製品）：燃やさないごみ\n2. 布団（${COTTON}）：燃やすごみ\n3. 布団カバー`,
      ),
    });
    expect(chosen(message)).toEqual(["g:a", "g:b", "g:e"]);
    const labels = actions(message).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual([
      "1 布団（ナイロン・ポリエステルなどを…",
      "2 布団（綿・麻100％など動植物性素…",
      "3 布団カバー",
    ]);
    const [alone] = askBack(scene, hits("a", "b"), QUESTION, NAMES);
    expect(actions(alone).map(({ label }) => label)).toEqual([
      "1 ナイロン・ポリエステルなどを含む製品",
      "2 綿・麻100％など動植物性素材の製…",
      "この中にない",
    ]);
    for (const label of labels) expect(graphemes(label)).toBeLessThanOrEqual(20);
    const [first] = actions(message);
    expect(first && "displayText" in first && first.displayText).toContain("布団（ナイロン");
  });

  it("are told by where they go when nothing else tells them, with its key while it has no name", () => {
    const [named] = askBack(scene, hits("c", "d"), QUESTION, NAMES);
    expect(actions(named).map(({ label }) => label)).toEqual([
      "色紙（燃やさないごみ）",
      "色紙（燃やすごみ）",
      "この中にない",
    ]);
    expect(named).toMatchObject({
      text: expect.stringContaining("1. 色紙（燃やさないごみ）\n2. 色紙（燃やすごみ）"),
    });
    expect(JSON.stringify(askBack(scene, hits("c", "d"), QUESTION))).toContain("色紙（burn）");
  });

  it("are told apart among the nearest ones, too", () => {
    const said = JSON.stringify(notFound(scene, hits("c", "d"), QUESTION, NAMES));
    expect(said).toContain("色紙（燃やさないごみ）");
    expect(said).toContain("色紙（燃やすごみ）");
  });

  it("however long they are, LINE takes it", () => {
    for (const messages of [
      askBack(scene, hits("f", "g"), QUESTION, NAMES),
      notFound(scene, hits("f", "g"), QUESTION, NAMES),
    ])
      expect(refusals(messages)).toEqual([]);
  });

  it("names of categories are asked for only of those", () => {
    expect(categoriesToName(library, hits("a", "b", "e"))).toEqual(["other", "burn"]);
    expect(categoriesToName(library, hits("a", "e"))).toEqual([]);
  });
});
