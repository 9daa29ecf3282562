import type { MapSketch, SketchText } from "@/lib/areas/sketch";

let opened: { json: string; sketch: MapSketch } | null = null;

/** What a map draws. Kept, since every map of a page shows the same. */
export function openSketch({ json }: SketchText): MapSketch {
  if (opened?.json !== json) opened = { json, sketch: JSON.parse(json) as MapSketch };
  return opened.sketch;
}
