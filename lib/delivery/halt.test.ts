import { expect, it } from "vitest";
import { HALT, saysHalt } from "./halt";

it.each([
  ["nothing but a call to look", [], false],
  ["something else", ["x"], false],
  ["the word", ["x", HALT], true],
  ["after a break, when it may have been missed", ["*"], true],
])("a word to stop: %s", (_name, lines, expected) => expect(saysHalt(lines)).toBe(expected));
