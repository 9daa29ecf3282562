import { describe, expect, test } from "vitest";
import { type Fields, newFindings } from "./findings";
import { checkMessages } from "./messages";

function wrongIn(contents: unknown, altText = "alt"): string[] {
  const findings = newFindings();
  checkMessages(findings, { messages: [{ type: "flex", altText, contents }] });
  const found = findings.list.map(({ property }) => property.replace("messages[0].", ""));
  return findings.wrongType === null
    ? found
    : [...found, `!${findings.wrongType.replace("messages[0].", "")}`];
}

const box = (...contents: unknown[]): Fields => ({ type: "box", layout: "vertical", contents });
const bubble = (...contents: unknown[]): Fields => ({ type: "bubble", body: box(...contents) });
const text = (more: Fields = {}): Fields => ({ type: "text", text: "t", ...more });
const image = (more: Fields = {}): Fields => ({ type: "image", url: "https://city.example/a.png", ...more });
const action = { type: "uri", label: "開く", uri: "https://city.example/" };
const part = "contents/body/contents/0";

/** A bubble whose JSON has exactly so many bytes. */
function bubbleOf(bytes: number): Fields {
  const empty = Buffer.byteLength(JSON.stringify(bubble(text({ text: "" }))));
  return bubble(text({ text: "x".repeat(bytes - empty) }));
}
function carouselOf(bytes: number): Fields {
  const carousel = (last: Fields): Fields => ({ type: "carousel", contents: [bubbleOf(25_000), last] });
  const rest = bytes - Buffer.byteLength(JSON.stringify(carousel(bubbleOf(1000)))) + 1000;
  return carousel(bubbleOf(rest));
}

describe("at the limit and over it", () => {
  const cases: [string, Fields, Fields, string][] = [
    ["a bubble of 30 KB", bubbleOf(30 * 1024), bubbleOf(30 * 1024 + 1), "contents"],
    ["a carousel of 50 KB", carouselOf(50 * 1024), carouselOf(50 * 1024 + 1), "contents"],
    [
      "bubbles",
      { type: "carousel", contents: Array(12).fill(bubble(text())) },
      { type: "carousel", contents: Array(13).fill(bubble(text())) },
      "contents/contents",
    ],
    [
      "button label",
      bubble({ type: "button", action: { ...action, label: "x".repeat(40) } }),
      bubble({ type: "button", action: { ...action, label: "x".repeat(41) } }),
      `${part}/action.label`,
    ],
    [
      "animated pictures",
      bubble(...Array(10).fill(image({ animated: true }))),
      bubble(...Array(11).fill(image({ animated: true }))),
      "contents/body/contents/10/animated",
    ],
    [
      "ratio",
      bubble(image({ aspectRatio: "1:3" })),
      bubble(image({ aspectRatio: "1:3.1" })),
      `${part}/aspectRatio`,
    ],
    [
      "ratio 100000",
      bubble(image({ aspectRatio: "100000:1" })),
      bubble(image({ aspectRatio: "100001:1" })),
      `${part}/aspectRatio`,
    ],
  ];
  test.each(cases)("%s", (_, good, over, property) => {
    expect(wrongIn(good)).toEqual([]);
    expect(wrongIn(over)).toContain(property);
  });
  test("altText", () => {
    expect(wrongIn(bubble(text()), "x".repeat(1500))).toEqual([]);
    expect(wrongIn(bubble(text()), "x".repeat(1501))).toEqual(["altText"]);
  });
});

