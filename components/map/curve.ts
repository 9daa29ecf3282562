export type Pixel = { x: number; y: number };

/** What drawing needs of a 2D canvas, so that a test can hand in a recorder. */
export type PathSink = Pick<CanvasRenderingContext2D, "moveTo" | "bezierCurveTo" | "closePath">;

/** A smooth line through all points (Catmull-Rom as Béziers): rivers and railways do not have corners. */
export function traceCurve(
  sink: PathSink,
  points: Pixel[],
  tension = 0.5,
  ends: { before?: Pixel; after?: Pixel } = {},
): void {
  const [first] = points;
  if (!first) return;
  sink.moveTo(first.x, first.y);
  for (let i = 0; i < points.length - 1; i++) {
    const p1 = points[i];
    const p2 = points[i + 1];
    if (!p1 || !p2) continue;
    const p0 = points[i - 1] ?? ends.before ?? p1;
    const p3 = points[i + 2] ?? ends.after ?? p2;
    const k = tension / 3;
    sink.bezierCurveTo(
      p1.x + (p2.x - p0.x) * k,
      p1.y + (p2.y - p0.y) * k,
      p2.x - (p3.x - p1.x) * k,
      p2.y - (p3.y - p1.y) * k,
      p2.x,
      p2.y,
    );
  }
}

/** A closed line, softened at its corners. Pieces of it drawn by `traceCurve` with the same tension lie upon it. */
export function traceRing(sink: PathSink, points: Pixel[], tension = 0): void {
  const last = points.at(-1);
  const [first, second] = points;
  if (!first || !second || !last) return;
  // Neighbours of both ends are handed along, so that the seam is as smooth as the rest.
  traceCurve(sink, [...points, first], tension, { before: last, after: second });
  sink.closePath();
}
