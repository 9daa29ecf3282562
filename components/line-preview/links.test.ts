import { describe, expect, test } from "vitest";
import { checkUri, linkify } from "./links";

describe("checkUri", () => {
  test.each([
    ["https://example.jp/a?b=c", { kind: "web", href: "https://example.jp/a?b=c" }],
    ["http://example.jp", { kind: "web", href: "http://example.jp/" }],
    ["tel:096-000-0000", { kind: "phone", number: "096-000-0000" }],
    ["tel:%239910", { kind: "phone", number: "#9910" }],
    ["TEL:119", { kind: "phone", number: "119" }],
    ["line://nv/camera", { kind: "app" }],
    ["javascript:alert(1)", { kind: "refused" }],
    ["JaVaScRiPt:alert(1)", { kind: "refused" }],
    [" javascript:alert(1)", { kind: "refused" }],
    ["java\nscript:alert(1)", { kind: "refused" }],
    ["data:text/html,<script>", { kind: "refused" }],
    ["vbscript:x", { kind: "refused" }],
    ["file:///etc/passwd", { kind: "refused" }],
    ["//evil.example", { kind: "refused" }],
    ["/relative", { kind: "refused" }],
    ["https://city.example@evil.example/", { kind: "refused" }],
    ["https://", { kind: "refused" }],
    ["tel:javascript", { kind: "refused" }],
    ["tel:", { kind: "refused" }],
    ["", { kind: "refused" }],
  ])("%s", (uri, target) => expect(checkUri(uri)).toEqual(target));
});

describe("linkify", () => {
  const links = (text: string) => linkify(text).flatMap((part) => (part.kind === "link" ? [part.text] : []));

  test.each<[string, string[]]>([
    ["詳しくは https://example.jp/bosai をご覧ください", ["https://example.jp/bosai"]],
    ["詳しくはhttps://example.jp/a。次", ["https://example.jp/a"]],
    ["（https://example.jp/a）", ["https://example.jp/a"]],
    ["See https://example.jp/a, then", ["https://example.jp/a"]],
    ["電話 096-000-0000 まで", ["096-000-0000"]],
    ["09612345678", ["09612345678"]],
    ["道路緊急ダイヤル #9910", ["#9910"]],
    ["受付番号 R8-000123", []],
    ["2026-11-22 23:40", []],
    ["30件と 1,000件", []],
    ["緯度 32.803-130.707", []],
    ["javascript:alert(1)", []],
    ["https://a.example https://b.example", ["https://a.example", "https://b.example"]],
    ["", []],
  ])("%s", (text, expected) => expect(links(text)).toEqual(expected));

  test("the parts put together are the text again", () => {
    const text = "a https://example.jp/x。\n096-000-0000\nb https://";
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });

  test("a long run of digits and hyphens is read in linear steps", () => {
    expect(linkify("0-".repeat(20_000)).length).toBe(1);
  });
});
