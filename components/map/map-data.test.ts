import { describe, expect, it } from "vitest";
import { musashinoSketch } from "@/lib/presets/musashino/map";
import { orient, readDegrees, readPair } from "./coordinates";
import { clusterName, pinName } from "./labels";
import { canSplit, fittingZoom, nextInDirection, ringArcs, spread, tilesFrom } from "./map-data";
import { sketchTopology } from "./sketch-topology";

describe("coordinates as people type them", () => {
  it.each([
    ["32.8031", 32.8031],
    ["３２．８０３１", 32.8031],
    ["北緯32.8031度", 32.8031],
    ["N32.8031°", 32.8031],
    ["-12", -12],
    ["−12.5", -12.5],
    ["", null],
    ["abc", null],
    ["32.8.1", null],
    ["1e3", null],
    ["NaN", null],
    ["9999", null],
  ])("%s → %s", (text, value) => {
    expect(readDegrees(text)).toBe(value);
  });

  it("turns a pair round when latitude and longitude are exchanged", () => {
    expect(readPair("32.8031, 130.7079")).toEqual({ point: { lat: 32.8031, lng: 130.7079 }, swapped: false });
    expect(readPair("[130.7079,32.8031]")).toEqual({ point: { lat: 32.8031, lng: 130.7079 }, swapped: true });
    expect(readPair("32.8031")).toBeNull();
    expect(readPair("1, 2, 3")).toBeNull();
    expect(orient(91, 10)).toBeNull();
    expect(orient(32.123456789, 130.1)).toEqual({ point: { lat: 32.12346, lng: 130.1 }, swapped: false });
  });
});

describe("tiles", () => {
  it("are credited as their makers ask, and an address without places for numbers is none", () => {
    expect(tilesFrom("https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png")?.attribution).toEqual({
      text: "地理院タイル",
      href: "https://maps.gsi.go.jp/development/ichiran.html",
    });
    expect(tilesFrom("https://tiles.city.example/{z}/{x}/{y}.png")?.attribution.text).toBe(
      "tiles.city.example",
    );
    expect(tilesFrom("https://tiles.city.example/map.png")).toBeNull();
    expect(tilesFrom("")).toBeNull();
  });
});

describe("marks", () => {
  it("at one spot are moved apart, others stay", () => {
    const at = { lat: 32.8, lng: 130.7 };
    const moved = spread([
      { id: "a", point: at },
      { id: "b", point: at },
      { id: "c", point: { lat: 32.81, lng: 130.7 } },
    ]);
    expect([...moved.keys()]).toEqual(["a", "b"]);
    expect(moved.get("a")).not.toEqual(moved.get("b"));
  });

  it("are reached by arrow keys in the direction pressed", () => {
    const others = [
      { id: "right", x: 50, y: 5 },
      { id: "far-right", x: 200, y: 0 },
      { id: "up", x: 3, y: -40 },
    ];
    expect(nextInDirection({ x: 0, y: 0 }, others, "ArrowRight")).toBe("right");
    expect(nextInDirection({ x: 0, y: 0 }, others, "ArrowUp")).toBe("up");
    expect(nextInDirection({ x: 0, y: 0 }, others, "ArrowLeft")).toBeNull();
  });

  it("have names that say the state in words", () => {
    const point = { lat: 32.8, lng: 130.7 };
    expect(pinName({ id: "1", point, status: "working", label: "R8-000123 道路", urgent: true })).toBe(
      "R8-000123 道路、対応中、急ぎ",
    );
    expect(clusterName({ id: "c", point, count: 5, statuses: { received: 2, done: 3 } })).toBe(
      "通報5件のまとまり。受付2件、対応済み3件。押すと拡大します",
    );
  });

  it("share the ring of a cluster out in full", () => {
    const arcs = ringArcs({
      id: "c",
      point: { lat: 0, lng: 0 },
      count: 4,
      statuses: { received: 1, done: 3, working: 0 },
    });
    expect(arcs.map(({ status }) => status)).toEqual(["received", "done"]);
    expect(arcs.reduce((sum, { length }) => sum + length, 0)).toBeCloseTo(1);
  });

  it("know when zooming would not part them", () => {
    expect(canSplit({ south: 1, west: 1, north: 1, east: 1 })).toBe(false);
    expect(canSplit({ south: 1, west: 1, north: 1.01, east: 1 })).toBe(true);
    expect(canSplit(undefined)).toBe(true);
  });
});

describe("the drawing", () => {
  it("gives neighbouring towns different tints and finds the edge of the city", () => {
    const { tints, edges, borders } = sketchTopology(musashinoSketch, 5);
    const index = (key: string) => musashinoSketch.areas.findIndex((area) => area.key === key);
    expect(tints[index("sakai")]).not.toBe(tints[index("sakaiminamicho")]);
    expect(tints[index("nakacho")]).not.toBe(tints[index("kichijoji-honcho")]);
    expect(edges.length).toBeGreaterThan(0);
    expect(borders.length).toBeGreaterThan(10);
  });

  it("measures closeness by the city's own size", () => {
    expect(fittingZoom({ south: 0, north: 1, west: 139.5, east: 139.57 })).toBeCloseTo(13.97, 1);
  });
});
