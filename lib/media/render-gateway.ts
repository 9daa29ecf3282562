import sharp, { type Sharp } from "sharp";
import { MAP_WIDTHS, type Rendition } from "./place";
import { MAX_UPLOAD_PIXELS, type MediaRefusal, MIN_SIDE_PX, refuseUpload } from "./verdict";

export type Rendered = { files: Record<Rendition, Buffer>; width: number; height: number };

const ORIGINAL_PX = 4096;
const ORIGINAL_BYTES = 10 * 1024 * 1024;
const PREVIEW_PX = 1024;
const PREVIEW_BYTES = 1024 * 1024;

/** The best quality that stays within LINE's size. */
async function jpegWithin(picture: Sharp, bytes: number): Promise<Buffer> {
  for (const quality of [88, 76, 60]) {
    const file = await picture.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (file.length <= bytes) return file;
  }
  return picture.clone().jpeg({ quality: 40, mozjpeg: true }).toBuffer();
}

/**
 * Reads an uploaded picture and writes it anew in every size LINE asks for, upright and without any of the metadata it
 * came with. Only pixels survive.
 */
export async function renderMedia(
  bytes: Buffer,
): Promise<{ ok: true; value: Rendered } | { ok: false; reason: MediaRefusal }> {
  const early = refuseUpload(bytes);
  if (early) return { ok: false, reason: early };
  const open = () =>
    sharp(bytes, { limitInputPixels: MAX_UPLOAD_PIXELS, failOn: "error", pages: 1, animated: false });
  try {
    const upright = await open()
      .timeout({ seconds: 15 })
      .rotate()
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .resize({ width: ORIGINAL_PX, height: ORIGINAL_PX, fit: "inside", withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = upright.info;
    if (Math.min(width, height) < MIN_SIDE_PX) return { ok: false, reason: "too-small" };
    const again = () => sharp(upright.data, { raw: { width, height, channels } });
    const bounded = (side: number) =>
      again().resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
    const wide = (side: number) => again().resize({ width: side }).jpeg({ quality: 84, mozjpeg: true });
    const maps = await Promise.all(
      MAP_WIDTHS.map(async (side) => [String(side), await wide(side).toBuffer()] as const),
    );
    const files = {
      "original.jpg": await jpegWithin(again(), ORIGINAL_BYTES),
      "preview.jpg": await jpegWithin(bounded(PREVIEW_PX), PREVIEW_BYTES),
      "card.jpg": await jpegWithin(bounded(PREVIEW_PX), PREVIEW_BYTES),
      ...Object.fromEntries(maps),
    };
    return { ok: true, value: { files, width, height } };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return { ok: false, reason: /pixel limit/i.test(message) ? "too-many-pixels" : "broken" };
  }
}
