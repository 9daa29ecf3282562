/** Why a photo is not kept. Words for the database; residents read lib/photos/messages.ts. */
export type PhotoRefusal = "not-an-image" | "unsupported-format" | "too-large" | "too-many-pixels" | "broken";

/** Larger than any photo LINE sends on; a bound on memory, not a rule of LINE's. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
/** 50 megapixels: the largest phone cameras, and far below what would exhaust a worker. */
export const MAX_PHOTO_PIXELS = 50_000_000;

const starts = (bytes: Uint8Array, signature: number[], offset = 0): boolean =>
  signature.every((value, i) => bytes[offset + i] === value);
const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));

/**
 * What a file is by its first bytes, whatever it is called or declared as. HEIC is an image we cannot decode
 * (sharp's prebuilt libvips has no HEVC decoder), so it gets a word of its own.
 */
export function sniffImage(bytes: Uint8Array): "jpeg" | "png" | "webp" | "gif" | "heic" | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (starts(bytes, ascii("RIFF")) && starts(bytes, ascii("WEBP"), 8)) return "webp";
  if (starts(bytes, ascii("GIF87a")) || starts(bytes, ascii("GIF89a"))) return "gif";
  if (
    starts(bytes, ascii("ftyp"), 4) &&
    ["heic", "heix", "hevc", "mif1", "msf1"].some((b) => starts(bytes, ascii(b), 8))
  )
    return "heic";
  return null;
}

/** Judges a file before any of its pixels are read. */
export function refuseEarly(bytes: Uint8Array): PhotoRefusal | null {
  if (bytes.length > MAX_PHOTO_BYTES) return "too-large";
  const kind = sniffImage(bytes);
  if (kind === null) return "not-an-image";
  return kind === "heic" ? "unsupported-format" : null;
}

/** When to ask LINE again for a photo it did not hand over: 2 s, 10 s, 1 min, 5 min, then every 30 min for a day. */
export function nextFetchAfterMs(attempts: number): number | null {
  const steps = [2_000, 10_000, 60_000, 300_000];
  const step = steps[attempts - 1];
  if (step !== undefined) return step;
  return attempts <= 50 ? 1_800_000 : null;
}
