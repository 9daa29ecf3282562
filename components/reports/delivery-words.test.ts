import { expect, it } from "vitest";
import { deliveryReason } from "./delivery-words";

it.each([
  ["refused-by-line", "LINEが内容を受け付けませんでした"],
  ["silent-timeout", "返事がなく、届いたか確かめられません"],
  ["http-503", "LINEが不調です(503)"],
  ["http-404", "LINEが受け付けませんでした(404)"],
  ["smtp-550", "相手のメールサーバーが受け取りませんでした(550)"],
  ["smtp-econnrefused", "メールサーバーにつながりません(econnrefused)"],
  ["something-new", "something-new"],
])("%s reads %s", (error, words) => expect(deliveryReason(error)).toBe(words));
