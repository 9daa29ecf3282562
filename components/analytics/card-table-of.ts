import { openSketch } from "@/components/map/open-sketch";
import {
  FEW,
  HIDDEN,
  type Table,
  tableOfBars,
  tableOfBroadcasts,
  tableOfCells,
  tableOfFunnel,
  tableOfMatrix,
  tableOfTimeline,
} from "@/lib/analytics/table";
import type { Held } from "@/lib/analytics/view";
import { areaNamer } from "@/lib/areas/outline";
import type { SketchText } from "@/lib/areas/sketch";
import { type Card, heatCells } from "./card";

/**
 * The numbers of a card as a table. Made where it is wanted: sent along it would double most pages. `sketch`: where the
 * areas of the map's squares are found.
 */
export function tableOf({ body, table }: Pick<Card, "body" | "table">, sketch: SketchText | null): Table {
  if (typeof table !== "string") return table;
  switch (body.kind) {
    case "time":
      return tableOfTimeline(body.timeline, table);
    case "bars":
      return tableOfBars(body.bars, table);
    case "matrix":
      return tableOfMatrix(body.matrix, table);
    case "funnel":
      return tableOfFunnel(body.funnel, table);
    case "heat":
      return tableOfCells(heatCells(body.cells), body.zoom, table, sketch && areaNamer(openSketch(sketch)));
    case "broadcasts":
      return tableOfBroadcasts(body.list, table);
  }
}

const says = (n: Held | undefined): boolean =>
  n === "few" || n === "hidden" || (typeof n === "number" && n !== 0);

/** Nothing was counted at all: an empty chart says less than a sentence. */
export function isBlank({ body, table }: Pick<Card, "body" | "table">): boolean {
  if (typeof table !== "string")
    return !table.rows.some((row) =>
      row
        .slice(1)
        .some((cell) => (typeof cell === "number" && cell !== 0) || cell === FEW || cell === HIDDEN),
    );
  switch (body.kind) {
    case "time":
      return !body.timeline.lines.some((line) => line.values.some(says) || line.before?.some(says));
    case "bars":
      return !body.bars.bars.some((bar) => says(bar.now) || says(bar.before));
    case "matrix":
      return !body.matrix.cells.some((row) => row.some(says));
    case "funnel":
      return !body.funnel.steps.some((step) => says(step.reached) || says(step.left) || says(step.open));
    case "heat":
      return body.cells.length === 0;
    case "broadcasts":
      return !body.list.some(({ reach, opens, clicks, blocks }) => [reach, opens, clicks, blocks].some(says));
  }
}
