import { Marker } from "./marker";
import { lookOf } from "./palette";
import { patternFill } from "./pattern-defs";
import { runsOf } from "./scale";
import { ChartText } from "./text";
import {
  flagsOf,
  stackColumns,
  stackTotals,
  type TimeGeometry,
  type TimeInput,
  tenth,
} from "./time-geometry";
import { Flag } from "./time-legend";

type Part = { input: TimeInput; at: TimeGeometry };

/** Grid, the numbers at its side and the days below. */
export function TimeAxes({ input, at }: Part) {
  const { plot, ticks, x, y } = at;
  return (
    <>
      <ChartText x={0} y={plot.top - 8} size={11}>
        {`(${at.unitName})`}
      </ChartText>
      {ticks.map((tick) => (
        <g key={tick.at}>
          <path
            d={`M${plot.left} ${y(tick.at)}H${plot.right}`}
            stroke={tick.at === 0 ? "var(--control)" : "var(--line)"}
            strokeWidth="1"
          />
          <ChartText x={plot.left - 6} y={y(tick.at) + 4} anchor="end">
            {tick.label}
          </ChartText>
        </g>
      ))}
      {at.labelled.map((i) => {
        const isLast = i === input.points.length - 1;
        return (
          <ChartText
            key={i}
            x={isLast ? Math.min(x(i) + 18, plot.right + 8) : x(i)}
            y={plot.bottom + 18}
            anchor={isLast ? "end" : "middle"}
          >
            {input.points[i]?.label ?? ""}
          </ChartText>
        );
      })}
    </>
  );
}

/** Marks stand over the plot, with a line down to the day. */
export function TimeFlags({ input, at }: Part) {
  const flags = flagsOf(input.marks);
  const isRoomy = flags.every((flag, i) => i === 0 || at.x(flag.at) - at.x(flags[i - 1]?.at ?? 0) >= 18);
  return flags.map((flag) => (
    <g key={flag.at}>
      <path
        d={`M${at.x(flag.at)} ${at.plot.top - 8}V${at.plot.bottom}`}
        stroke="var(--subtle)"
        strokeWidth="1"
        strokeDasharray="1 3"
      />
      <Flag x={at.x(flag.at)} y={at.plot.top - 24} number={isRoomy ? flag.number : null} />
    </g>
  ));
}

export function TimeLines({ input, at }: Part) {
  const { x, y } = at;
  const path = (values: readonly (number | null)[]) =>
    runsOf(values.slice(0, input.points.length))
      .map((run) => run.map((p, i) => `${i === 0 ? "M" : "L"}${x(p.at)} ${y(p.value)}`).join(""))
      .join("");
  // A sign at every point would become a band of its own where the points are dense.
  const every = Math.max(1, Math.ceil(14 / at.slot));
  return input.series.map((series, index) => {
    const look = lookOf(index);
    const last = input.points.length - 1;
    return (
      <g key={series.key}>
        {series.before && (
          <path
            d={path(series.before)}
            fill="none"
            stroke={input.series.length > 1 ? look.color : "var(--chart-before)"}
            strokeOpacity={input.series.length > 1 ? 0.6 : 1}
            strokeWidth="1.5"
            strokeDasharray="3 3"
          />
        )}
        <path
          d={path(series.values)}
          fill="none"
          stroke={look.color}
          strokeWidth="2.5"
          strokeLinejoin="round"
          strokeDasharray={look.dash}
        />
        {series.values.map((value, i) =>
          value === null || (last - i) % every !== 0 ? null : (
            <Marker
              key={input.points[i]?.key ?? i}
              shape={look.marker}
              x={x(i)}
              y={y(value)}
              color={look.color}
              hollow={input.points[i]?.isWhole === false}
            />
          ),
        )}
      </g>
    );
  });
}

/** One shape for all columns of a series: hundreds of their own would be slow to draw, to send and to wake up. */
export function TimeColumns({ input, at, id }: Part & { id: string }) {
  const { before } = stackTotals(input.series, input.points.length);
  // Never wider than its place: columns that overlap would hide those of the series before.
  const width = Math.max(Math.min(1.5, at.slot), Math.min(40, at.slot * 0.72));
  const columns = stackColumns(input, at, width);
  return (
    <>
      {input.series.map((series, index) => {
        const look = lookOf(index);
        const drawn = {
          fill: patternFill(id, index, look),
          stroke: width > 5 ? look.color : "none",
          strokeWidth: "1",
        };
        return (
          <g key={series.key}>
            <path d={columns[index]?.whole} {...drawn} />
            <path d={columns[index]?.unfinished} opacity={0.65} {...drawn} />
          </g>
        );
      })}
      {before && (
        <path
          d={before
            .map((value, i) =>
              value > 0
                ? `M${tenth(at.x(i) - at.slot / 2 + 1)} ${at.y(value)}h${tenth(Math.max(2, at.slot - 2))}`
                : "",
            )
            .join("")}
          stroke="var(--chart-before)"
          strokeWidth="2"
          strokeDasharray="3 3"
        />
      )}
    </>
  );
}
