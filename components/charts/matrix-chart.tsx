"use client";

import { useState } from "react";
import { ChartReader, ChartReadout } from "./chart-reader";
import { lengthOfValue, valueWords } from "./chart-value";
import { chartLabels as t } from "./labels";
import { facing, matrixGeometry } from "./matrix-geometry";
import { heatColor, heatInk } from "./palette";
import { heatStep, shortNumber, textWidth } from "./scale";
import { ChartText } from "./text";
import type { ChartGrid } from "./types";
import { useWidth } from "./use-width";

/** As far as the number at its end. */
const LEGEND_WIDTH = 158;

/** What stands in a cell: the number where there is room, a star for what is held back. */
const cellText = (value: ChartGrid["cells"][number][number]): string => {
  if (typeof value === "string") return "*";
  return value === null ? "" : shortNumber(value);
};

/** Two kinds of things against each other: the more, the darker. */
export function MatrixChart({ label, unit, ...given }: ChartGrid & { label: string; unit: string }) {
  const [ref, width] = useWidth();
  const [active, setActive] = useState<number | null>(null);
  const grid = facing(given, width);
  const at = matrixGeometry(grid, width);
  const across = grid.columns.length;
  const most = `${shortNumber(at.max)}${unit}`;
  const words = (i: number) => {
    const [r, c] = [Math.floor(i / across), i % across];
    const place = `${grid.rows[r]?.label ?? ""} ${grid.columns[c]?.label ?? ""}`;
    return t.point(place, valueWords(grid.cells[r]?.[c] ?? null, unit));
  };
  return (
    <div>
      <div ref={ref} className="relative">
        <svg
          data-chart
          viewBox={`0 0 ${width} ${at.height}`}
          width="100%"
          height={at.height}
          aria-hidden
          className="block print:h-auto"
        >
          {at.heads.map((head) =>
            head.lines.map(({ text, y }) => (
              <ChartText key={`${head.at}-${y}`} x={head.x} y={y} anchor="middle">
                {text}
              </ChartText>
            )),
          )}
          {grid.rows.map((row, r) => (
            <g key={row.key}>
              {at.rowNames[r]?.map(({ text, y }) => (
                <ChartText key={y} x={at.names - 8} y={y} anchor="end" color="var(--ink)">
                  {text}
                </ChartText>
              ))}
              {grid.columns.map((column, c) => {
                const value = grid.cells[r]?.[c] ?? null;
                const step = heatStep(lengthOfValue(value), at.max);
                const text = cellText(value);
                const x = at.names + at.slot * c;
                return (
                  <g key={column.key}>
                    <rect
                      x={x + 0.5}
                      y={at.top + r * at.row + 0.5}
                      width={Math.max(1, at.slot - 1)}
                      height={at.row - 1}
                      fill={heatColor(step)}
                      stroke={active === r * across + c ? "var(--focus)" : "none"}
                      strokeWidth="3"
                    />
                    {at.isWritten && textWidth(text, 12) < at.slot && (
                      <ChartText
                        x={x + at.slot / 2}
                        y={at.top + r * at.row + 18}
                        anchor="middle"
                        color={heatInk(step)}
                      >
                        {text}
                      </ChartText>
                    )}
                  </g>
                );
              })}
            </g>
          ))}
          <HeatLegend
            x={Math.max(0, Math.min(at.names, width - LEGEND_WIDTH - textWidth(most, 12)))}
            y={at.height - 18}
            least={`0${unit}`}
            most={most}
          />
        </svg>
        <ChartReader
          label={label}
          count={grid.rows.length * across}
          across={across}
          active={active}
          words={words}
          onActive={setActive}
          pointAt={(x, y) => {
            const [r, c] = [Math.floor((y - at.top) / at.row), Math.floor((x - at.names) / at.slot)];
            const isInside = r >= 0 && c >= 0 && r < grid.rows.length && c < across;
            return isInside ? r * across + c : null;
          }}
        />
      </div>
      <ChartReadout>{active === null ? t.hint : words(active)}</ChartReadout>
    </div>
  );
}

/** From few to many. */
const HeatLegend = ({ x, y, least, most }: { x: number; y: number; least: string; most: string }) => (
  <g>
    <ChartText x={x} y={y + 11}>
      {least}
    </ChartText>
    {[0, 1, 2, 3, 4, 5].map((step) => (
      <rect
        key={step}
        x={x + 30 + step * 20}
        y={y}
        width="20"
        height="13"
        fill={heatColor(step)}
        stroke="var(--line)"
      />
    ))}
    <ChartText x={x + LEGEND_WIDTH} y={y + 11}>
      {most}
    </ChartText>
  </g>
);
