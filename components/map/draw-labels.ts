import { type Scene, stationShown } from "./draw-sketch";
import { type LabelPlace, listLabels } from "./sketch-labels";

type Box = { left: number; top: number; right: number; bottom: number };

function boxAt(x: number, y: number, width: number, height: number, place: LabelPlace, gap: number): Box {
  const left = {
    center: x - width / 2,
    below: x - width / 2,
    above: x - width / 2,
    right: x + gap,
    left: x - gap - width,
  }[place];
  const middle = { center: y, right: y, left: y, below: y + gap + height / 2, above: y - gap - height / 2 }[
    place
  ];
  return { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Sets the words, most important first; a word that finds no free place is left out until the map comes closer. */
export function drawLabels(scene: Scene, fontFamily: string): void {
  const { g, palette } = scene;
  // Words may stand beside a station, not upon it.
  const taken: Box[] = scene.sketch.railways.flatMap((line) =>
    line.stations
      .filter((station) => stationShown(station.rank, line.kind, scene.closeness))
      .map((station) => {
        const { x, y } = scene.project(station.at);
        return { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 };
      }),
  );
  g.textBaseline = "middle";
  g.textAlign = "left";
  g.lineJoin = "round";
  for (const label of listLabels(scene.sketch, palette, scene.closeness)) {
    const { x, y } = scene.project(label.at);
    if (x < -120 || y < -40 || x > scene.width + 120 || y > scene.height + 40) continue;
    g.font = `${label.weight} ${label.size}px ${fontFamily}`;
    g.letterSpacing = `${label.spacing ?? 0}px`;
    const width = g.measureText(label.text).width + (label.shield ? 9 : 0);
    const height = label.size * (label.shield ? 1.55 : 1.3);
    const box = label.places
      .map((place) => boxAt(x, y, width, height, place, label.gap))
      .find((candidate) => !taken.some((other) => overlap(candidate, other)));
    if (!box) continue;
    taken.push({ left: box.left - 3, right: box.right + 3, top: box.top - 1, bottom: box.bottom + 1 });
    if (label.dot) {
      taken.push({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 });
      g.beginPath();
      g.arc(x, y, 2.6, 0, 2 * Math.PI);
      g.fillStyle = label.dot;
      g.fill();
      g.strokeStyle = palette.halo;
      g.lineWidth = 1.2;
      g.stroke();
    }
    const middle = (box.top + box.bottom) / 2;
    if (label.shield) {
      g.beginPath();
      g.roundRect(box.left, box.top, width, height, 4);
      g.fillStyle = palette.shield;
      g.fill();
      g.strokeStyle = palette.halo;
      g.lineWidth = 1.2;
      g.stroke();
    } else {
      g.strokeStyle = palette.halo;
      g.lineWidth = 3.2;
      g.strokeText(label.text, box.left, middle + 0.5);
    }
    g.fillStyle = label.color;
    g.fillText(label.text, box.left + (label.shield ? 4.5 : 0), middle + 0.5);
  }
  g.letterSpacing = "0px";
}
