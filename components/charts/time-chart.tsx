"use client";

import { useId, useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { ChartReader, ChartReadout } from "./chart-reader";
import { valueWords } from "./chart-value";
import { chartLabels as t } from "./labels";
import { lookOf } from "./palette";
import { PatternDefs } from "./pattern-defs";
import { ChartText } from "./text";
import { TimeAxes, TimeColumns, TimeFlags, TimeLines } from "./time-drawing";
import { flagsOf, type TimeInput, timeGeometry } from "./time-geometry";
import { TimeLegend } from "./time-legend";
import type { ChartPoint } from "./types";
import { useWidth } from "./use-width";

const HEIGHT = 280;
/** Longer ones wait for the page's scripts: the server's drawing of them, in a width it can only guess, is the slowest part of a page. */
const MOST_DRAWN_BY_SERVER = 200;

/** Everything that is known of one point, in one line. */
function pointWords(input: TimeInput, before: ChartPoint[] | null, i: number): string {
  const point = input.points[i];
  if (!point) return "";
  const { unit } = input;
  const values = input.series.map((s) => t.value(s.label, valueWords(s.values[i] ?? null, unit)));
  const earlier = before?.[i];
  const compared = earlier
    ? input.series.flatMap((s) => (s.before ? [valueWords(s.before[i] ?? null, unit)] : []))
    : [];
  const flag = flagsOf(input.marks).find((f) => f.at === i);
  return [
    t.point(point.spoken() + (point.isWhole ? "" : `(${t.unfinished})`), values.join("、")),
    ...(earlier && compared.length > 0
      ? [t.point(`${t.before} ${earlier.spoken()}`, compared.join("、"))]
      : []),
    ...(flag ? [t.flag(flag.number, flag.labels.join("、"))] : []),
  ].join(" / ");
}

type Props = TimeInput & { label: string; pointsBefore: ChartPoint[] | null };

/** Lines or stacked columns over time, drawn as SVG: by the server too, sharp in print. */
export function TimeChart(props: Props) {
  const isHydrated = useHydrated();
  if (!isHydrated && props.points.length > MOST_DRAWN_BY_SERVER)
    return <div role="img" aria-label={props.label} className="h-83 rounded-8 bg-sunken print:h-70" />;
  return <DrawnTimeChart {...props} />;
}

function DrawnTimeChart({ label, pointsBefore, ...input }: Props) {
  const id = useId();
  const [ref, width] = useWidth();
  const [active, setActive] = useState<number | null>(null);
  const at = timeGeometry(input, width, HEIGHT);
  const looks = input.series.map((_, i) => lookOf(i));
  const words = (i: number) => pointWords(input, pointsBefore, i);
  return (
    <div>
      <div ref={ref} className="relative">
        <svg
          data-chart
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width="100%"
          height={HEIGHT}
          aria-hidden
          className="block print:h-auto"
        >
          <PatternDefs id={id} fills={looks} />
          <TimeAxes input={input} at={at} />
          {active !== null && (
            <path
              d={`M${at.x(active)} ${at.plot.top}V${at.plot.bottom}`}
              stroke="var(--focus)"
              strokeWidth="1.5"
            />
          )}
          {input.shape === "lines" ? (
            <TimeLines input={input} at={at} />
          ) : (
            <TimeColumns input={input} at={at} id={id} />
          )}
          <TimeFlags input={input} at={at} />
          <TimeLegend id={id} shape={input.shape} items={at.legend} />
          {!at.isFromZero && (
            <ChartText x={at.plot.left + 4} y={at.plot.bottom - 6} size={11}>
              {t.notFromZero}
            </ChartText>
          )}
        </svg>
        <ChartReader
          label={label}
          count={input.points.length}
          active={active}
          words={words}
          onActive={setActive}
          pointAt={(x) => {
            const i = Math.floor((x - at.plot.left) / at.slot);
            return i >= 0 && i < input.points.length ? i : null;
          }}
        />
      </div>
      <ChartReadout>{active === null ? t.hint : words(active)}</ChartReadout>
    </div>
  );
}
