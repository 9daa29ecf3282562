import { describe, expect, it } from "vitest";
import { areaNamer } from "./outline";
import { linePoints } from "./sketch";

const square = (west: number) => linePoints(`33,${west} 33,${west + 0.1} 33.1,${west + 0.1} 33.1,${west}`);
const nameOf = areaNamer({
  areas: [
    { key: "west", name: "西区", aliases: [], label: { lat: 33, lng: 130 }, rings: [square(130)] },
    { key: "east", name: "東区", aliases: [], label: { lat: 33, lng: 130.1 }, rings: [square(130.1)] },
  ],
});

describe("the area of a point, by the drawing", () => {
  it.each([
    ["within", 33.05, 130.05, "西区"],
    ["within the other", 33.05, 130.15, "東区"],
    ["half a kilometre beyond the border", 33.1045, 130.02, "西区"],
    ["beyond the border, and east", 33.05, 130.205, "東区"],
    ["in another town", 33.113, 130.02, null],
    ["far away", 35, 139, null],
  ])("%s", (_, lat, lng, name) => {
    expect(nameOf({ lat, lng })).toBe(name);
  });
});
