import type { Pattern } from "./palette";

const LINES: Record<Exclude<Pattern, "solid">, string> = {
  diagonal: "M-2 2 2-2M0 8 8 0M6 10l4-4",
  dots: "M2 2h2v2H2zM6 6h2v2H6z",
  grid: "M0 4h8M4 0v8",
  rows: "M0 2h8M0 6h8",
};

/** Fills that stay apart in black and white: the colour with lines of the background over it. */
export function PatternDefs({ id, fills }: { id: string; fills: { pattern: Pattern; color: string }[] }) {
  return (
    <defs>
      {fills.map(({ pattern, color }, i) =>
        pattern === "solid" ? null : (
          <pattern
            key={`${pattern}-${color}`}
            id={`${id}-${i}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" fill={color} />
            <path
              d={LINES[pattern]}
              fill={pattern === "dots" ? "var(--surface)" : "none"}
              stroke={pattern === "dots" ? "none" : "var(--surface)"}
              strokeWidth="1.5"
            />
          </pattern>
        ),
      )}
    </defs>
  );
}

/** What `fill` says for the i-th of those. */
export const patternFill = (id: string, i: number, look: { pattern: Pattern; color: string }): string =>
  look.pattern === "solid" ? look.color : `url(#${id}-${i})`;
