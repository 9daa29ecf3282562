import { describe, expect, it } from "vitest";
import { cellCenter, cellOf } from "@/lib/core/geo";
import { markPoint } from "./mark";

const zoom = 13;
const cell = { ...cellOf({ lat: 32.8, lng: 130.7 }, zoom), zoom };
const center = cellCenter(cell, zoom);
const world = { south: -90, west: -180, north: 90, east: 180 };

describe("where a cluster's mark stands", () => {
  it("leaves a middle in the middle where it is", () => {
    expect(markPoint(center, cell, world)).toEqual(center);
  });
  it("draws a middle at the edge inwards, on every side", () => {
    const corner = markPoint({ lat: 90, lng: -180 }, cell, world);
    expect(corner.lat).toBeGreaterThan(center.lat);
    expect(corner.lng).toBeLessThan(center.lng);
    expect(cellOf(corner, zoom)).toEqual({ x: cell.x, y: cell.y });
    const other = markPoint({ lat: -90, lng: 180 }, cell, world);
    expect(cellOf(other, zoom)).toEqual({ x: cell.x, y: cell.y });
    expect(other.lat).toBeLessThan(center.lat);
  });
  it("stays among its members even so", () => {
    const members = { south: 32.0, west: 130.0, north: 32.0, east: 130.0 };
    expect(markPoint({ lat: 32, lng: 130 }, cell, members)).toEqual({ lat: 32, lng: 130 });
  });
});
