import { lengthOfValue } from "@/components/charts/chart-value";
import { bucketsOf } from "@/lib/analytics/period";
import { fullestFirst, type Table } from "@/lib/analytics/table";
import type {
  Bars,
  BroadcastLine,
  Funnel,
  HeatCell,
  Mark,
  Matrix,
  Range,
  Timeline,
} from "@/lib/analytics/view";
import { largestSentence } from "./words";

/** What a card draws. */
export type CardBody =
  | { kind: "time"; shape: "lines" | "stack"; timeline: Timeline; marks: Mark[]; below: string[] }
  | { kind: "bars"; bars: Bars }
  | { kind: "matrix"; matrix: Matrix }
  | { kind: "funnel"; funnel: Funnel }
  /** `cells`: x, y and n of each, one after the other, the fullest first. */
  | { kind: "heat"; zoom: number; cells: number[] }
  | { kind: "broadcasts"; list: BroadcastLine[] };

/** One question, its answer in words, and the numbers: drawn, as a table and as a file from the same object. */
export type Card = {
  /** Within its tab; part of addresses. */
  id: string;
  title: string;
  answer: string;
  body: CardBody;
  /** What the first column of its table is called: the table is made of what is drawn (`tableOf`). Or one of its own. */
  table: string | Table;
  /** How the numbers are made, and what to mind. */
  notes: string[];
  isWide: boolean;
};

/** What all charts over time of a page have below them. */
export type Axis = { range: Range; today: string };
const bucketsAt = ({ range, today }: Axis) => ({
  buckets: bucketsOf(range.period, range.granularity, today),
  bucketsBefore: range.against && bucketsOf(range.against, range.granularity, today),
});

/**
 * A card on its way to the browser, as one text: React looks at every field of what a page hands over, and a chart has
 * thousands of them. What follows from the axis is left out.
 */
export type CardText = { json: string };
export function cardText(card: Card, axis: Axis): CardText {
  const { body } = card;
  if (body.kind !== "time" || body.timeline.buckets !== bucketsAt(axis).buckets)
    return { json: JSON.stringify(card) };
  const { unit, lines } = body.timeline;
  return { json: JSON.stringify({ ...card, body: { ...body, timeline: { unit, lines } } }) };
}
export function openCard({ json }: CardText, axis: Axis): Card {
  const card = JSON.parse(json) as Card;
  const { body } = card;
  if (body.kind !== "time" || "buckets" in body.timeline) return card;
  return { ...card, body: { ...body, timeline: { ...bucketsAt(axis), ...(body.timeline as Timeline) } } };
}

export type Stat = { label: string; value: string; change: string };
export type Board = { stats: Stat[]; cards: Card[] };

export const timeCard = (
  part: Pick<Card, "id" | "title" | "answer" | "notes">,
  timeline: Timeline,
  body: { shape: "lines" | "stack"; marks?: Mark[]; below?: string[] },
): Card => ({
  ...part,
  body: { kind: "time", timeline, shape: body.shape, marks: body.marks ?? [], below: body.below ?? [] },
  table: "期間",
  isWide: true,
});

export const barsCard = (
  id: string,
  title: string,
  bars: Bars,
  what: string,
  more: { notes: string[]; answer?: string; isWide?: boolean },
): Card => ({
  ...{ id, title, notes: more.notes, isWide: more.isWide ?? false },
  answer: more.answer ?? largestSentence(bars),
  body: { kind: "bars", bars },
  table: what,
});

export const heatBody = (zoom: number, cells: readonly HeatCell[]): CardBody => ({
  kind: "heat",
  zoom,
  cells: fullestFirst(cells).flatMap(({ x, y, n }) => [x, y, n]),
});
export const heatCells = (flat: readonly number[]): HeatCell[] =>
  Array.from({ length: flat.length / 3 }, (_, i) => {
    const [x = 0, y = 0, n = 0] = flat.slice(3 * i, 3 * i + 3);
    return { x, y, n };
  });

/** The largest first; what is held back last. */
export const ranked = (given: Bars): Bars => ({
  ...given,
  bars: [...given.bars].sort((a, b) => lengthOfValue(b.now) - lengthOfValue(a.now)),
});
