import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { covers, planImport } from "./geojson";
import type { ImportTarget } from "./import-plan";
import * as say from "./messages";

const target: ImportTarget = {
  prefecture: "熊本県",
  city: "熊本市",
  cityCode: "431",
  bounds: { south: 32.66, west: 130.57, north: 32.98, east: 130.83 },
  areas: [
    { key: "chuo", name: "中央区", aliases: [], code: "43101" },
    { key: "kita", name: "北区", aliases: ["植木町"], code: "43105" },
  ],
};
const ring = [
  [130.7, 32.8],
  [130.72, 32.8],
  [130.72, 32.82],
  [130.7, 32.8],
];
const n03 = (ward: string, code: string, extra: object = {}) => ({
  type: "Feature",
  properties: { N03_001: "熊本県", N03_002: null, N03_003: "熊本市", N03_004: ward, N03_007: code, ...extra },
  geometry: { type: "Polygon", coordinates: [ring] },
});
const file = (...features: unknown[]) => ({ type: "FeatureCollection", features });
const problem = (json: unknown) => {
  const result = planImport(json, target);
  return result.ok ? null : result.problem;
};
const plan = (json: unknown) => {
  const result = planImport(json, target);
  if (!result.ok) throw new Error(result.problem);
  return result.plan;
};

describe("what is taken", () => {
  it("joins the features of one ward, islands and all, and says what is missing", () => {
    const result = plan(file(n03("中央区", "43101"), n03("中央区", "43101")));
    expect(result.shapes).toEqual([
      { areaKey: "chuo", name: "中央区", geometry: { type: "MultiPolygon", coordinates: [[ring], [ring]] } },
    ]);
    expect(result.counts).toEqual([{ name: "中央区", features: 2, corners: 8 }]);
    expect(result.missing).toEqual(["北区"]);
    expect(say.preview("熊本市", result)).toContain("中央区  図形 2件");
  });

  it("reads the newer edition, where the ward stands in N03_005", () => {
    const feature = n03("熊本市", "43101", { N03_003: null, N03_005: "中央区" });
    expect(plan(file(feature)).shapes[0]?.areaKey).toBe("chuo");
  });

  it("leaves other cities out, also those with a ward of the same name", () => {
    const other = n03("中央区", "40133", { N03_001: "福岡県", N03_003: "福岡市" });
    const result = plan(file(n03("北区", "43105"), other, n03("益城町", "43443", { N03_003: "上益城郡" })));
    expect(result.shapes.map(({ areaKey }) => areaKey)).toEqual(["kita"]);
    expect(result.skipped).toEqual({ elsewhere: 2, unnamed: 0, notArea: 0 });
  });

  it("takes plain polygons by any property that names an area, blocks of a town too", () => {
    const named = (properties: object) => ({
      type: "Feature",
      properties,
      geometry: { type: "MultiPolygon", coordinates: [[ring]] },
    });
    expect(plan(file(named({ S_NAME: "植木町一丁目" }))).shapes[0]?.areaKey).toBe("kita");
    expect(plan(file(named({ name: "熊本市中央区" }))).shapes[0]?.areaKey).toBe("chuo");
    expect(plan(file(named({ name: "熊本市" }))).shapes[0]?.areaKey).toBeNull();
  });

  it("closes an open ring and drops points, lines and features without a shape", () => {
    const open = {
      ...n03("中央区", "43101"),
      geometry: { type: "Polygon", coordinates: [ring.slice(0, 3)] },
    };
    const point = { ...n03("中央区", "43101"), geometry: { type: "Point", coordinates: [130.7, 32.8] } };
    const result = plan(file(open, point, { ...point, geometry: null }, "x", null));
    expect(result.shapes[0]?.geometry.coordinates[0]?.[0]).toHaveLength(4);
    expect(result.skipped.notArea).toBe(4);
  });

  it("does not take a shape of that name at the other end of the country", () => {
    const far = {
      ...n03("中央区", "43101"),
      geometry: { type: "Polygon", coordinates: [ring.map(([x = 0, y = 0]) => [x + 5, y + 3])] },
    };
    expect(problem(file(far))).toContain("ひとつも見つかりません");
  });
});

describe("what is refused, in words", () => {
  it.each([
    ["a number", 5, say.NOT_A_COLLECTION],
    ["nothing", null, say.NOT_A_COLLECTION],
    ["a lone shape", { type: "Polygon", coordinates: [ring] }, say.NOT_A_COLLECTION],
    ["TopoJSON", { type: "Topology", objects: {}, arcs: [] }, say.NOT_A_COLLECTION],
    [
      "latitude first",
      file({
        ...n03("中央区", "43101"),
        geometry: { type: "Polygon", coordinates: [ring.map(([x, y]) => [y, x])] },
      }),
      say.SWAPPED,
    ],
    [
      "metres",
      file({
        ...n03("中央区", "43101"),
        geometry: { type: "Polygon", coordinates: [ring.map(([x = 0, y = 0]) => [x * 1000, y * 1000])] },
      }),
      say.PROJECTED,
    ],
    [
      "words for numbers",
      file({ ...n03("中央区", "43101"), geometry: { type: "Polygon", coordinates: [[["a", 1]]] } }),
      say.BROKEN_SHAPE,
    ],
    [
      "a file that says it is of the old datum",
      {
        ...file(n03("中央区", "43101")),
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4301" } },
      },
      say.TOKYO_DATUM,
    ],
  ])("%s", (_, json, words) => {
    expect(problem(json)).toBe(words);
  });

  it("says what it passed over when nothing fits", () => {
    expect(problem(file(n03("益城町", "43443", { N03_003: "上益城郡" })))).toBe(
      "熊本市の区域がひとつも見つかりません。読み飛ばし: ほかの市区町村 1件",
    );
    expect(problem(file())).toContain("図形がありません");
  });
});

it("notices borders that hold none of our areas", () => {
  const result = plan(file(n03("中央区", "43101")));
  expect(covers(result, [{ lat: 32.805, lng: 130.715 }])).toBe(true);
  expect(covers(result, [{ lat: 32.9, lng: 130.7 }])).toBe(false);
});

const data = process.env.TRIAL_DATA;
it.skipIf(!data)("reads the official borders of all wards (needs TRIAL_DATA)", () => {
  const json = JSON.parse(fs.readFileSync(path.join(data ?? "", "geo", "kumamoto-wards.geojson"), "utf8"));
  const result = plan(json);
  expect(result.shapes.map(({ areaKey }) => areaKey).sort()).toEqual(["chuo", "kita"]);
  expect(result.skipped).toEqual({ elsewhere: 3, unnamed: 0, notArea: 0 });
});
