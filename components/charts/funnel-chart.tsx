"use client";

import { useState } from "react";
import { ChartReader, ChartReadout } from "./chart-reader";
import { valueWords } from "./chart-value";
import { chartLabels as t } from "./labels";
import { cutToWidth } from "./scale";
import { ChartText } from "./text";
import type { ChartStep } from "./types";
import { useWidth } from "./use-width";

const ROW = 58;

/** What became of those who came to a step but not on from it. */
const restOf = (step: ChartStep, unit: string): string[] => [
  step.left > 0
    ? t.left(valueWords(step.left, unit), t.percent(step.left / Math.max(1, step.reached)))
    : t.nobodyLeft,
  ...(step.open > 0 ? [t.open(valueWords(step.open, unit))] : []),
];

/** Step by step: how many came so far, and how many ended there. */
export function FunnelChart({ label, steps, unit }: { label: string; steps: ChartStep[]; unit: string }) {
  const [ref, width] = useWidth();
  const [active, setActive] = useState<number | null>(null);
  const most = Math.max(1, ...steps.map((step) => step.reached));
  const height = steps.length * ROW + 4;
  const words = (i: number) => {
    const step = steps[i];
    return step
      ? t.point(t.step(i + 1, step.label), [valueWords(step.reached, unit), ...restOf(step, unit)].join("、"))
      : "";
  };
  return (
    <div>
      <div ref={ref} className="relative">
        <svg
          data-chart
          viewBox={`0 0 ${width} ${height}`}
          width="100%"
          height={height}
          aria-hidden
          className="block print:h-auto"
        >
          {steps.map((step, i) => {
            const y = i * ROW;
            const reached = (step.reached / most) * width;
            const left = step.reached === 0 ? 0 : (step.left / step.reached) * reached;
            const value = valueWords(step.reached, unit);
            return (
              <g key={step.id}>
                {active === i && <path d={`M0 ${y + 34.5}H${width}`} stroke="var(--focus)" strokeWidth="3" />}
                <ChartText x={0} y={y + 14} size={13} color="var(--ink)">
                  {cutToWidth(t.step(i + 1, step.label), 13, width - 90)}
                </ChartText>
                <ChartText x={width} y={y + 14} anchor="end" size={13} color="var(--ink)" bold>
                  {value}
                </ChartText>
                <rect x="0" y={y + 20} width={width} height="12" fill="var(--sunken)" />
                <rect
                  x="0"
                  y={y + 20}
                  width={Math.max(0, reached - left)}
                  height="12"
                  fill="var(--chart-1)"
                />
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
                  {restOf(step, unit).join("・")}
                </ChartText>
              </g>
            );
          })}
        </svg>
        <ChartReader
          label={label}
          count={steps.length}
          across={1}
          first={0}
          active={active}
          words={words}
          onActive={setActive}
          pointAt={(_, y) => {
            const i = Math.floor(y / ROW);
            return i < steps.length ? i : null;
          }}
        />
      </div>
      <ChartReadout>{active === null ? t.hint : words(active)}</ChartReadout>
    </div>
  );
}
