import { idFrom } from "@/lib/core/id";
import type { LightName } from "../drawing/light";
import type { Setting } from "../drawing/stage";
import type { LifePhoto, LifeReport } from "../life/life";
import { chanceFrom } from "../random";
import type { SceneName } from "../scenes/all";

/** A drawing from which several photos are taken: each is another cut of it, some of them mirrored. */
export type Drawing = { scene: SceneName; light: LightName; setting: Setting; seed: string };
export type PlannedPhoto = { id: string; report: LifeReport; photo: LifePhoto; position: number };
export type PlannedDrawing = { drawing: Drawing; photos: PlannedPhoto[] };

/** A light is drawn for its own sake when so many photos want it; fewer are taken on an ordinary day. */
const WORTH_DRAWING = 3;
/** So many photos share a drawing before another one of the same thing is made. */
const SHARED_BY = 5;

export const photoId = (key: string, position: number): string => idFrom(`photo:${key}:${position}`);

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups.values()];
}

/** Groups photos by the drawing they are cuts of. Those still to be fetched need none. */
export function planDrawings(
  reports: readonly LifeReport[],
  settings: readonly (readonly [Setting, number])[],
): PlannedDrawing[] {
  const photos = reports.flatMap((report) =>
    report.photos.flatMap((photo, position) =>
      photo.state === "ready" ? [{ id: photoId(report.key, position), report, photo, position }] : [],
    ),
  );
  const usual = photos.map((planned) => ({ planned, light: planned.photo.light }));
  for (const few of groupBy(usual, (one) => `${one.planned.photo.scene}/${one.light}`)) {
    if (few.length < WORTH_DRAWING) for (const one of few) one.light = "clear";
  }
  return groupBy(usual, (one) => `${one.planned.photo.scene}/${one.light}`).flatMap((group) => {
    const variants = Math.ceil(group.length / SHARED_BY);
    return Array.from({ length: variants }, (_, seed): PlannedDrawing[] => {
      const shared = group.filter((_, i) => i % variants === seed);
      const [first] = shared;
      if (!first) return [];
      const { scene } = first.planned.photo;
      const setting = chanceFrom(`${scene}/${first.light}/${seed}`).weighted(settings);
      const light = first.light === "clear" && seed % 2 === 1 ? "cloudy" : first.light;
      return [
        { drawing: { scene, light, setting, seed: String(seed) }, photos: shared.map((one) => one.planned) },
      ];
    }).flat();
  });
}
