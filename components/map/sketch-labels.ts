import type { MapSketch } from "@/lib/areas/sketch";
import type { Point } from "@/lib/core/geo";
import { stationShown } from "./draw-sketch";
import type { MapPalette } from "./palette";

export type LabelPlace = "center" | "right" | "left" | "below" | "above";
export type Label = {
  text: string;
  at: Point;
  size: number;
  weight: 400 | 500 | 700;
  color: string;
  /** Tried in this order until one is free. */
  places: LabelPlace[];
  /** Pixels between the point and the words. */
  gap: number;
  spacing?: number;
  shield?: boolean;
  dot?: string;
};
const AROUND: LabelPlace[] = ["right", "left", "below", "above"];

/** Labels in order of importance: what comes first keeps its place. */
export function listLabels(sketch: MapSketch, palette: MapPalette, closeness: number): Label[] {
  const bigger = Math.max(0, Math.min(3, closeness));
  const labels: Label[] = [];
  const add = (shown: boolean, label: Label) => {
    if (shown) labels.push(label);
  };
  const manyAreas = sketch.areas.length > 8;
  for (const area of sketch.areas) {
    add(closeness < 3.4, {
      text: area.name,
      at: area.label,
      size: (manyAreas ? 13 : 16) + bigger * 1.5,
      weight: 700,
      color: palette.areaInk,
      places: ["center"],
      gap: 0,
      spacing: manyAreas ? 1 : 3,
    });
  }
  for (const rank of [1, 2, 3] as const) {
    for (const line of sketch.railways) {
      for (const station of line.stations.filter((one) => one.rank === rank)) {
        const named =
          line.kind === "tram" && rank === 3
            ? closeness >= 1.4
            : stationShown(rank, line.kind, closeness - 0.3);
        add(named, {
          text: rank === 1 || line.kind === "jr" ? `${station.name}駅` : station.name,
          at: station.at,
          size: rank === 1 ? 13 : line.kind === "tram" ? 10.5 : 11.5,
          weight: rank === 1 ? 700 : 500,
          color: line.kind === "tram" ? palette.tram : palette.ink,
          places: AROUND,
          gap: 8,
        });
      }
    }
    for (const mark of sketch.landmarks.filter((one) => one.rank === rank)) {
      add(closeness >= { 1: -1.3, 2: -0.1, 3: 1.1 }[rank], {
        text: mark.name,
        at: mark.at,
        size: rank === 1 ? 12 : 11,
        weight: 500,
        color: mark.kind === "park" || mark.kind === "mountain" ? palette.greenInk : palette.landmark,
        places: AROUND,
        gap: 7,
        dot: mark.kind === "park" || mark.kind === "mountain" ? palette.greenInk : palette.landmark,
      });
    }
    for (const river of sketch.rivers.filter((one) => one.rank === rank)) {
      for (const at of river.labels) {
        add(closeness >= { 1: -1.5, 2: -0.4, 3: 0.5 }[rank], {
          text: river.name,
          at,
          size: 11.5,
          weight: 500,
          color: palette.waterInk,
          places: ["center", "above", "below"],
          gap: 6,
          spacing: 1,
        });
      }
    }
    for (const road of sketch.roads.filter((one) => one.rank === rank)) {
      const number = /国道(\d+)号/.exec(road.name)?.[1];
      for (const at of road.labels) {
        add(closeness >= (number ? { 1: -1.1, 2: -0.3, 3: 1 }[rank] : { 1: -0.2, 2: 0.3, 3: 1 }[rank]), {
          text: number ?? road.name,
          at,
          size: 10.5,
          weight: number ? 700 : 500,
          color: number ? "#ffffff" : palette.roadInk,
          places: ["center"],
          gap: 0,
          shield: Boolean(number),
        });
      }
    }
    for (const place of sketch.places.filter((one) => one.rank === rank)) {
      const outside = place.kind === "outside";
      const from = outside ? { 1: -9, 2: -0.5, 3: 0.5 }[rank] : { 1: -1.2, 2: 0, 3: 0.9 }[rank];
      add(closeness >= from && (outside || closeness < 3.5), {
        text: place.name,
        at: place.at,
        size: outside ? 12.5 : rank === 1 ? 12.5 : 11.5,
        weight: 500,
        color: palette.muted,
        places: outside ? ["center"] : ["center", "below", "above"],
        gap: 5,
        spacing: outside ? 3 : 1,
      });
    }
  }
  for (const water of sketch.waters) {
    if (!water.label) continue;
    add(water.kind === "sea" || closeness >= -0.4, {
      text: water.name,
      at: water.label,
      size: water.kind === "sea" ? 14 : 11,
      weight: 500,
      color: palette.waterInk,
      places: ["center", "below"],
      gap: 5,
      spacing: water.kind === "sea" ? 6 : 0,
    });
  }
  return labels;
}
