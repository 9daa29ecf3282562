import type { Marker as Shape } from "./palette";

const PATHS: Record<Shape, (x: number, y: number, r: number) => string> = {
  circle: (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  square: (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`,
  triangle: (x, y, r) => `M${x} ${y - r * 1.2}L${x + r * 1.2} ${y + r}H${x - r * 1.2}Z`,
  diamond: (x, y, r) =>
    `M${x} ${y - r * 1.35}L${x + r * 1.35} ${y}L${x} ${y + r * 1.35}L${x - r * 1.35} ${y}Z`,
  cross: (x, y, r) => `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x + r} ${y - r}l${-2 * r} ${2 * r}`,
};

/** The sign of a series at a point. */
export const Marker = ({
  shape,
  x,
  y,
  color,
  r = 3.5,
  hollow,
}: {
  shape: Shape;
  x: number;
  y: number;
  color: string;
  r?: number;
  /** What is not over yet. */
  hollow?: boolean;
}) => (
  <path
    d={PATHS[shape](x, y, r)}
    fill={hollow || shape === "cross" ? "var(--surface)" : color}
    stroke={color}
    strokeWidth={hollow || shape === "cross" ? 2 : 1}
  />
);
