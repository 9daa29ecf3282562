import { ChartText } from "@/components/charts/text";
import type { SketchText } from "@/lib/areas/sketch";
import { flatProjection, type HeatSquare } from "./heat";
import { widen } from "./map-data";
import { openSketch } from "./open-sketch";

const WIDTH = 720;

/** The heat on the outlines of the city's areas, as a flat drawing: for paper and for picture files. */
export function HeatDrawing({ sketch: text, squares }: { sketch: SketchText; squares: HeatSquare[] }) {
  const sketch = openSketch(text);
  const flat = flatProjection(widen(sketch.bounds, 0.03), WIDTH);
  const pathOf = (ring: readonly { lat: number; lng: number }[]) =>
    `${ring
      .map((point, i) => {
        const at = flat.place(point);
        return `${i === 0 ? "M" : "L"}${at.x.toFixed(1)} ${at.y.toFixed(1)}`;
      })
      .join("")}Z`;
  return (
    <svg
      data-chart
      viewBox={`0 0 ${WIDTH} ${Math.round(flat.height)}`}
      aria-hidden
      className="mx-auto hidden h-auto max-h-[200mm] w-full print:block"
    >
      {sketch.areas.map((area) => (
        <path
          key={area.key}
          d={area.rings.map(pathOf).join("")}
          fill="var(--sunken)"
          stroke="var(--control)"
          strokeWidth="1.5"
        />
      ))}
      {squares.map((square) => {
        const from = flat.place({ lat: square.bounds.north, lng: square.bounds.west });
        const to = flat.place({ lat: square.bounds.south, lng: square.bounds.east });
        return (
          <rect
            key={square.key}
            x={from.x}
            y={from.y}
            width={Math.max(3, to.x - from.x)}
            height={Math.max(3, to.y - from.y)}
            fill={square.color}
            stroke="var(--surface)"
            strokeWidth="0.5"
          />
        );
      })}
      {sketch.areas.map((area) => {
        const at = flat.place(area.label);
        return (
          <ChartText key={area.key} x={at.x} y={at.y} anchor="middle" size={14} color="var(--ink)" bold>
            {area.name}
          </ChartText>
        );
      })}
    </svg>
  );
}
