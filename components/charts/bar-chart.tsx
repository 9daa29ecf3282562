"use client";

import { barGeometry } from "./bar-geometry";
import { lengthOfValue, valueWords } from "./chart-value";
import { chartLabels as t } from "./labels";
import { cutToWidth, textWidth } from "./scale";
import { ChartText } from "./text";
import type { ChartBar } from "./types";
import { useWidth } from "./use-width";

const nowWords = (bar: ChartBar, unit: string) =>
  `${valueWords(bar.now, unit)}${bar.share === null ? "" : t.share(t.percent(bar.share))}`;

/** Bars from the largest down, every value written at its end: nothing has to be pointed at. */
export function BarChart({ label, bars, unit }: { label: string; bars: ChartBar[]; unit: string }) {
  const [ref, width] = useWidth();
  const valueWidth = Math.max(0, ...bars.map((bar) => textWidth(nowWords(bar, unit), 12))) + 8;
  const at = barGeometry(bars, width, valueWidth);
  return (
    <div ref={ref}>
      <svg
        data-chart
        viewBox={`0 0 ${width} ${at.height}`}
        width="100%"
        height={at.height}
        role="img"
        aria-label={`${label} ${bars.map((bar) => t.value(bar.label, nowWords(bar, unit))).join("、")}`}
        className="block print:h-auto"
      >
        {at.isCompared && (
          <>
            <rect x="0" y="4" width="18" height="10" fill="var(--surface)" stroke="var(--chart-before)" />
            <ChartText x={26} y={14} color="var(--ink)">
              {t.before}
            </ChartText>
          </>
        )}
        {bars.map((bar, i) => {
          const y = at.top + i * at.row;
          const barY = y + (at.isNarrow ? 20 : 0);
          const end = at.names + at.length(lengthOfValue(bar.now));
          return (
            <g key={bar.key}>
              <ChartText
                x={at.isNarrow ? 0 : at.names - 10}
                y={at.isNarrow ? y + 14 : barY + at.bar / 2 + 5}
                anchor={at.isNarrow ? "start" : "end"}
                size={13}
                color="var(--ink)"
              >
                {cutToWidth(bar.label, 13, at.isNarrow ? width : at.names - 12)}
              </ChartText>
              <rect
                x={at.names}
                y={barY}
                width={Math.max(bar.now === 0 || bar.now === null ? 0 : 2, end - at.names)}
                height={at.bar}
                fill="var(--chart-1)"
              />
              <path
                d={`M${at.names} ${barY - 4}v${at.bar + (at.isCompared ? 14 : 8)}`}
                stroke="var(--control)"
              />
              {at.isCompared && (
                <rect
                  x={at.names}
                  y={barY + at.bar + 1}
                  width={at.length(lengthOfValue(bar.before))}
                  height="6"
                  fill="var(--surface)"
                  stroke="var(--chart-before)"
                />
              )}
              <ChartText x={Math.max(end, at.names + 2) + 6} y={barY + at.bar / 2 + 5} color="var(--ink)">
                {nowWords(bar, unit)}
              </ChartText>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
