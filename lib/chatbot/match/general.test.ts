import { describe, expect, it } from "vitest";
import { foldWords } from "../fold";
import { LINES, reworded } from "./general";
import { foldLoosely } from "./spelling";

const others = (text: string) => reworded(foldWords(text)).map(({ words }) => words);

describe("general synonyms", () => {
  it.each([
    ["スマホ", "スマートフォン"],
    ["チャリ", "自転車"],
    ["ルンバ", "ロボット掃除機"],
    ["ルンバ", "掃除機"],
    ["スマホのケース", "スマートフォンのケース"],
    ["スニーカー", "靴"],
  ])("%s may be %s", (word, other) => expect(others(word)).toContain(foldWords(other)));
  it.each([
    ["掃除機", "ルンバ"],
    ["靴", "スニーカー"],
    ["ういすきー", "ういすき"],
  ])("%s is not %s", (word, other) => expect(others(word)).not.toContain(foldWords(other)));
  it("trusts the way to what a thing is mostly called more than the way to its neighbour", () => {
    const trust = (word: string, other: string) =>
      reworded(foldWords(word)).find(({ words }) => words === foldWords(other))?.trust ?? 0;
    expect(trust("トロ箱", "発泡スチロール")).toBeGreaterThan(trust("トロ箱", "発泡ウレタン"));
  });
  it("are each a word of its own, at least two in a line, none twice in it", () => {
    for (const line of LINES) {
      const words = line.split(/[\s>]+/).map(foldWords);
      expect(words.length, line).toBeGreaterThan(1);
      expect(words, line).not.toContain("");
    }
  });
});

it.each([
  ["ジャムの瓶", "ジャムのビン"],
  ["折り畳み椅子", "折りたたみいす"],
  ["詰替用", "つめかえ用"],
  ["プレイヤー", "プレイヤ"],
  ["ネットワ-ク", "ネットワーク"],
])("%s is another spelling of %s", (a, b) =>
  expect(foldLoosely(foldWords(a))).toBe(foldLoosely(foldWords(b))),
);
