import { describe, expect, test } from "vitest";
import { areaPercent } from "./area";
import { type FlexBox, type FlexComponent, readComponent, readFlex } from "./flex";
import { boxStyle, buttonStyle, childStyle, imageStyle, textStyle } from "./flex-style";
import { color, length } from "./flex-values";

const read = (value: object): FlexComponent => {
  const component = readComponent(value);
  if (!component) throw new Error("not read");
  return component;
};
const box = (value: object): FlexBox => {
  const component = read({ type: "box", contents: [], ...value });
  if (component.type !== "box") throw new Error("no box");
  return component;
};
const text = (more: object = {}) => read({ type: "text", text: "x", ...more });

describe("values that reach a style attribute", () => {
  test.each([
    ["md", "8px"],
    ["12px", "12px"],
    ["33.3%", "33.3%"],
    ["-4px", "-4px"],
    ["expression(alert(1))", undefined],
    ["url(https://evil.example)", undefined],
    ["12px;color:red", undefined],
    ["var(--x)", undefined],
    ["constructor", undefined],
    [12, undefined],
  ])("length %s", (value, expected) => expect(length(value)).toBe(expected));

  test.each([
    ["#1F57C3", "#1F57C3"],
    ["#1F57C380", "#1F57C380"],
    ["#fff", undefined],
    ["red", undefined],
    ["#1F57C3;background:url(x)", undefined],
    [null, undefined],
  ])("color %s", (value, expected) => expect(color(value)).toBe(expected));
});

describe("how children share a box", () => {
  const row = box({ layout: "horizontal", spacing: "md" });
  const column = box({ layout: "vertical", spacing: "md" });
  test.each<[string, FlexComponent, FlexBox, number, string]>([
    ["a text in a row grows", text(), row, 0, "1 1 0"],
    ["a text in a column does not", text(), column, 0, "0 0 auto"],
    ["flex 0 in a row stays", text({ flex: 0 }), row, 0, "0 0 auto"],
    ["flex 3 in a row", text({ flex: 3 }), row, 0, "3 1 0"],
    ["an icon stays", read({ type: "icon", url: "https://x.example/i.png" }), row, 0, "0 0 auto"],
    ["a box with a width stays", box({ layout: "vertical", width: "40px" }), row, 0, "0 0 auto"],
    ["a filler takes the rest", read({ type: "filler" }), column, 1, "1 1 0"],
  ])("%s", (_, child, parent, index, flex) => {
    expect(childStyle(child, parent, index).flex).toBe(flex);
  });

  test("spacing before all but the first; a margin of its own wins", () => {
    expect(childStyle(text(), column, 0).marginTop).toBeUndefined();
    expect(childStyle(text(), column, 1).marginTop).toBe("8px");
    expect(childStyle(text({ margin: "xxl" }), column, 1).marginTop).toBe("20px");
    expect(childStyle(text({ margin: "none" }), column, 1).marginTop).toBe("0px");
    expect(childStyle(text(), row, 1).marginInlineStart).toBe("8px");
  });
});

describe("styles", () => {
  test("a text does not wrap unless told", () => {
    const plain = text();
    const wrapped = text({ wrap: true, maxLines: 2, align: "end", weight: "bold", size: "xl" });
    if (plain.type !== "text" || wrapped.type !== "text") throw new Error("no text");
    expect(textStyle(plain)).toMatchObject({
      whiteSpace: "nowrap",
      textOverflow: "ellipsis",
      fontSize: "16px",
    });
    expect(textStyle(wrapped)).toMatchObject({
      whiteSpace: "pre-wrap",
      WebkitLineClamp: 2,
      textAlign: "end",
      fontSize: "22px",
    });
  });
  test("a box: padding of one side over all sides, gradient over colour", () => {
    const style = boxStyle(
      box({
        layout: "baseline",
        paddingAll: "lg",
        paddingTop: "none",
        backgroundColor: "#ffffff",
        background: { type: "linearGradient", angle: "90deg", startColor: "#000000", endColor: "#ffffff" },
      }),
    );
    expect(style).toMatchObject({ paddingTop: "0px", paddingBottom: "12px", alignItems: "baseline" });
    expect(style.background).toBe("linear-gradient(90deg, #000000, #ffffff)");
  });
  test("an image's shape", () => {
    expect(imageStyle({ size: "full", aspectRatio: "20:13" }, "image")).toMatchObject({
      width: "100%",
      aspectRatio: "20 / 13",
    });
    expect(imageStyle({ aspectRatio: "0;x" }, "image").aspectRatio).toBe("1 / 1");
  });
  test("a button's height and colour", () => {
    expect(buttonStyle({ style: "primary", height: "sm", color: "#112233" })).toMatchObject({
      minHeight: "40px",
      background: "#112233",
    });
    expect(buttonStyle({ style: "primary" }).background).toMatch(/^#/);
    expect(buttonStyle({ style: "link", color: "#112233" })).toEqual({ minHeight: "52px", color: "#112233" });
  });
});

describe("readFlex", () => {
  test("a carousel leaves out what is no bubble", () => {
    const body = {
      type: "box",
      layout: "vertical",
      contents: [{ type: "text", text: "a" }, { type: "video" }],
    };
    const flex = readFlex({ type: "carousel", contents: [{ type: "bubble", body }, { type: "poster" }] });
    expect(flex?.bubbles).toHaveLength(1);
    expect(flex?.bubbles[0]?.blocks.map((block) => block.place)).toEqual(["body"]);
  });
  test("nesting without end is cut, not followed", () => {
    let value: object = { type: "text", text: "deep" };
    for (let i = 0; i < 5_000; i++) value = { type: "box", layout: "vertical", contents: [value] };
    expect(readComponent(value)?.type).toBe("box");
  });
});

test.each([
  [
    { x: 0, y: 0, width: 1250, height: 843 },
    { left: "0%", top: "0%", width: "50%", height: "50%" },
  ],
  [
    { x: 2000, y: 1500, width: 9999, height: 9999 },
    { left: "80%", top: "88.97%", width: "20%", height: "11.03%" },
  ],
  [
    { x: -50, y: 0, width: 100, height: 10 },
    { left: "0%", top: "0%", width: "2%", height: "0.59%" },
  ],
])("area %j over a 2500 x 1686 menu", (area, expected) => {
  expect(areaPercent(area, { width: 2500, height: 1686 })).toEqual(expected);
});
