import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lookOf, MOST_SERIES } from "./palette";

const css = readFileSync("app/globals.css", "utf8");
type Mode = "light" | "dark";
function colorOf(name: string, mode: Mode): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!found) throw new Error(`no colour ${name}`);
  return (mode === "light" ? found[1] : found[2]) ?? "";
}

type Rgb = [number, number, number];
const linear = (hex: string): Rgb =>
  [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

/** Machado, Oliveira & Fernandes 2009: full loss of one kind of cone, in linear RGB. */
const EYES: Record<string, [Rgb, Rgb, Rgb]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
const seen = (eye: string, [r, g, b]: Rgb): Rgb =>
  (EYES[eye] ?? []).map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as Rgb;

/** Oklab: equal distances look about equally different; black to white is 1. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
const apart = (eye: string, a: string, b: string) => {
  const [p, q] = [oklab(seen(eye, linear(a))), oklab(seen(eye, linear(b)))];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};

const names = Array.from({ length: MOST_SERIES }, (_, i) => `chart-${i + 1}`);

describe.each(["light", "dark"] as const)("the colours of charts, %s", (mode) => {
  it.each(names)("%s stands out from every surface by 3:1", (name) => {
    for (const surface of ["page", "surface", "raised"])
      expect(contrast(colorOf(name, mode), colorOf(surface, mode))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(EYES))("no two look alike to eyes with %s", (eye) => {
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1))
        expect(apart(eye, colorOf(a, mode), colorOf(b, mode)), `${a} and ${b}`).toBeGreaterThan(0.13);
  });

  it("numbers on each step of heat are readable, and each step is darker or lighter than the one before", () => {
    const steps = [1, 2, 3, 4, 5].map((n) => colorOf(`heat-${n}`, mode));
    for (const [i, color] of steps.entries())
      expect(contrast(color, colorOf(`heat-ink-${i + 1}`, mode)), color).toBeGreaterThanOrEqual(4.5);
    const shades = steps.map((color) => luminance(linear(color)));
    const sorted = [...shades].sort((a, b) => (mode === "light" ? b - a : a - b));
    expect(shades).toEqual(sorted);
  });
});

it("every series differs in dash, marker and pattern too", () => {
  const looks = Array.from({ length: MOST_SERIES }, (_, i) => lookOf(i));
  for (const part of ["dash", "marker", "pattern", "color"] as const)
    expect(new Set(looks.map((look) => look[part])).size).toBe(MOST_SERIES);
});
