"use client";

import { useId } from "react";
import { chartLabels as t } from "./labels";
import { lookOf } from "./palette";
import { PatternDefs, patternFill } from "./pattern-defs";
import { cutToWidth, textWidth } from "./scale";
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
const LEGEND = 26;

/** Several shares of each of a list of things, one thin bar a share. */
export function RateChart({ label, names, rows }: { label: string; names: string[]; rows: RateRow[] }) {
  const id = useId();
  const [ref, width] = useWidth();
  const looks = names.map((_, i) => lookOf(i));
  const valueWidth = Math.max(0, ...rows.flatMap((r) => r.parts.map((p) => textWidth(p.words, 12)))) + 12;
  const most = Math.max(0.05, ...rows.flatMap((r) => r.parts.map((p) => p.share ?? 0)));
  const row = HEAD + names.length * BAR + 14;
  const height = LEGEND + rows.length * row;
  const said = rows
    .map((r) => `${r.label} ${r.parts.map((p, i) => t.value(names[i] ?? "", p.words)).join("、")}`)
    .join("。");
  const legendX = names.map((_, i) =>
    names.slice(0, i).reduce((sum, name) => sum + 26 + textWidth(name, 12) + 18, 0),
  );
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
        {names.map((name, i) => (
          <g key={name}>
            <rect
              x={(legendX[i] ?? 0) + 0.5}
              y="2.5"
              width="18"
              height="11"
              fill={patternFill(id, i, lookOf(i))}
              stroke={lookOf(i).color}
            />
            <ChartText x={(legendX[i] ?? 0) + 24} y={13} color="var(--ink)">
              {name}
            </ChartText>
          </g>
        ))}
        {rows.map((item, r) => {
          const y = LEGEND + r * row;
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
                const top = y + HEAD + i * BAR;
                return (
                  <g key={names[i]}>
                    <rect
                      x="0.5"
                      y={top}
                      width={part.share ? Math.max(2, length) : 0}
                      height={BAR - 4}
                      fill={patternFill(id, i, lookOf(i))}
                      stroke={lookOf(i).color}
                    />
                    <ChartText x={part.share ? length + 8 : 2} y={top + 10}>
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
