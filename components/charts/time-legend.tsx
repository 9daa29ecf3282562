import { Marker } from "./marker";
import { lookOf } from "./palette";
import { patternFill } from "./pattern-defs";
import { ChartText } from "./text";
import type { TimeGeometry, TimeShape } from "./time-geometry";

/** What each dash, sign and pattern stands for. */
export function TimeLegend({
  id,
  shape,
  items,
}: {
  id: string;
  shape: TimeShape;
  items: TimeGeometry["legend"];
}) {
  return items.map((item) => {
    const look = lookOf(item.index);
    const middle = item.y - 4;
    return (
      <g key={`${item.kind}-${item.label}`}>
        {item.kind === "mark" && <Flag x={item.x + 13} y={item.y - 12} number={null} />}
        {item.kind === "before" && (
          <path
            d={`M${item.x} ${middle}h26`}
            stroke="var(--chart-before)"
            strokeWidth="2"
            strokeDasharray="3 3"
            fill="none"
          />
        )}
        {item.kind === "series" && shape === "lines" && (
          <>
            <path
              d={`M${item.x} ${middle}h26`}
              stroke={look.color}
              strokeWidth="2.5"
              strokeDasharray={look.dash}
              fill="none"
            />
            <Marker shape={look.marker} x={item.x + 13} y={middle} color={look.color} />
          </>
        )}
        {item.kind === "series" && shape === "stack" && (
          <rect
            x={item.x + 4}
            y={middle - 6}
            width="18"
            height="12"
            fill={patternFill(id, item.index, look)}
            stroke={look.color}
          />
        )}
        <ChartText x={item.x + 32} y={item.y} color="var(--ink)">
          {item.label}
        </ChartText>
      </g>
    );
  });
}

/** A little flag: something happened here. */
export const Flag = ({ x, y, number }: { x: number; y: number; number: number | null }) => (
  <g>
    <path d={`M${x - 8} ${y}h16v11h-5l-3 4-3-4h-5Z`} fill="var(--ink)" />
    {number !== null && (
      <ChartText x={x} y={y + 9} anchor="middle" size={9} color="var(--surface)" bold>
        {String(number)}
      </ChartText>
    )}
  </g>
);
