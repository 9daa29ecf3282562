"use client";

import { useId } from "react";
import { chartLabels as t } from "./labels";
import { lookOf } from "./palette";
import { PatternDefs, patternFill } from "./pattern-defs";
import { cutToWidth, placeInRows, textWidth } from "./scale";
import { ChartText } from "./text";
import { useWidth } from "./use-width";

/** One thing and several shares of it, 0 to 1. `words`: what is written at the bar's end. */
export type RateRow = {
  key: string;
  label: string;
  detail: string;
  parts: { share: number | null; words: string }[];
};

const BAR = 15;
const HEAD = 24;
const LEGEND_ROW = 22;

/** Several shares of each of a list of things, one thin bar a share. */
export function RateChart({ label, names, rows }: { label: string; names: string[]; rows: RateRow[] }) {
  const id = useId();
  const [ref, width] = useWidth();
  const looks = names.map((_, i) => lookOf(i));
  const valueWidth = Math.max(0, ...rows.flatMap((r) => r.parts.map((p) => textWidth(p.words, 12)))) + 12;
  const most = Math.max(0.05, ...rows.flatMap((r) => r.parts.map((p) => p.share ?? 0)));
  const row = HEAD + names.length * BAR + 14;
  const legend = placeInRows(
    names.map((name) => 24 + textWidth(name, 12) + 18),
    width + 18, // nothing stands behind the last of a row
  );
  const top = ((legend.at(-1)?.row ?? 0) + 1) * LEGEND_ROW + 4;
  const height = top + rows.length * row;
  const said = rows
    .map((r) => `${r.label} ${r.parts.map((p, i) => t.value(names[i] ?? "", p.words)).join("、")}`)
    .join("。");
  return (
    <div ref={ref}>
      <svg
        data-chart
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        role="img"
        aria-label={`${label} ${said}`}
        className="block print:h-auto"
      >
        <PatternDefs id={id} fills={looks} />
        {names.map((name, i) => {
          const x = legend[i]?.x ?? 0;
          const y = (legend[i]?.row ?? 0) * LEGEND_ROW;
          return (
            <g key={name}>
              <rect
                x={x + 0.5}
                y={y + 2.5}
                width="18"
                height="11"
                fill={patternFill(id, i, lookOf(i))}
                stroke={lookOf(i).color}
              />
              <ChartText x={x + 24} y={y + 13} color="var(--ink)">
                {name}
              </ChartText>
            </g>
          );
        })}
        {rows.map((item, r) => {
          const y = top + r * row;
          const detailWidth = textWidth(item.detail, 12) + 10;
          return (
            <g key={item.key}>
              <ChartText x={0} y={y + 16} size={13} color="var(--ink)" bold>
                {cutToWidth(item.label, 13, width - detailWidth)}
              </ChartText>
              <ChartText x={width} y={y + 16} anchor="end">
                {item.detail}
              </ChartText>
              {item.parts.map((part, i) => {
                const length = ((part.share ?? 0) / most) * Math.max(20, width - valueWidth);
                const barY = y + HEAD + i * BAR;
                return (
                  <g key={names[i]}>
                    <rect
                      x="0.5"
                      y={barY}
                      width={part.share ? Math.max(2, length) : 0}
                      height={BAR - 4}
                      fill={patternFill(id, i, lookOf(i))}
                      stroke={lookOf(i).color}
                    />
                    <ChartText x={part.share ? length + 8 : 2} y={barY + 10}>
                      {part.words}
                    </ChartText>
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
