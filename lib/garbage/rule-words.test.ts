import { expect, it } from "vitest";
import { readRule, writeRule } from "./rule";
import { ruleWords } from "./rule-words";

it.each([
  ["月 木", "毎週 月曜・木曜"],
  ["水2 水4", "第2・第4 水曜"],
  ["火1 木3", "第1 火曜、第3 木曜"],
  ["隔火20260407", "隔週（2026年4月7日(火)から数えて）"],
  ["e4w20261102", "4週ごと（2026年11月2日(月)から数えて）"],
  ["20261228", "2026年12月28日(月)"],
  ["火1:4 7 10", "4月・7月・10月の 第1 火曜"],
  ["毎日", "毎日"],
  ["毎週毎日", "毎日"],
  ["毎日曜", "毎週 日曜"],
  ["毎日曜日", "毎週 日曜"],
  ["毎月曜 毎木曜日", "毎週 月曜・木曜"],
  ["毎週日曜日", "毎週 日曜"],
  ["-", "収集なし"],
])("%s: %s", (cell, words) => {
  const read = readRule(cell);
  expect(read.ok && ruleWords(read.rule)).toBe(words);
  // What is shown to be edited reads as the same rule.
  expect(read.ok && readRule(writeRule(read.rule))).toMatchObject({ rule: read.ok && read.rule });
});

it.each(["毎月", "毎月火曜", "毎週毎日曜", "毎", "毎曜日"])("%s says no day that is sure", (cell) => {
  expect(readRule(cell).ok).toBe(false);
});
