import sharp from "sharp";
import { MAX_PHOTO_PIXELS, type PhotoRefusal, refuseEarly } from "./verdict";

export type Renditions = { full: Buffer; thumb: Buffer; width: number; height: number };

const FULL_PX = 2048;
const THUMB_PX = 480;

// One image at a time per call: a worker renders several side by side already.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Reads a photo and writes it anew as two JPEGs (at most 2048 and 480 px a side), upright and without any of the
 * metadata it came with: EXIF with its GPS, XMP, IPTC, colour profile, embedded previews. Only pixels survive, so what
 * else was hidden in the file is gone.
 */
export async function renderPhoto(
  bytes: Buffer,
): Promise<{ ok: true; value: Renditions } | { ok: false; reason: PhotoRefusal }> {
  const early = refuseEarly(bytes);
  if (early) return { ok: false, reason: early };
  const open = () =>
    sharp(bytes, { limitInputPixels: MAX_PHOTO_PIXELS, failOn: "error", pages: 1, animated: false });
  try {
    const meta = await open().metadata();
    if ((meta.width ?? 0) * (meta.height ?? 0) > MAX_PHOTO_PIXELS)
      return { ok: false, reason: "too-many-pixels" };
    const upright = () =>
      open().timeout({ seconds: 15 }).rotate().flatten({ background: "#ffffff" }).toColourspace("srgb");
    const bounded = (side: number) =>
      ({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const;
    const full = await upright()
      .resize(bounded(FULL_PX))
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(full.data)
      .resize(bounded(THUMB_PX))
      .jpeg({ quality: 74, mozjpeg: true })
      .toBuffer();
    return { ok: true, value: { full: full.data, thumb, width: full.info.width, height: full.info.height } };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return { ok: false, reason: /pixel limit/i.test(message) ? "too-many-pixels" : "broken" };
  }
}
