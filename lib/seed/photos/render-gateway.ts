import sharp, { type Sharp } from "sharp";
import { type Chance, chanceFrom } from "../random";
import { drawScene } from "../scenes/all";
import type { Drawing } from "./plan";

export type Taken = { full: Buffer; thumb: Buffer; width: number; height: number };

// One thread a picture: several are made side by side.
sharp.concurrency(1);

/** Pixels of a whole drawing: what LINE hands over is of this order. */
const [WIDTH, HEIGHT] = [1024, 768];
const THUMB_PX = 480;
/** Grey levels that a small sensor adds, more in the dark. */
const GRAIN = { night: 11, evening: 7, rain: 7, cloudy: 5, clear: 4 } as const;

/** The grain of one light, a grey step a pixel: made once, since every drawing of that light gets the same. */
function makeGrain(strength: number): Int8Array {
  const grain = new Int8Array(WIDTH * HEIGHT);
  // Xorshift: a million steps in a few milliseconds.
  let state = 0x2545f491;
  for (let i = 0; i < grain.length; i += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    grain[i] = Math.round((((state & 0xff) + ((state >>> 8) & 0xff)) / 255 - 1) * strength);
  }
  return grain;
}
const grains = new Map<number, Int8Array>();

function addGrain(pixels: Buffer, strength: number): void {
  const grain = grains.get(strength) ?? makeGrain(strength);
  grains.set(strength, grain);
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  for (let pixel = 0, i = 0; i + 2 < clamped.length; pixel += 1, i += 3) {
    const shift = grain[pixel] as number;
    clamped[i] = (clamped[i] as number) + shift;
    clamped[i + 1] = (clamped[i + 1] as number) + shift;
    clamped[i + 2] = (clamped[i + 2] as number) + shift;
  }
}

/** Draws once and takes a photo for each key; a key decides its own cut. */
export async function takePhotos(drawing: Drawing, keys: readonly string[]): Promise<Taken[]> {
  const text = drawScene(drawing.scene, drawing);
  const pixels = await sharp(Buffer.from(text))
    .resize(WIDTH, HEIGHT)
    .flatten({ background: "#808080" })
    .removeAlpha()
    .raw()
    .toBuffer();
  addGrain(pixels, GRAIN[drawing.light]);
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
  return Promise.all(keys.map((key) => cut(sharp(pixels, { raw }), chanceFrom(key))));
}

async function cut(picture: Sharp, chance: Chance): Promise<Taken> {
  const share = chance.between(0.86, 0.99);
  const [width, height] = [Math.round(WIDTH * share), Math.round(HEIGHT * share)];
  const left = Math.floor((WIDTH - width) * chance.next());
  const top = Math.floor((HEIGHT - height) * chance.next());
  const mirrored = chance.chance(0.5);
  const { data: part, info: raw } = await picture
    .extract({ left, top, width, height })
    .flop(mirrored)
    .linear(chance.between(0.94, 1.06), chance.between(-4, 4))
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Not clone(): it copies the pixels with the rest, on this thread.
  const [full, thumb] = await Promise.all([
    sharp(part, { raw }).jpeg({ quality: 80 }).toBuffer(),
    sharp(part, { raw }).resize({ width: THUMB_PX }).jpeg({ quality: 74 }).toBuffer(),
  ]);
  return { full, thumb, width, height };
}
