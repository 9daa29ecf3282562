/** Metres: x to the right, y up, z away from the person who holds the phone. */
export type Spot = readonly [x: number, y: number, z: number];
export type Camera = {
  /** Screen position in picture units, and how many units a metre takes there. */
  at: (spot: Spot) => { x: number; y: number; scale: number };
  horizonY: number;
};

export const WIDTH = 1200;
export const HEIGHT = 900;
/** Nothing nearer than this is drawn: it would be behind the lens. */
const NEAREST_METERS = 0.25;

/** A pinhole `height` metres above the ground, looking down by `pitch` degrees; `zoom` in picture units. */
export function camera(options: { height: number; pitch: number; zoom: number; x?: number }): Camera {
  const { height, zoom, x: left = 0 } = options;
  const pitch = (options.pitch * Math.PI) / 180;
  const [sin, cos] = [Math.sin(pitch), Math.cos(pitch)];
  return {
    at([x, y, z]) {
      const rise = y - height;
      const depth = Math.max(NEAREST_METERS, z * cos - rise * sin);
      const scale = zoom / depth;
      return { x: WIDTH / 2 + (x - left) * scale, y: HEIGHT / 2 - (rise * cos + z * sin) * scale, scale };
    },
    horizonY: HEIGHT / 2 - Math.tan(pitch) * zoom,
  };
}

/** Eye height, looking along the street. */
export const streetCamera = (x = 0): Camera => camera({ height: 1.5, pitch: 7, zoom: 900, x });
/** The phone held up a little, for things on poles. */
export const tallCamera = (): Camera => camera({ height: 1.5, pitch: -9, zoom: 760 });
/** Standing over the thing, phone tilted down. */
export const closeCamera = (): Camera => camera({ height: 1.45, pitch: 54, zoom: 950 });