describe("refused", () => {
  const cases: [string, unknown, string][] = [
    ["another container", { type: "card" }, "contents/type"],
    ["an empty bubble", { type: "bubble" }, "contents"],
    ["an unknown field in a bubble", { ...bubble(text()), colour: "red" }, "contents/colour"],
    ["an unknown field in a text", bubble(text({ colour: "#ff0000" })), `${part}/colour`],
    ["a body that is no box", { type: "bubble", body: text() }, "contents/body/type"],
    ["a hero that is text", { type: "bubble", hero: text() }, "contents/hero/type"],
    ["a box without layout", { type: "bubble", body: { type: "box", contents: [] } }, "contents/body/layout"],
    [
      "a box without contents",
      { type: "bubble", body: { type: "box", layout: "vertical" } },
      "contents/body/contents",
    ],
    [
      "an icon outside a baseline box",
      bubble({ type: "icon", url: "https://city.example/a.png" }),
      `${part}/type`,
    ],
    ["a span outside a text", bubble({ type: "span", text: "t" }), `${part}/type`],
    [
      "a video outside the hero",
      bubble({ type: "video", url: "https://city.example/a.mp4" }),
      `${part}/type`,
    ],
    ["a text without text", bubble({ type: "text" }), `${part}/text`],
    ["an empty text", bubble(text({ text: "" })), `${part}/text`],
    ["a button without action", bubble({ type: "button" }), `${part}/action`],
    [
      "a button without label",
      bubble({ type: "button", action: { type: "uri", uri: "https://city.example/" } }),
      `${part}/action.label`,
    ],
    ["a colour by name", bubble(text({ color: "red" })), `${part}/color`],
    ["a size nobody knows", bubble(text({ size: "huge" })), `${part}/size`],
    ["full size for text", bubble(text({ size: "full" })), `${part}/size`],
    ["a margin without unit", bubble(text({ margin: "10" })), `${part}/margin`],
    ["flex below zero", bubble(text({ flex: -1 })), `${part}/flex`],
    ["flex as text", bubble(text({ flex: "1" })), `!${part}/flex`],
    ["wrap as text", bubble(text({ wrap: "true" })), `!${part}/wrap`],
    ["a picture over http", bubble(image({ url: "http://city.example/a.png" })), `${part}/url`],
    [
      "bubbles of two sizes",
      { type: "carousel", contents: [bubble(text()), { ...bubble(text()), size: "kilo" }] },
      "contents/contents",
    ],
    ["a size no bubble has", { ...bubble(text()), size: "tera" }, "contents/size"],
    [
      "camera in Flex",
      bubble({ type: "button", action: { type: "camera", label: "写真" } }),
      `${part}/action.type`,
    ],
    [
      "a gradient without colours",
      bubble({ ...box(), background: { type: "linearGradient", angle: "90deg" } }),
      `${part}/background/startColor`,
    ],
    ["a video in a small bubble", { type: "bubble", size: "nano", hero: video }, "contents/hero"],
  ];
  test.each(cases)("%s", (_, contents, property) => {
    expect(wrongIn(contents)).toContain(property);
  });
});

const video = {
  type: "video",
  url: "https://city.example/a.mp4",
  previewUrl: "https://city.example/a.jpg",
  altContent: image(),
};

test("a bubble with everything in it", () => {
  const full = {
    type: "bubble",
    size: "kilo",
    direction: "ltr",
    action,
    header: box(text({ weight: "bold", color: "#112233", size: "18px" })),
    hero: image({ size: "full", aspectRatio: "20:13", aspectMode: "cover", action }),
    body: {
      ...box(
        text({
          contents: [{ type: "span", text: "受付番号", decoration: "underline" }],
          text: undefined,
          wrap: true,
          maxLines: 2,
          lineSpacing: "4px",
        }),
        { type: "separator", margin: "lg", color: "#00000033" },
        {
          type: "box",
          layout: "baseline",
          contents: [{ type: "icon", url: "https://city.example/i.png", size: "sm" }, text({ flex: 0 })],
        },
        { type: "filler" },
      ),
      paddingAll: "10%",
      cornerRadius: "8px",
      borderWidth: "semi-bold",
      background: {
        type: "linearGradient",
        angle: "45deg",
        startColor: "#ffffff",
        endColor: "#000000",
        centerPosition: "30%",
      },
    },
    footer: box({ type: "button", style: "primary", height: "sm", action }),
    styles: { footer: { separator: true, backgroundColor: "#ffffff" } },
  };
  expect(wrongIn(JSON.parse(JSON.stringify(full)))).toEqual([]);
  expect(wrongIn({ type: "bubble", hero: video })).toEqual([]);
});
