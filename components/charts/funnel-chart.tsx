"use client";

import { valueWords } from "./chart-value";
import { chartLabels as t } from "./labels";
import { cutToWidth } from "./scale";
import { ChartText } from "./text";
import type { ChartStep } from "./types";
import { useWidth } from "./use-width";

const ROW = 58;

/** Step by step: how many came so far, and how many ended there. */
export function FunnelChart({ label, steps, unit }: { label: string; steps: ChartStep[]; unit: string }) {
  const [ref, width] = useWidth();
  const most = Math.max(1, ...steps.map((step) => step.reached));
  const height = steps.length * ROW + 4;
  const said = steps
    .map((s) => t.step(s.label, valueWords(s.reached, unit), valueWords(s.left, unit)))
    .join("、");
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
        {steps.map((step, i) => {
          const y = i * ROW;
          const reached = (step.reached / most) * width;
          const left = step.reached === 0 ? 0 : (step.left / step.reached) * reached;
          const value = valueWords(step.reached, unit);
          return (
            <g key={step.id}>
              <ChartText x={0} y={y + 14} size={13} color="var(--ink)">
                {cutToWidth(`${i + 1}. ${step.label}`, 13, width - 90)}
              </ChartText>
              <ChartText x={width} y={y + 14} anchor="end" size={13} color="var(--ink)" bold>
                {value}
              </ChartText>
              <rect x="0" y={y + 20} width={width} height="12" fill="var(--sunken)" />
              <rect x="0" y={y + 20} width={Math.max(0, reached - left)} height="12" fill="var(--chart-1)" />
              {left > 0 && (
                <rect
                  x={reached - left}
                  y={y + 20.5}
                  width={Math.max(2, left)}
                  height="11"
                  fill="var(--surface)"
                  stroke="var(--chart-2)"
                  strokeDasharray="3 2"
                />
              )}
              <ChartText x={0} y={y + 46} size={12}>
                {[
                  step.left > 0
                    ? t.left(valueWords(step.left, unit), t.percent(step.left / Math.max(1, step.reached)))
                    : t.nobodyLeft,
                  ...(step.open > 0 ? [t.open(valueWords(step.open, unit))] : []),
                ].join("・")}
              </ChartText>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
