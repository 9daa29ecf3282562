import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/core/env";
import { sha256 } from "@/lib/core/id";
import { SESSION_ABSOLUTE_MS } from "./sessions";

/** Cookies are `__Host-` and Secure exactly when people reach the console by https. */
export const secureCookies = (): boolean => (env().APP_URL ?? "").startsWith("https:");

export const cookieName = (name: string): string =>
  secureCookies() ? `__Host-madoguchi.${name}` : `madoguchi.${name}`;

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies() }) as const;

export const SESSION_COOKIE = "session";

const secret = (): string => env().AUTH_SECRET ?? "";

/** next-auth's encrypted JWT. It carries the random session token and nothing else: all truth is in staff_sessions. */
export const sealSessionToken = (token: string): Promise<string> =>
  encode({ token: { st: token }, secret: secret(), maxAge: SESSION_ABSOLUTE_MS / 1000 });

/** The stored hash of the token in a session cookie; null for whatever is not one of ours. */
export async function openSessionCookie(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  try {
    const payload = await decode({ token: value, secret: secret() });
    return typeof payload?.st === "string" ? sha256(payload.st) : null;
  } catch {
    return null; // forged, cut, of another secret, or expired: all the same as none
  }
}
