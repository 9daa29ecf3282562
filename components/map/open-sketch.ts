import type { MapSketch, SketchText } from "@/lib/areas/sketch";

let opened: { text: SketchText; sketch: MapSketch } | null = null;

/** What a map draws. Kept, since every map of a page shows the same. */
export function openSketch(text: SketchText): MapSketch {
  if (opened?.text !== text) opened = { text, sketch: JSON.parse(text) as MapSketch };
  return opened.sketch;
}
