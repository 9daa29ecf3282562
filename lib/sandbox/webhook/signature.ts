import { createHmac } from "node:crypto";

/** Value of `x-line-signature`: over the raw bytes, never over parsed JSON. */
export const sign = (body: Uint8Array | string, channelSecret: string): string =>
  createHmac("sha256", channelSecret).update(body).digest("base64");

/** JSON with everything outside ASCII as \uXXXX, as LINE's bodies sometimes come. */
export const escapeUnicode = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
