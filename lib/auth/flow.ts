import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { env } from "@/lib/core/env";
import type { Result } from "@/lib/core/result";
import { issueBrowser, knownBrowser } from "./browser";
import { cookieName, cookieOptions, openSessionCookie, SESSION_COOKIE, sealSessionToken } from "./cookie";
import { normalizeEmail } from "./email";
import type { PublicCtx, StaffCtx } from "./gate";
import { redeemLink } from "./links";
import { safeReturnPath } from "./origin";
import { clientAddress } from "./peer";
import { SESSION_ABSOLUTE_MS } from "./sessions";
import { type SignInInput, signIn, signOut } from "./sign-in";

/** Commands of this browser's own session: they read and set its cookies, so they only run inside a request. */

const BROWSER_COOKIE = "browser";
const YEAR_SECONDS = 31_536_000;

/** What a request tells about who is signing in. `given` is the request's headers. */
export function signInFacts(
  email: string,
  given: Headers,
  browserCookie: string | undefined,
): Pick<SignInInput, "address" | "browserId" | "userAgent"> {
  return {
    address: clientAddress(given),
    browserId: knownBrowser(browserCookie, normalizeEmail(email) ?? "", env().AUTH_SECRET ?? ""),
    userAgent: given.get("user-agent"),
  };
}

async function enter(ctx: PublicCtx, opened: { token: string; email: string }): Promise<void> {
  const jar = await cookies();
  const before = await openSessionCookie(jar.get(cookieName(SESSION_COOKIE))?.value);
  if (before) await signOut(ctx, before); // the browser's earlier session must not stay open unseen
  jar.set(cookieName(SESSION_COOKIE), await sealSessionToken(opened.token), {
    ...cookieOptions(),
    maxAge: SESSION_ABSOLUTE_MS / 1000,
  });
  jar.set(cookieName(BROWSER_COOKIE), issueBrowser(opened.email, env().AUTH_SECRET ?? ""), {
    ...cookieOptions(),
    maxAge: YEAR_SECONDS,
  });
}

/** Signs this browser in and goes where the person wanted to. Returns only when refused. */
export async function signInHere(
  ctx: PublicCtx,
  input: { email: string; password: string; next?: string },
): Promise<Result<null, "wait" | "no-match">> {
  const browserCookie = (await cookies()).get(cookieName(BROWSER_COOKIE))?.value;
  const facts = signInFacts(input.email, await headers(), browserCookie);
  const result = await signIn(ctx, { email: input.email, password: input.password, ...facts });
  if (!result.ok) return result;
  await enter(ctx, result.value);
  redirect(safeReturnPath(input.next));
}

/** Sets the password of a one-time link, signs in and opens the start page. Returns only when refused. */
export async function redeemLinkHere(
  ctx: PublicCtx,
  input: { token: string; password: string },
): Promise<Result<null, "link-over" | "too-short" | "too-long" | "common" | "like-account">> {
  const userAgent = (await headers()).get("user-agent");
  const result = await redeemLink(ctx, { token: input.token, password: input.password, userAgent });
  if (!result.ok) return result;
  await enter(ctx, result.value);
  redirect("/");
}

/** Forgets this browser's session, whatever state it is in. */
export async function leaveHere(ctx: PublicCtx | StaffCtx): Promise<void> {
  const jar = await cookies();
  const tokenHash = await openSessionCookie(jar.get(cookieName(SESSION_COOKIE))?.value);
  if (tokenHash) await signOut(ctx, tokenHash);
  jar.set(cookieName(SESSION_COOKIE), "", { ...cookieOptions(), maxAge: 0 });
}
