import type { Ctx } from "@/lib/core/context";
import type { Storage } from "@/lib/storage/gateway";
import { parseMediaPath } from "../place";
import { findStoredMedia } from "../queries";

/** Public, never changing, and nothing but a picture whatever a browser makes of it. */
const HEADERS = {
  "content-type": "image/jpeg",
  "cache-control": "public, max-age=31536000, immutable",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "content-disposition": "inline",
} as const;

/**
 * A picture of a message by its public path, for LINE and residents' phones; null for every other path. Console and
 * intake share it.
 */
export async function readMedia(
  ctx: Pick<Ctx, "db">,
  storage: Storage,
  path: string,
): Promise<{ bytes: Buffer; headers: Record<string, string> } | null> {
  const wanted = parseMediaPath(path);
  const key = wanted && (await findStoredMedia(ctx, wanted));
  const bytes = key ? await storage.get(key) : null;
  return bytes && { bytes, headers: { ...HEADERS, "content-length": String(bytes.length) } };
}
