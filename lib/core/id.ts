import { createHash, randomBytes, randomUUID } from "node:crypto";

export const newId = (): string => randomUUID();

/** 256 random bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

/** A UUID that is always the same for the same name (RFC 9562 version 8: our own layout), for replays. */
export function idFrom(name: string): string {
  const hex = sha256(name).slice(0, 32).split("");
  hex[12] = "8";
  hex[16] = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  const text = hex.join("");
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}
