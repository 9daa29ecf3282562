/** Why an uploaded picture is not taken. */
export type MediaRefusal = "not-an-image" | "too-large" | "too-many-pixels" | "too-small" | "broken";

/** What staff upload; LINE's own limit for an image it shows is the same. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
export const MAX_UPLOAD_PIXELS = 50_000_000;
/** A picture smaller than this is a spot on a phone. */
export const MIN_SIDE_PX = 200;

const starts = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((value, i) => bytes[i] === value);

/** Judges a file by its first bytes, whatever it is called: JPEG and PNG, as at LINE. */
export function refuseUpload(bytes: Uint8Array): MediaRefusal | null {
  if (bytes.length > MAX_UPLOAD_BYTES) return "too-large";
  const known =
    starts(bytes, [0xff, 0xd8, 0xff]) || starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return known ? null : "not-an-image";
}
