/** How a series looks: colour, and what tells it apart without colour. The colours stand in app/globals.css. */
export type Marker = "circle" | "square" | "triangle" | "diamond" | "cross";
export type Pattern = "solid" | "diagonal" | "dots" | "grid" | "rows";
export type SeriesLook = { color: string; dash: string; marker: Marker; pattern: Pattern };

const LOOKS: readonly SeriesLook[] = [
  { color: "var(--chart-1)", dash: "", marker: "circle", pattern: "solid" },
  { color: "var(--chart-2)", dash: "7 4", marker: "square", pattern: "diagonal" },
  { color: "var(--chart-3)", dash: "2 4", marker: "triangle", pattern: "dots" },
  { color: "var(--chart-4)", dash: "10 3 2 3", marker: "diamond", pattern: "grid" },
  { color: "var(--chart-5)", dash: "1 3 6 3", marker: "cross", pattern: "rows" },
];

/** Never more series than this in one chart: a sixth could not be told apart. */
export const MOST_SERIES = LOOKS.length;

export const lookOf = (index: number): SeriesLook => {
  const look = LOOKS[index % LOOKS.length];
  if (!look) throw new Error("no look");
  return look;
};

export const heatColor = (step: number): string => (step === 0 ? "var(--sunken)" : `var(--heat-${step})`);
export const heatInk = (step: number): string => (step === 0 ? "var(--muted)" : `var(--heat-ink-${step})`);
