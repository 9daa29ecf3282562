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
import { areaNamer } from "@/lib/areas/outline";
import type { SketchText } from "@/lib/areas/sketch";
import type { Card } from "./card";

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
      return tableOfCells(body.cells, body.zoom, table, sketch && areaNamer(openSketch(sketch)));
    case "broadcasts":
      return tableOfBroadcasts(body.list, table);
  }
}

/** Nothing was counted at all: an empty chart says less than a sentence. */
export const isBlank = (card: Card): boolean =>
  !tableOf(card, null).rows.some((row) =>
    row.slice(1).some((cell) => (typeof cell === "number" && cell !== 0) || cell === FEW || cell === HIDDEN),
  );
