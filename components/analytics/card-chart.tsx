"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { MatrixChart } from "@/components/charts/matrix-chart";
import { TimeChart } from "@/components/charts/time-chart";
import type { ChartPoint } from "@/components/charts/types";
import type { Bucket } from "@/lib/analytics/view";
import { BroadcastBars } from "./broadcast-bars";
import type { Card } from "./card";
import { HeatPanel } from "./heat-panel";
import { marksOf } from "./marks";
import type { CardSetting } from "./setting";
import { periodWords } from "./words";

const pointOf = (bucket: Bucket): ChartPoint => ({
  key: bucket.from,
  label: bucket.label,
  spoken: () => periodWords(bucket),
  isWhole: bucket.isWhole,
});

/** The drawing of a card. */
export function CardChart({ card, setting }: { card: Card; setting: CardSetting }) {
  const { body, title } = card;
  switch (body.kind) {
    case "time": {
      const { buckets, bucketsBefore, lines, unit } = body.timeline;
      return (
        <TimeChart
          label={title}
          points={buckets.map(pointOf)}
          pointsBefore={bucketsBefore?.map(pointOf) ?? null}
          series={lines.map((line) => ({ ...line, isBelow: body.below.includes(line.key) }))}
          shape={body.shape}
          marks={marksOf(body.marks, buckets, setting.opensBroadcasts)}
          unit={unit}
        />
      );
    }
    case "bars":
      return <BarChart label={title} bars={body.bars.bars} unit={body.bars.unit} />;
    case "matrix":
      return <MatrixChart label={title} {...body.matrix} />;
    case "funnel":
      return <FunnelChart label={title} steps={body.funnel.steps} unit="件" />;
    case "heat":
      return setting.map && <HeatPanel title={title} zoom={body.zoom} cells={body.cells} {...setting.map} />;
    case "broadcasts":
      return <BroadcastBars title={title} list={body.list} opens={setting.opensBroadcasts} />;
  }
}
