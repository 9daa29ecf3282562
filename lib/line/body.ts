/** LINE's own limit on a request body (Messaging API reference, status code 413). */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * The raw bytes of a request body, or null when there are more than LINE's 2 MB. Reads no further than that, whatever
 * the header claims.
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array> | null,
  contentLength: string | null,
): Promise<Buffer | null> {
  if (Number(contentLength ?? 0) > MAX_BODY_BYTES) return null;
  if (stream === null) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > MAX_BODY_BYTES) return null;
    parts.push(part);
  }
  return parts.length === 1 && parts[0]
    ? Buffer.from(parts[0].buffer, parts[0].byteOffset, parts[0].length)
    : Buffer.concat(parts);
}
