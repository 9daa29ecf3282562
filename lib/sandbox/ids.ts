import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID: 10 characters of time, 16 of chance. */
export function newUlid(atMs: number): string {
  let time = "";
  for (let rest = atMs, n = 0; n < 10; n += 1, rest = Math.floor(rest / 32))
    time = CROCKFORD.charAt(rest % 32) + time;
  return time + Array.from(randomBytes(16), (byte) => CROCKFORD.charAt(byte % 32)).join("");
}

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

/** The n-th resident (from 1) of a seed. SQL can make the same ids: `'U' || md5(seed || ':' || n)`. */
export const residentId = (seed: string, n: number): string => `U${md5(`${seed}:${n}`)}`;
export const botUserId = (channelId: string): string => `U${md5(`bot:${channelId}`)}`;

export const isUserId = (text: string): boolean => /^U[0-9a-f]{32}$/.test(text);
export const isChatId = (text: string): boolean => /^[UCR][0-9a-f]{32}$/.test(text);
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

export const newReplyToken = (): string => randomBytes(16).toString("hex");

/** Text that only this sandbox can have made: the payload and a MAC over it. */
export function seal(payload: string, secret: string): string {
  const mac = createHmac("sha256", secret).update(payload).digest().subarray(0, 18).toString("base64url");
  return `${Buffer.from(payload).toString("base64url")}.${mac}`;
}

/** What was sealed, or null for anything else. */
export function unseal(text: string, secret: string): string | null {
  const payload = Buffer.from(text.split(".")[0] ?? "", "base64url").toString();
  const [given, wanted] = [Buffer.from(text), Buffer.from(seal(payload, secret))];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? payload : null;
}
