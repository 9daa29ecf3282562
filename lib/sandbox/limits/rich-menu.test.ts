import { describe, expect, test } from "vitest";
import { type Fields, newFindings } from "./findings";
import { readPicture } from "./picture";
import { checkRichMenu, isRichMenuSize } from "./rich-menu";

const x = (length: number): string => "x".repeat(length);
const area = (action: Fields = { type: "message", text: "通報" }): Fields => ({
  bounds: { x: 0, y: 0, width: 100, height: 100 },
  action,
});
const menu = (more: Fields = {}): Fields => ({
  size: { width: 2500, height: 1686 },
  selected: true,
  name: "main",
  chatBarText: "メニュー",
  areas: [area()],
  ...more,
});
function wrongIn(fields: Fields): string[] {
  const findings = newFindings();
  checkRichMenu(findings, fields);
  const found = findings.list.map(({ property }) => property);
  return findings.wrongType === null ? found : [...found, `!${findings.wrongType}`];
}
const choose = (more: Fields): Fields =>
  area({ type: "richmenuswitch", richMenuAliasId: "page-2", data: "d", ...more });

describe("at the limit and over it", () => {
  const cases: [string, Fields, Fields, string][] = [
    ["widest", menu(), menu({ size: { width: 2501, height: 1686 } }), "size.width"],
    [
      "narrowest",
      menu({ size: { width: 800, height: 540 } }),
      menu({ size: { width: 799, height: 540 } }),
      "size.width",
    ],
    [
      "lowest",
      menu({ size: { width: 800, height: 250 } }),
      menu({ size: { width: 800, height: 249 } }),
      "size.height",
    ],
    [
      "ratio 1.45",
      menu({ size: { width: 1450, height: 1000 } }),
      menu({ size: { width: 1449, height: 1000 } }),
      "size",
    ],
    ["name", menu({ name: x(300) }), menu({ name: x(301) }), "name"],
    [
      "chatBarText",
      menu({ chatBarText: "👨‍👩‍👧‍👦".repeat(14) }),
      menu({ chatBarText: x(15) }),
      "chatBarText",
    ],
    ["areas", menu({ areas: Array(20).fill(area()) }), menu({ areas: Array(21).fill(area()) }), "areas"],
    [
      "label",
      menu({ areas: [area({ type: "message", text: "t", label: x(20) })] }),
      menu({ areas: [area({ type: "message", text: "t", label: x(21) })] }),
      "areas[0].action.label",
    ],
    [
      "alias",
      menu({ areas: [choose({ richMenuAliasId: x(32) })] }),
      menu({ areas: [choose({ richMenuAliasId: x(33) })] }),
      "areas[0].action.richMenuAliasId",
    ],
    [
      "switch data",
      menu({ areas: [choose({ data: x(300) })] }),
      menu({ areas: [choose({ data: x(301) })] }),
      "areas[0].action.data",
    ],
  ];
  test.each(cases)("%s", (_, good, over, property) => {
    expect(wrongIn(good)).toEqual([]);
    expect(wrongIn(over)).toContain(property);
  });
});

test.each([
  [menu({ selected: undefined }), "selected"],
  [menu({ selected: "true" }), "!selected"],
  [menu({ name: "" }), "name"],
  [menu({ areas: undefined }), "areas"],
  [menu({ areas: [{ ...area(), bounds: { x: -1, y: 0, width: 1, height: 1 } }] }), "areas[0].bounds.x"],
  [menu({ areas: [{ ...area(), bounds: { x: 0, y: 0, width: 0, height: 1 } }] }), "areas[0].bounds.width"],
  [menu({ areas: [{ ...area(), bounds: { x: 0.5, y: 0, width: 1, height: 1 } }] }), "!areas[0].bounds.x"],
  [menu({ areas: [area({ type: "location", label: "l" })] }), "areas[0].action.type"],
  [menu({ areas: [choose({ richMenuAliasId: "Page 2" })] }), "areas[0].action.richMenuAliasId"],
])("refused: %#", (fields, property) => {
  expect(wrongIn(fields)).toContain(property);
});

test("sides of pictures", () => {
  expect([
    isRichMenuSize(2500, 1686),
    isRichMenuSize(2501, 1686),
    isRichMenuSize(800, 250),
    isRichMenuSize(1000, 1000),
  ]).toEqual([true, false, true, false]);
});

test("reads the header of PNG and JPEG, and nothing else", () => {
  const png = Buffer.alloc(24);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  png.writeUInt32BE(2500, 16);
  png.writeUInt32BE(843, 20);
  expect(readPicture(png)).toEqual({ type: "image/png", width: 2500, height: 843 });
  const jpeg = Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0x01, 0x2c, 0x02, 0x58, 3, 0, 0, 0,
  ]);
  expect(readPicture(jpeg)).toEqual({ type: "image/jpeg", width: 600, height: 300 });
  expect(readPicture(Buffer.from("<html>not a picture at all</html>"))).toBeNull();
  expect(readPicture(jpeg.subarray(0, 10))).toBeNull();
  expect(readPicture(Buffer.alloc(0))).toBeNull();
});
