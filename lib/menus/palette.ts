import type { MenuMode } from "@/db/enums";
import type { Tone } from "./plan";

export type TileColors = { ground: string; ink: string; note: string; edge: string };
export type Palette = {
  ground: string;
  tones: Record<Tone, TileColors>;
  bar: { ground: string; ink: string; activeInk: string; mark: string };
};

/** Every ink on its ground is at least 4.5:1 (a test computes it). In a disaster: black and red on white, with edges. */
export const PALETTES: Record<MenuMode, Palette> = {
  normal: {
    ground: "#dfe5f1",
    tones: {
      main: { ground: "#0017c1", ink: "#ffffff", note: "#d9e6ff", edge: "#0017c1" },
      plain: { ground: "#ffffff", ink: "#0b1b4d", note: "#44506f", edge: "#ffffff" },
      urgent: { ground: "#fff4f2", ink: "#a30000", note: "#8a2b22", edge: "#d99a92" },
    },
    bar: { ground: "#0b1b4d", ink: "#ffffff", activeInk: "#0b1b4d", mark: "#0017c1" },
  },
  disaster: {
    ground: "#ffffff",
    tones: {
      main: { ground: "#b00000", ink: "#ffffff", note: "#ffffff", edge: "#b00000" },
      plain: { ground: "#ffffff", ink: "#161616", note: "#333333", edge: "#161616" },
      urgent: { ground: "#fff1f0", ink: "#a00000", note: "#7a0000", edge: "#b00000" },
    },
    bar: { ground: "#161616", ink: "#ffffff", activeInk: "#a00000", mark: "#b00000" },
  },
};

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast of two colours `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
