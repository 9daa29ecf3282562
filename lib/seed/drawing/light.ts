import { HEIGHT, WIDTH } from "./camera";
import { box } from "./svg";

/** When and in what weather a picture was taken. */
export type LightName = "clear" | "cloudy" | "rain" | "evening" | "night";
export type Light = {
  name: LightName;
  sky: [top: string, low: string];
  /** Far things fade into this. */
  haze: string;
  /** Strength of cast shadows, 0 … 1. */
  shadow: number;
  wet: boolean;
  dark: boolean;
};

export const LIGHTS: Record<LightName, Light> = {
  clear: {
    name: "clear",
    sky: ["#6fa8d8", "#dcebf3"],
    haze: "#cfe0ea",
    shadow: 0.34,
    wet: false,
    dark: false,
  },
  cloudy: {
    name: "cloudy",
    sky: ["#b3bcc4", "#e3e7e8"],
    haze: "#d5dadd",
    shadow: 0.14,
    wet: false,
    dark: false,
  },
  rain: { name: "rain", sky: ["#8c969f", "#c3cbd0"], haze: "#b9c2c8", shadow: 0.08, wet: true, dark: false },
  evening: {
    name: "evening",
    sky: ["#6d7fae", "#f3c79b"],
    haze: "#d9bfae",
    shadow: 0.26,
    wet: false,
    dark: false,
  },
  night: { name: "night", sky: ["#0d1526", "#243250"], haze: "#1c2740", shadow: 0.0, wet: false, dark: true },
};

export const skyDefinitions = (light: Light): string =>
  `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light.sky[0]}"/><stop offset="1" stop-color="${light.sky[1]}"/></linearGradient>` +
  `<radialGradient id="vignette" cx=".5" cy=".48" r=".75"><stop offset=".62" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".32"/></radialGradient>` +
  `<filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>`;

/** What the light does to everything in front of the lens, over the finished scene. */
export function grade(light: Light): string {
  const over = (color: string, opacity: number, blend: string) =>
    box(0, 0, WIDTH, HEIGHT, { fill: color, opacity, extra: `style="mix-blend-mode:${blend}"` });
  const tint = {
    clear: over("#fff2d6", 0.16, "multiply"),
    cloudy: over("#dfe6ea", 0.3, "multiply"),
    rain: over("#a9b7c3", 0.55, "multiply"),
    evening: over("#ffb877", 0.34, "multiply"),
    night: over("#1a2547", 0.86, "multiply"),
  }[light.name];
  return tint + box(0, 0, WIDTH, HEIGHT, { fill: "url(#vignette)" });
}

/** A lamp's light on what is around it; draw after `grade`. */
export function glow(
  id: string,
  x: number,
  y: number,
  radius: number,
  color: string,
  strength: number,
): string {
  return (
    `<radialGradient id="${id}"><stop offset="0" stop-color="${color}" stop-opacity="${strength}"/><stop offset=".35" stop-color="${color}" stop-opacity="${strength * 0.35}"/><stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>` +
    `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="url(#${id})" style="mix-blend-mode:screen"/>`
  );
}
