export type Pixel = { x: number; y: number };

/** What drawing needs of a 2D canvas, so that a test can hand in a recorder. */
export type PathSink = Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "bezierCurveTo" | "closePath">;

/** A smooth line through all points (Catmull-Rom as Béziers): rivers and railways do not have corners. */
export function traceCurve(sink: PathSink, points: Pixel[], tension = 0.5): void {
  const [first] = points;
  if (!first) return;
  sink.moveTo(first.x, first.y);
  for (let i = 0; i < points.length - 1; i++) {
    const p1 = points[i];
    const p2 = points[i + 1];
    if (!p1 || !p2) continue;
    const p0 = points[i - 1] ?? p1;
    const p3 = points[i + 2] ?? p2;
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

export function traceLine(sink: PathSink, points: Pixel[]): void {
  points.forEach((p, i) => {
    if (i === 0) sink.moveTo(p.x, p.y);
    else sink.lineTo(p.x, p.y);
  });
}

export function traceRing(sink: PathSink, points: Pixel[]): void {
  traceLine(sink, points);
  sink.closePath();
}
