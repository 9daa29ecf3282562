import { createHmac, timingSafeEqual } from "node:crypto";
import { newToken } from "@/lib/core/id";

/**
 * A cookie that says "its owner has signed in here before". It opens nothing: it only gives this browser a throttle of
 * its own, so that a stranger who keeps failing on an account cannot keep its owner waiting.
 */
export type BrowserSecret = string;

const sign = (id: string, email: string, secret: BrowserSecret): string =>
  createHmac("sha256", secret).update(`browser:${id}:${email}`).digest("base64url");

export function issueBrowser(email: string, secret: BrowserSecret): string {
  const id = newToken();
  return `${id}.${sign(id, email, secret)}`;
}

/** The browser's id when the cookie is ours and of this account. */
export function knownBrowser(
  cookie: string | null | undefined,
  email: string,
  secret: BrowserSecret,
): string | null {
  const [id = "", given = ""] = (cookie ?? "").split(".");
  if (!id || !given) return null;
  const expected = Buffer.from(sign(id, email, secret));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? id : null;
}
