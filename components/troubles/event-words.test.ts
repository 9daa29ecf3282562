import { expect, it } from "vitest";
import { eventReason } from "./event-words";

it.each([
  ["SyntaxError", "届いた内容が壊れていて読めません(SyntaxError)"],
  ["error", "データベースに書き込めませんでした(error)"],
  ["SomethingNew", "SomethingNew"],
  ["constructor", "constructor"],
])("%s reads %s", (error, words) => expect(eventReason(error)).toBe(words));
