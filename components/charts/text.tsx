/** Text of a drawing, placed by its own coordinates alone: so it can be drawn again into a picture. */
export const ChartText = ({
  x,
  y,
  anchor = "start",
  size = 12,
  color = "var(--muted)",
  bold,
  children,
}: {
  x: number;
  y: number;
  anchor?: "start" | "middle" | "end";
  size?: number;
  color?: string;
  bold?: boolean;
  children: string;
}) => (
  <text
    x={x}
    y={y}
    textAnchor={anchor}
    fontSize={size}
    fill={color}
    fontWeight={bold ? 700 : 400}
    dominantBaseline="alphabetic"
  >
    {children}
  </text>
);
