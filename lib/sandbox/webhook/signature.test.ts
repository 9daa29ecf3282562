import { expect, test } from "vitest";
import { escapeUnicode, sign } from "./signature";

test("LINE's own example", () => {
  const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
  expect(sign(body, "8c570fa6dd201bb328f1c1eac23a96d8")).toBe("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=");
});

test("escapes are ASCII and mean the same", () => {
  const json = JSON.stringify({ text: "髙﨑 😀 \u2028 a" });
  const escaped = escapeUnicode(json);
  expect(escaped).toMatch(/^[\x20-\x7e]+$/);
  expect(escaped).toContain("\\ud83d\\ude00");
  expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
});
