import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { AddressBook } from "./address";
import { type AreaShape, lookUpArea, metersTo } from "./lookup";

/** Two square areas side by side at 33° north: west and east, each 0.1° wide. */
const square = (west: number, south = 33, size = 0.1): MultiPolygon => ({
  type: "MultiPolygon",
  coordinates: [
    [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  ],
});
const outline = (areaKey: string, west: number): AreaShape => ({
  areaKey,
  source: "outline",
  geometry: square(west),
});
const shapes = [outline("west", 130), outline("east", 130.1)];
const addresses: AddressBook = {
  prefecture: "熊本県",
  city: "熊本市",
  neighbours: ["益城町"],
  areas: [
    { key: "west", names: ["西区"] },
    { key: "east", names: ["東区"] },
  ],
};
const atlas = { addresses, shapes };

describe("where a place belongs", () => {
  it.each([
    [
      "address before point",
      { lat: 33.05, lng: 130.15 },
      "熊本県熊本市西区春日",
      { areaKey: "west", source: "address", inside: true },
    ],
    ["address alone", null, "熊本市東区", { areaKey: "east", source: "address", inside: true }],
    [
      "another city's address, though the point is ours",
      { lat: 33.05, lng: 130.15 },
      "熊本県上益城郡益城町",
      { areaKey: null, source: null, inside: false },
    ],
    [
      "our city without a ward: the point tells",
      { lat: 33.05, lng: 130.05 },
      "熊本県熊本市",
      { areaKey: "west", source: "outline", inside: true },
    ],
    [
      "our address, but the point lies far away",
      { lat: 0, lng: 0 },
      "熊本市西区",
      { areaKey: null, source: null, inside: false },
    ],
    ["a point only", { lat: 33.05, lng: 130.15 }, null, { areaKey: "east", source: "outline", inside: true }],
    [
      "a landmark as address",
      { lat: 33.05, lng: 130.15 },
      "公園の入口",
      { areaKey: "east", source: "outline", inside: true },
    ],
    [
      "100 m beyond the edge",
      { lat: 33.05, lng: 130.20105 },
      null,
      { areaKey: "east", source: "outline", inside: true },
    ],
    [
      "300 m beyond the edge",
      { lat: 33.05, lng: 130.2032 },
      null,
      { areaKey: null, source: null, inside: false },
    ],
    ["the sea off Africa", { lat: 0, lng: 0 }, null, { areaKey: null, source: null, inside: false }],
    [
      "latitude and longitude exchanged",
      { lat: 130.05, lng: 33.05 },
      null,
      { areaKey: null, source: null, inside: true },
    ],
    ["no number", { lat: Number.NaN, lng: 130 }, null, { areaKey: null, source: null, inside: true }],
    [
      "15 decimals",
      { lat: Number("33.050000000000123"), lng: Number("130.050000000000123") },
      null,
      { areaKey: "west", source: "outline", inside: true },
    ],
    ["nothing at all", null, null, { areaKey: null, source: null, inside: true }],
    ["words only", null, "橋のたもと", { areaKey: null, source: null, inside: true }],
  ])("%s", (_, point, address, answer) => {
    expect(lookUpArea(atlas, point, address)).toEqual(answer);
  });

  it("decides a point on the common border the same way every time", () => {
    const answers = Array.from({ length: 5 }, () => lookUpArea(atlas, { lat: 33.05, lng: 130.1 }, null));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ inside: true, source: "outline" });
  });
});

describe("imported borders", () => {
  const imported = (areaKey: string | null, west: number): AreaShape => ({
    areaKey,
    source: "import",
    geometry: square(west),
  });

  it("win over the outline where both speak", () => {
    const both = [...shapes, imported("west", 130.02), imported("east", 130.12)];
    expect(lookUpArea({ addresses, shapes: both }, { lat: 33.05, lng: 130.11 }, null)).toEqual({
      areaKey: "west",
      source: "polygon",
      inside: true,
    });
    // Beyond the outline's west edge is what the import leaves out.
    expect(lookUpArea({ addresses, shapes: both }, { lat: 33.05, lng: 130.005 }, null).inside).toBe(false);
  });

  it("of one area only leave the others to the outline", () => {
    const some = [...shapes, imported("west", 130)];
    expect(lookUpArea({ addresses, shapes: some }, { lat: 33.05, lng: 130.15 }, null)).toEqual({
      areaKey: "east",
      source: "outline",
      inside: true,
    });
  });

  it("of the whole city decide inside and outside, and the outline the area", () => {
    const city: AreaShape = { areaKey: null, source: "import", geometry: square(130, 33, 0.15) };
    const some = [...shapes, city];
    expect(lookUpArea({ addresses, shapes: some }, { lat: 33.05, lng: 130.12 }, null)).toEqual({
      areaKey: "east",
      source: "outline",
      inside: true,
    });
    expect(lookUpArea({ addresses, shapes: some }, { lat: 33.05, lng: 130.19 }, null).inside).toBe(false);
  });

  it("are not needed: without any shape nothing is refused", () => {
    expect(lookUpArea({ addresses: null, shapes: [] }, { lat: 33, lng: 130 }, "東京都").inside).toBe(true);
  });
});

it("measures metres to an edge", () => {
  expect(metersTo(square(130), { lat: 33.05, lng: 130.05 })).toBe(0);
  expect(metersTo(square(130), { lat: 32.99, lng: 130.05 })).toBeCloseTo(1112, 0);
  expect(metersTo(square(130), { lat: 33.05, lng: 130.11 })).toBeGreaterThan(925);
  expect(metersTo(square(130), { lat: 33.05, lng: 130.11 })).toBeLessThan(940);
});
